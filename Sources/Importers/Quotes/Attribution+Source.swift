/// What the sentence of an attribution says beside who spoke.
extension Attribution {
  /// More words than this tell a story of their own.
  static let longestSource = 12
  /// An aside between commas may be longer, for it says who the speaker is.
  private static let longestAside = 24

  /// How a clause begins that tells what else happened.
  private static let telling: Set<String> = [
    "that", "who", "which", "when", "and", "but", "adding", "while", "before", "as", "und", "og", "et", "y", "e",
  ]
  private static let tellingAside: Set<String> = ["that", "and", "but", "so", "then", "or", "yet"]

  /// Takes the rest of the sentence: a place, a listener or who the speaker is goes with the speaker; what tells of
  /// anything else stays in the text.
  mutating func finish(
    _ words: ArraySlice<Word>, afterVerb: Int, verb: String, role: String?, in text: String
  ) {
    self.verb = String(verb.prefix { $0 != "-" })
    isReply = Vocabulary.replying.contains(self.verb)
    var rest = words[Swift.min(afterVerb, words.endIndex)...]
    if Vocabulary.speechWithParticle.contains(verb), let next = rest.first, Self.isParticle(next, before: rest) {
      rest = rest.dropFirst()
      isReply = isReply || next.folded == "back"
    }
    // `he texted back`
    if let next = rest.first, next.folded == "back", rest.count == 1 || next.endsClause {
      rest = rest.dropFirst()
      isReply = true
    }
    if let next = rest.first, Vocabulary.reflexive.contains(next.folded) { rest = rest.dropFirst() }
    source = role
    let isBare =
      rest.allSatisfy {
        Vocabulary.speech.contains($0.folded) || Vocabulary.conjunctions.contains($0.folded)
          || Vocabulary.adverbs.contains($0.folded)
      } || rest.count == 1 && ["hinzu", "til", "toe"].contains(rest[rest.startIndex].folded)
    guard !isBare else { return }
    let listener = ["told", "tells", "telling"].contains(verb) ? "to " : ""
    let detail = [role, listener + Self.phrase(rest, in: text)].joined
    let startsClause = rest.startIndex > words.startIndex && words[rest.startIndex - 1].after.contains(",")
    if Self.saysWhoOrWhere(rest, startsClause: startsClause) {
      source = detail
    } else {
      isInformative = true
      aside = rest.count <= 2 * Self.longestAside ? detail : nil
    }
  }

  /// Between two halves of one sentence all that is said goes with the speaker: it cannot stand alone.
  mutating func takeAside() {
    guard isInformative, let aside else { return }
    source = aside
    isInformative = false
  }

  private static func saysWhoOrWhere(_ rest: ArraySlice<Word>, startsClause: Bool) -> Bool {
    let inner = rest.dropLast()
    guard !rest.contains(where: { Vocabulary.speech.contains($0.folded) }),
      !inner.contains(where: { $0.after.contains { ";:–—".contains($0) } })
    else { return false }
    let commas = inner.indices.filter { rest[$0].after.contains(",") }
    guard startsClause || !commas.isEmpty else {
      return rest.count <= longestSource && !rest.contains { telling.contains($0.folded) }
    }
    let starts = (startsClause ? [rest.startIndex] : []) + commas.map { $0 + 1 }
    return rest.count <= longestAside && !starts.contains { tellingAside.contains(rest[$0].folded) }
      && (startsClause || !rest[..<(starts[0])].contains { telling.contains($0.folded) })
  }

  /// `wrote back`, and `chimed in` unless the next word belongs to it, as in `wrote in a letter`.
  private static func isParticle(_ word: Word, before rest: ArraySlice<Word>) -> Bool {
    guard Vocabulary.particlesOfSpeech.contains(word.folded) else { return false }
    guard word.folded != "back", rest.count > 1 else { return true }
    let next = rest[rest.startIndex + 1]
    return !next.isCapitalised && !Vocabulary.determiners.contains(next.folded) && !(next.text.first?.isNumber ?? false)
  }

  static func length(of words: ArraySlice<Word>, in text: String) -> Int {
    words.last.map { text.distance(from: text.startIndex, to: $0.range.upperBound) } ?? 0
  }

  /// What somebody is, without forms of address and an article alone.
  static func role(_ words: ArraySlice<Word>, in text: String) -> String? {
    let core = words.reversed().drop { Vocabulary.honorifics.contains($0.folded) }
    let role = words.prefix(core.count)
    return role.allSatisfy { Vocabulary.determiners.contains($0.folded) } ? nil : phrase(role, in: text)
  }

  /// The words as they stand, without marks at their ends.
  static func phrase(_ words: ArraySlice<Word>, in text: String) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    var phrase = text[first.range.lowerBound..<last.range.upperBound]
    while let mark = phrase.last, ".,:;–—-".contains(mark) || mark.isWhitespace { phrase = phrase.dropLast() }
    return String(phrase)
  }
}

extension [String?] {
  /// The parts that are there, with commas between them; nil where there is none.
  var joined: String? {
    let parts = compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
