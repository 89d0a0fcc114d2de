import Timeline

/// Speech that dashes mark, as Norwegian, French and Spanish papers set it.
///
/// An example is `– Vi anker, sier Holm. – Det er ikke over.`
/// A dash alone may begin an item of a list; it begins speech where a verb of speech follows a comma in its sentence.
enum DashDialogue {
  /// The pieces of a paragraph with their offsets; nil for a paragraph without such speech.
  ///
  /// Behind a sentence that ends in a colon, a sentence behind a dash is speech without a verb too.
  static func pieces(of text: String, isAnnounced: Bool = false) -> [(piece: Passage.Piece, offset: Int)]? {
    guard text.unicodeScalars.contains(where: { $0 == "–" || $0 == "—" }) || text.hasPrefix("- ") else { return nil }
    if text.hasPrefix("—"), text.dropFirst().first?.isWhitespace == false { return spanish(text) }
    let characters = Array(text)
    let dashes = dashes(in: characters)
    guard let first = dashes.first else { return nil }
    var pieces: [(piece: Passage.Piece, offset: Int)] = []
    var isSpeech = false
    if first > 0 { pieces.append((.prose(String(characters[..<first])), 0)) }
    for (dash, end) in zip(dashes, dashes.dropFirst() + [characters.count]) {
      let rest = String(characters[(dash + 1)..<end])
      if let length = lengthOfSpeech(in: rest) {
        isSpeech = true
        pieces.append((quotation(String(rest.prefix(length)), characters[dash]), dash))
        pieces.append((.prose(String(rest.dropFirst(length))), dash + 1 + length))
      } else if isSpeech || rest.dropFirst().first?.isUppercase == true && isLed(characters[..<dash]) {
        isSpeech = true
        pieces.append((quotation(rest, characters[dash]), dash))
      } else {
        return isAnnounced ? sentence(text) : nil
      }
    }
    return isSpeech ? pieces : nil
  }

  /// The dashes that open speech; one behind a comma does where an attribution stands before it.
  private static func dashes(in characters: [Character]) -> [Int] {
    var dashes: [Int] = []
    for index in characters.indices where "–—-".contains(characters[index]) {
      if opens(at: index, in: characters) {
        dashes.append(index)
      } else if let last = dashes.last, opens(at: index, in: characters, behind: ","),
        index - last < longestTurn, lengthOfSpeech(in: String(characters[(last + 1)..<index])) != nil
      {
        dashes.append(index)
      }
    }
    return dashes
  }

  private static let longestTurn = 1_000

  /// Whether `Holm ropte:` stands before the dash.
  private static func isLed(_ text: ArraySlice<Character>) -> Bool {
    guard text.last(where: { !$0.isWhitespace }) == ":", let words = Word.split(String(text)).sentences.last,
      words.indices.contains(where: { words.isSpeech(at: $0) }), case .spoken? = Attribution.before(String(text))
    else { return false }
    return true
  }

  /// A sentence behind one dash.
  private static func sentence(_ text: String) -> [(piece: Passage.Piece, offset: Int)]? {
    let words = text.dropFirst().drop { $0.isWhitespace }
    guard let dash = text.first, "–—".contains(dash), words.first?.isUppercase == true, let end = words.last,
      ".!?…".contains(end), !words.contains(where: { "–—".contains($0) })
    else { return nil }
    return [(quotation(String(text.dropFirst()), dash), 0)]
  }

  /// `—No voy a dimitir —dijo Vega—. No todavía.`; the dashes touch the words that they open and close.
  private static func spanish(_ text: String) -> [(piece: Passage.Piece, offset: Int)]? {
    var pieces: [(piece: Passage.Piece, offset: Int)] = []
    var offset = 1
    for (index, part) in text.dropFirst().split(separator: "—", omittingEmptySubsequences: false).enumerated() {
      let words = String(part)
      if index % 2 == 0 {
        // Behind the dash that closes an attribution stands the full stop of its sentence.
        let stop = index > 0 ? words.prefix { ".,; ".contains($0) }.count : 0
        if stop > 0, case .prose(let attribution)? = pieces.last?.piece {
          pieces[pieces.count - 1].piece = .prose(attribution + words.prefix(stop))
        }
        if stop < words.count { pieces.append((quotation(String(words.dropFirst(stop)), "—"), offset + stop)) }
      } else {
        guard let first = Word.split(words).first, Vocabulary.speech.contains(first.folded) else { return nil }
        pieces.append((.prose(", " + words), max(0, offset - 2)))
      }
      offset += words.count + 1
    }
    return pieces.count > 1 ? pieces : nil
  }

  private static func quotation(_ words: String, _ dash: Character) -> Passage.Piece {
    .quotation(Passage.Quotation(paragraphs: [words], opening: dash, closing: ""))
  }

  /// A dash at the start of the paragraph or of a sentence, with a space behind it.
  private static func opens(at index: Int, in characters: [Character], behind marks: String = ".!?:") -> Bool {
    guard "–—-".contains(characters[index]), index + 1 < characters.count, characters[index + 1] == " " else {
      return false
    }
    guard index > 0 else { return true }
    guard index > 1, characters[index - 1] == " " else { return false }
    return marks.contains(characters[index - 2])
  }

  /// How long the speech is before `, sier Holm`; nil where no such clause follows.
  private static func lengthOfSpeech(in text: String) -> Int? {
    let words = Word.split(text)
    for index in words.indices.dropFirst() where words[...].isSpeech(at: index) {
      // `a lancé Dubois`
      let isPerfect = index > 1 && ["a", "ont", "ha", "hat", "har", "se"].contains(words[index - 1].folded)
      let before = words[index - (isPerfect ? 2 : 1)]
      guard let mark = before.after.last, ",!?".contains(mark), index + 1 < words.count else { continue }
      let next = words[index + 1]
      let isShort = Vocabulary.pronouns.contains(next.folded) || Vocabulary.indefinite.contains(next.folded)
      guard next.isCapitalised || isShort || isRole(words[(index + 1)...]) else { continue }
      let end = text.distance(from: text.startIndex, to: before.range.upperBound)
      return mark == "," ? end - 1 : end
    }
    return nil
  }

  /// Whether a name follows a few words, as in `ordfører Per Holm`.
  private static func isRole(_ words: ArraySlice<Word>) -> Bool {
    words.prefix(4).dropFirst().contains { $0.isCapitalised }
  }
}
