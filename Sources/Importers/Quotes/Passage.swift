import Timeline

/// A paragraph parted into prose and quotations; a quotation may bring the paragraphs with it that it runs on into.
struct Passage: Hashable {
  enum Piece: Hashable {
    case prose(String)
    case quotation(Quotation)
  }

  /// Words between quotation marks, before anybody has decided whose they are.
  struct Quotation: Hashable {
    /// The words without the outer marks, a string for each paragraph.
    var paragraphs: [String]
    var opening: Character
    /// The mark that closes it; nil where it was never closed.
    var closing: String?

    /// A dash that touches its words opens it, as each turn of a conversation in Spanish.
    var isTurn: Bool { opening == "—" && closing == "" && paragraphs.first?.first?.isWhitespace == false }

    /// The words without the spaces that French sets inside its marks.
    var text: String {
      paragraphs.map { $0.trimmingMarks(" \u{A0}\u{202F}") }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    /// The words with their marks, as they stand in the source.
    var marked: String { String(opening) + paragraphs.joined(separator: "\n\n") + (closing ?? "") }
  }

  /// The paragraphs that the passage was made of.
  var sources: [SourceParagraph] = []
  /// The pieces, each with its place in the source.
  var pieces: [(piece: Piece, position: SourcePosition)] = []

  static func == (left: Passage, right: Passage) -> Bool {
    left.pieces.map(\.piece) == right.pieces.map(\.piece)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(pieces.map(\.piece))
  }
}
