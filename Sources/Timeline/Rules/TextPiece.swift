/// A piece of text of a document that rules look at, with its place.
struct TextPiece {
  enum Kind { case title, text, quote }

  var kind: Kind
  /// The index of its entry.
  var entry: Int
  var text: String
  /// The place of its first character; of a quote the place of its block.
  var start: SourcePosition

  /// The place of a character; a quote's own lines are not known, so that it is the quote's place.
  func position(of index: String.Index) -> SourcePosition {
    guard kind == .text else { return start }
    let before = text[..<index]
    let lines = before.utf8.count { $0 == UInt8(ascii: "\n") }
    guard lines > 0, let newline = before.lastIndex(of: "\n") else {
      return SourcePosition(line: start.line, column: start.column + before.count)
    }
    return SourcePosition(line: start.line + lines, column: before[newline...].count)
  }
}

extension Entry {
  /// The place of a block; the entry's own place where the blocks' places are not known.
  func position(ofBlock index: Int) -> SourcePosition {
    blockPositions.indices.contains(index) ? blockPositions[index] : position
  }

  /// The title, the text and the quotes; code, raw HTML and private notes are no text.
  func pieces(index: Int) -> [TextPiece] {
    var pieces: [TextPiece] = []
    if let title { pieces.append(TextPiece(kind: .title, entry: index, text: title, start: position)) }
    for (number, block) in blocks.enumerated() {
      let start = position(ofBlock: number)
      switch block {
      case .text(let markdown):
        guard !Self.isCode(markdown) else { continue }
        pieces.append(TextPiece(kind: .text, entry: index, text: markdown, start: start))
      case .quote(let quote):
        pieces.append(TextPiece(kind: .quote, entry: index, text: quote.text, start: start))
      case .picture, .note: continue
      }
    }
    return pieces
  }

  private static func isCode(_ markdown: String) -> Bool {
    markdown.hasPrefix("```") || markdown.hasPrefix("~~~") || markdown.hasPrefix("    ") || markdown.hasPrefix("\t")
      || markdown.hasPrefix("<")
  }
}
