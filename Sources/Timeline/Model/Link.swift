/// A link in an entry: the words that carry it and its target.
package struct Link: Hashable, Sendable {
  package var text: String
  package var url: String

  package init(text: String, url: String) {
    self.text = text
    self.url = url
  }
}
