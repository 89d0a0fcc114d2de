/// One piece of an entry's body, in the order of the file.
package enum Block: Hashable, Sendable {
  /// Markdown as it was written: a paragraph, a list, a sub-heading, a plain blockquote, code.
  case text(String)
  /// A blockquote whose last line names the speaker.
  case quote(Quote)
  /// A picture that stands alone in its paragraph.
  case picture(Picture)
  /// A private note for the editor, an HTML comment; the text is what stands between `<!--` and `-->`. Never published.
  case note(String)
}
