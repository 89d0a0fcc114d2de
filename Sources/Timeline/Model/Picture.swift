/// A picture in an entry: where it is, what it shows, and whose it is.
package struct Picture: Hashable, Sendable {
  /// A path beside the timeline, or a URL.
  package var path: String
  /// The text for those who do not see it; empty when the author wrote none.
  package var alt: String
  /// The credit, from the title slot of the Markdown image.
  package var credit: String?

  package init(path: String, alt: String, credit: String? = nil) {
    self.path = path
    self.alt = alt
    self.credit = credit
  }
}
