/// A document with what several rules look at, gathered once.
package struct CheckedDocument {
  package let document: TimelineDocument
  /// All the text of the entries, in the order of the file.
  let pieces: [TextPiece]
  /// The blocks of raw HTML, which no rule about words looks at; numbered behind the pieces.
  let html: [TextPiece]
  /// The definitions of reference links, for each entry.
  let definitions: [LinkDefinitions]
  /// The links of titles and texts, in the order of the file.
  let links: [PlacedLink]
  /// The pictures, those within texts as well, with the places of their lines.
  let pictures: [(picture: Picture, position: SourcePosition)]
  /// The quotes, with their places.
  let quotes: [(quote: Quote, position: SourcePosition)]
  let quoteMarks: QuoteMarkProblems

  package init(_ document: TimelineDocument) {
    self.document = document
    var pieces: [TextPiece] = []
    var html: [TextPiece] = []
    for (index, entry) in document.entries.enumerated() { entry.addPieces(index: index, to: &pieces, html: &html) }
    for index in html.indices { html[index].number = pieces.count + index }
    self.pieces = pieces
    self.html = html
    var definitions = [LinkDefinitions](repeating: LinkDefinitions(), count: document.entries.count)
    for piece in pieces where piece.kind == .text { definitions[piece.entry].add(piece.text) }
    self.definitions = definitions
    links = pieces.flatMap { $0.links(definitions[$0.entry]) }
    quoteMarks = QuoteMarkProblems(pieces)
    pictures = document.entries.flatMap { entry in
      entry.blocks.enumerated().flatMap { index, block -> [(Picture, SourcePosition)] in
        switch block {
        case .picture(let picture): [(picture, entry.position(ofBlock: index))]
        case .text(let markdown): Self.pictures(in: markdown, at: entry.position(ofBlock: index))
        case .quote, .note: []
        }
      }
    }
    quotes = document.entries.flatMap { entry in
      entry.blocks.enumerated().compactMap { index, block in
        if case .quote(let quote) = block { (quote, entry.position(ofBlock: index)) } else { nil }
      }
    }
  }

  private static func pictures(in markdown: String, at start: SourcePosition) -> [(Picture, SourcePosition)] {
    guard markdown.contains(exactly: "![") else { return [] }
    return MarkdownBlock.parse(markdown).images.map { picture in
      let before = markdown.firstRange(ofExactly: picture.path.isEmpty ? "](" : picture.path)?.lowerBound
      let line = markdown[..<(before ?? markdown.startIndex)].utf8.count { $0 == UInt8(ascii: "\n") }
      return (picture, line == 0 ? start : SourcePosition(line: start.line + line))
    }
  }

  /// The line and column of some places, in step with them; the work is linear in the text and the places.
  ///
  /// A quote's own lines are not known, nor a title's column, so that theirs is the place where they begin.
  func positions(of places: [TextPlace]) -> [SourcePosition] {
    var positions = [SourcePosition](repeating: SourcePosition(line: 1), count: places.count)
    var last: (place: TextPlace, position: SourcePosition)?
    for number in places.indices.sorted(by: { places[$0] < places[$1] }) {
      let place = places[number]
      let piece = place.piece < pieces.count ? pieces[place.piece] : html[place.piece - pieces.count]
      var position = piece.start
      var start = piece.text.startIndex
      if let last, last.place.piece == place.piece { (position, start) = (last.position, last.place.index) }
      if piece.kind == .text {
        let between = piece.text[start..<place.index]
        position.line += between.utf8.count { $0 == UInt8(ascii: "\n") }
        if let newline = between.utf8.lastIndex(of: UInt8(ascii: "\n")) {
          position.column = between[newline...].count
        } else {
          position.column += between.count
        }
      }
      positions[number] = position
      last = (place, position)
    }
    return positions
  }
}
