/// A link of a document with its place.
struct PlacedLink {
  var link: Link
  /// The index of its entry.
  var entry: Int
  var place: TextPlace
}

extension TextPiece {
  /// The links of the piece; a quote's words have none.
  ///
  /// `definitions` are the targets of reference links that other blocks of the entry give.
  func links(_ definitions: LinkDefinitions) -> [PlacedLink] {
    guard kind != .quote, Entry.mayLink(text) || definitions.serves(text) else { return [] }
    var start = text.startIndex
    return MarkdownBlock.parse(definitions.added(to: text)).links.map { link in
      let found = text[start...].firstRange(of: link.url.isEmpty ? "](" : link.url)
      if let found { start = found.upperBound }
      let words = link.text.isEmpty ? nil : text.firstRange(of: link.text)
      return PlacedLink(link: link, entry: entry, place: place((found ?? words)?.lowerBound ?? text.startIndex))
    }
  }
}
