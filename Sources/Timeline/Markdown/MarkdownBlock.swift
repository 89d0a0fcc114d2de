/// One block of Markdown, as CommonMark 0.29 with GFM's tables, strikethrough and autolinks reads it.
package indirect enum MarkdownBlock: Hashable, Sendable {
  case paragraph([MarkdownInline])
  case heading(level: Int, [MarkdownInline])
  case blockquote([MarkdownBlock])
  /// A list; `start` is the first number of an ordered list, nil for bullets.
  case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
  /// Code; `info` is what stands behind the fence.
  case code(info: String, text: String)
  /// Raw HTML, comments included.
  case html(String)
  case thematicBreak
  /// A table; the first row is its head.
  case table([[[MarkdownInline]]])

  /// Reads a whole Markdown text; everything is Markdown, so this cannot fail.
  package static func parse(_ markdown: String) -> [MarkdownBlock] {
    CmarkDocument(markdown).blocks()
  }
}
