/// A link of a document with its place.
struct PlacedLink {
  var link: Link
  /// The index of its entry.
  var entry: Int
  var place: TextPlace
}

extension TextPiece {
  /// The links of the piece; a quote's words have none.
  var links: [PlacedLink] {
    guard kind != .quote, Entry.mayLink(text) else { return [] }
    var start = text.startIndex
    return MarkdownBlock.parse(text).links.map { link in
      let found = text[start...].firstRange(of: link.url)
      if let found { start = found.upperBound }
      return PlacedLink(link: link, entry: entry, place: place(found?.lowerBound ?? text.startIndex))
    }
  }
}
