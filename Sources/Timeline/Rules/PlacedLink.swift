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
      let found = text[start...].firstRange(ofExactly: link.url.isEmpty ? "](" : link.url)
      if let found { start = found.upperBound }
      // The target of a reference stands elsewhere.
      let place = (found ?? text.firstRange(ofExactly: link.text))?.lowerBound ?? text.startIndex
      return PlacedLink(link: link, entry: entry, place: self.place(place))
    }
  }
}
