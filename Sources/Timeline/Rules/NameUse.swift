/// How a document uses one word that begins with a capital.
struct NameUse {
  var count = 0
  /// How often it stood where a capital need not make it a name: behind a full stop, or first in a line.
  var atSentenceStart = 0
  var first: TextPlace
  /// The capitalised words directly before and behind it.
  var neighboursBefore: Set<String> = []
  var neighboursBehind: Set<String> = []

  init(first: TextPlace) {
    self.first = first
  }

  mutating func add(isAtStart: Bool, before: String?) {
    count += 1
    if isAtStart { atSentenceStart += 1 }
    if let before { neighboursBefore.insert(before) }
  }
}

/// Gathers the names of a document, and the words that it writes small.
struct NameCounter {
  private(set) var names: [String: NameUse] = [:]
  private(set) var smallWords: Set<String> = []

  mutating func add(_ piece: TextPiece) {
    var isStart = true
    var previous: String?
    for word in piece.text.split(whereSeparator: Self.isSeparator) {
      let isAfterSpace = isDirect(word, in: piece.text)
      let plain = Self.withoutEnding(word)
      defer {
        let behind = piece.text[word.endIndex...].first
        isStart = behind.map { ".!?:“”\"\n—–".contains($0) } ?? true
      }
      guard plain.count >= 3, let initial = plain.first, initial.isUppercase,
        plain.dropFirst().contains(where: \.isLowercase)
      else {
        if let initial = plain.first, initial.isLowercase { smallWords.insert(plain.lowercased()) }
        previous = plain.first?.isUppercase == true ? plain : nil
        continue
      }
      let before = isAfterSpace ? previous : nil
      names[plain, default: NameUse(first: piece.place(word.startIndex))].add(isAtStart: isStart, before: before)
      if let before { names[before]?.neighboursBehind.insert(plain) }
      previous = plain
    }
  }

  private static func isSeparator(_ character: Character) -> Bool {
    !(character.isPlainLetter || character == "’" || character == "'" || character == "-")
  }

  /// Nothing but one space stands between a word and the one before.
  private func isDirect(_ word: Substring, in text: String) -> Bool {
    guard word.startIndex > text.startIndex else { return false }
    let space = text.index(before: word.startIndex)
    guard text[space] == " ", space > text.startIndex else { return false }
    return text[text.index(before: space)].isPlainLetter
  }

  /// The word without marks at its ends and without `’s`.
  private static func withoutEnding(_ word: Substring) -> String {
    var word = word.drop { !$0.isPlainLetter }
    while let last = word.last, !last.isPlainLetter { word.removeLast() }
    if word.hasSuffix("’s") || word.hasSuffix("'s") { word.removeLast(2) }
    return String(word)
  }
}

extension Character {
  /// Whether this is a letter; most are told by their first byte, for which the tables of Unicode take long.
  fileprivate var isPlainLetter: Bool {
    guard let byte = utf8.first, byte < 0x80 else { return isLetter }
    return (0x61...0x7A).contains(byte | 0x20)
  }
}
