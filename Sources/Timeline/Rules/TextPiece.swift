/// A piece of text of a document that rules look at.
struct TextPiece {
  enum Kind { case title, text, quote }

  /// The most bytes of one piece that rules look at, so that no text keeps them busy for ever.
  static let longest = 1 << 18

  var kind: Kind
  /// The index of its entry.
  var entry: Int
  var text: String
  /// The place of its first character; of a quote the place of its block.
  var start: SourcePosition
  /// Which of the document's pieces it is, from 0.
  var number: Int

  func place(_ index: String.Index) -> TextPlace {
    TextPlace(piece: number, index: index)
  }
}

/// A place in a piece of text; ``CheckedDocument/positions(of:)`` knows the line.
struct TextPlace: Hashable, Comparable {
  var piece: Int
  var index: String.Index

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.piece, left.index) < (right.piece, right.index)
  }
}

extension Entry {
  /// The place of a block; the entry's own place where the blocks' places are not known.
  func position(ofBlock index: Int) -> SourcePosition {
    blockPositions.indices.contains(index) ? blockPositions[index] : position
  }

  /// Adds the title, the text and the quotes; code and private notes are no text, and raw HTML is kept apart.
  func addPieces(index: Int, to pieces: inout [TextPiece], html: inout [TextPiece]) {
    func piece(_ kind: TextPiece.Kind, _ text: String, _ start: SourcePosition) -> TextPiece {
      let isLong = text.utf8.count > TextPiece.longest
      let end = isLong ? text.utf8.index(text.startIndex, offsetBy: TextPiece.longest) : text.endIndex
      return TextPiece(
        kind: kind, entry: index, text: isLong ? String(text[..<end]) : text, start: start, number: pieces.count)
    }
    if let title { pieces.append(piece(.title, title, position)) }
    for (number, block) in blocks.enumerated() {
      let start = position(ofBlock: number)
      switch block {
      case .text(let markdown):
        if markdown.hasPrefix("<") {
          html.append(piece(.text, markdown, start))
        } else if !Self.isCode(markdown) {
          pieces.append(piece(.text, markdown, start))
        }
      case .quote(let quote):
        pieces.append(piece(.quote, quote.text, start))
      case .picture, .note: continue
      }
    }
  }

  private static func isCode(_ markdown: String) -> Bool {
    markdown.hasPrefix("```") || markdown.hasPrefix("~~~") || markdown.hasPrefix("    ") || markdown.hasPrefix("\t")
  }
}
