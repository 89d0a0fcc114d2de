/// A document with what several rules look at, gathered once.
package struct CheckedDocument {
  package let document: TimelineDocument
  /// All the text of the entries, in the order of the file.
  let pieces: [TextPiece]
  /// The links of titles and texts, in the order of the file.
  let links: [PlacedLink]
  /// The pictures that stand alone, with their places.
  let pictures: [(picture: Picture, position: SourcePosition)]
  /// The quotes, with their places.
  let quotes: [(quote: Quote, position: SourcePosition)]
  let quoteMarks: QuoteMarkProblems

  package init(_ document: TimelineDocument) {
    self.document = document
    pieces = document.entries.enumerated().flatMap { index, entry in entry.pieces(index: index) }
    links = pieces.flatMap(\.links)
    quoteMarks = QuoteMarkProblems(pieces)
    pictures = document.entries.flatMap { entry in
      entry.blocks.enumerated().compactMap { index, block in
        if case .picture(let picture) = block { (picture, entry.position(ofBlock: index)) } else { nil }
      }
    }
    quotes = document.entries.flatMap { entry in
      entry.blocks.enumerated().compactMap { index, block in
        if case .quote(let quote) = block { (quote, entry.position(ofBlock: index)) } else { nil }
      }
    }
  }
}
