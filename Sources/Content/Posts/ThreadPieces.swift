internal import Timeline

/// A text as words with the places between them, where a thread may be cut.
struct ThreadPieces {
  /// How good a place for a cut is.
  enum Break: Int, Comparable {
    case none, space, sentence, paragraph

    static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
  }

  private let text: String
  private var words: [Range<String.Index>] = []
  /// What each word has in front of it; the first has nothing.
  private var breaks: [Break] = []

  init(_ text: String) {
    self.text = text
    var index = text.startIndex
    while let start = text[index...].firstIndex(where: { !Self.isGap($0) }) {
      let end = text[start...].firstIndex(where: Self.isGap) ?? text.endIndex
      let lines = text[index..<start].count(where: \.isNewline)
      breaks.append(lines > 1 ? .paragraph : lines == 1 ? .sentence : .space)
      words.append(start..<end)
      index = end
    }
    markSentences()
    keepAttributionsTogether()
    keepQuotesTogether()
  }

  /// White space but for the spaces that hold words together.
  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
  }

  var count: Int { words.count }

  func mayBreak(before index: Int) -> Bool { breaks[index] != .none }

  func breakBefore(_ index: Int) -> Break { breaks[index] }

  /// The text of some words with what stands between them.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(text[words[first].lowerBound..<words[last].upperBound])
  }

  /// Marks the words that begin a sentence: as many words on as the sentences before it have.
  private mutating func markSentences() {
    var start = 0
    for sentence in Sentences.split(text) {
      start += sentence.split(whereSeparator: Self.isGap).count
      if breaks.indices.contains(start), breaks[start] == .space { breaks[start] = .sentence }
    }
  }

  /// Takes away the places to cut inside a line that begins with a dash, and the one in front of it.
  ///
  /// Whoever said something stands there. In running text only the dash itself stays with the word before it.
  private mutating func keepAttributionsTogether() {
    var isAttribution = false
    for index in words.indices.dropFirst() {
      let gap = text[words[index - 1].upperBound..<words[index].lowerBound]
      let isDash = text[words[index]].first.map { $0 == "—" || $0 == "–" } ?? false
      if gap.contains(where: \.isNewline) { isAttribution = isDash }
      if isAttribution || isDash { breaks[index] = .none }
    }
  }

  /// Takes away the places to cut between quotation marks: a quote is whole or not there.
  ///
  /// A mark that is never closed holds nothing together; straight marks are a pair within a paragraph alone.
  private mutating func keepQuotesTogether() {
    var open: (word: Int, close: Set<Character>)?
    for index in words.indices {
      if open?.close == ["\""], breaks[index] == .paragraph { open = nil }
      for character in text[words[index]] {
        if let quote = open, quote.close.contains(character) {
          for inner in quote.word..<index { breaks[inner + 1] = .none }
          open = nil
        } else if open == nil, let close = Self.closingMarks[character] {
          open = (index, close)
        }
      }
    }
  }

  /// What closes a quotation, by what opens it.
  private static let closingMarks: [Character: Set<Character>] = [
    "“": ["”"], "„": ["“", "”"], "«": ["»"], "\"": ["\""],
  ]
}
