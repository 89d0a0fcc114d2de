extension Attribution {
  /// How a sentence leads over to the quotation behind it.
  enum Lead: Hashable {
    /// `Kerr said:`, and how many characters the sentence takes at the end of the text.
    case spoken(Attribution.Speaker, length: Int, isBare: Bool)
    /// `On rivalries:`, a sentence that names no speaker.
    case topic
  }

  private static let longestText = 4_000

  /// Reads the sentence that leads over to a quotation, as in `Kerr said: “…`, `Kerr on Ingebrigtsen: “…`.
  ///
  /// - Returns: nil when the text does not lead over to a quotation.
  static func before(_ text: String) -> Lead? {
    // A sentence that leads over is short, and a text before a quote may be long.
    let text = text.utf8.count > longestText ? String(text.suffix(longestText / 4)) : text
    guard let words = Word.split(text).sentences.last, let first = words.first, let last = words.last else {
      return nil
    }
    let endsInColon = last.after.contains(where: { ":–—".contains($0) })
    let endsInComma = last.after.contains(",")
    guard !last.endsSentence else { return nil }
    let length = text.distance(from: first.range.lowerBound, to: text.endIndex)
    if endsInColon, let name = nameAlone(words) {
      return .spoken(.named(name), length: length, isBare: words.count < 4)
    }
    if let found = spoken(words, isColon: endsInColon, isComma: endsInComma) {
      return .spoken(found.speaker, length: length, isBare: found.isBare)
    }
    if let name = cited(words), endsInColon || endsInComma {
      return .spoken(.named(name), length: length, isBare: true)
    }
    if endsInColon, let name = topical(words) { return .spoken(.named(name), length: length, isBare: false) }
    return endsInColon ? .topic : nil
  }

  private static func spoken(
    _ words: ArraySlice<Word>, isColon: Bool, isComma: Bool
  ) -> (speaker: Speaker, isBare: Bool)? {
    guard let verb = words.indices.last(where: { words.isSpeech(at: $0) }) else { return nil }
    let rest = words[(verb + 1)...]
    let mostWords = isColon ? 14 : isComma ? 9 : 5
    guard rest.count <= mostWords else { return nil }
    if !isColon {
      let clause = ["that", "he", "she", "they", "was", "is", "it", "because", "how", "why", "what", "who", "as"]
      guard !rest.contains(where: { clause.contains($0.folded) }) else { return nil }
    }
    if !isColon, !isComma, !rest.allSatisfy({ isListener($0, in: rest) }) { return nil }
    if verb == words.startIndex || words[..<verb].allSatisfy({ Vocabulary.adverbs.contains($0.folded) }) {
      guard let run = NameRun.find(in: rest).first else { return nil }
      return (.named(run.text), rest.count == run.range.count)
    }
    guard let (speaker, start) = Speaker.nearest(before: words[..<verb]) else { return nil }
    return (speaker, rest.isEmpty && start == words.startIndex && verb - start <= 3)
  }

  private static func isListener(_ word: Word, in words: ArraySlice<Word>) -> Bool {
    word.isCapitalised || Vocabulary.determiners.contains(word.folded)
      || ["reporters", "journalists", "fans", "press", "media", "him", "her", "them", "on", "to"].contains(word.folded)
  }

  /// The name in `Kerr:` and in `Asked about his form, Kerr:` alike.
  private static func nameAlone(_ words: ArraySlice<Word>) -> String? {
    guard let run = NameRun.find(in: words).last, run.range.upperBound == words.endIndex, !run.isPossessive else {
      return nil
    }
    let before = words[..<run.range.lowerBound]
    let isTitled = before.allSatisfy { Vocabulary.titles.contains($0.folded) }
    return isTitled || before.last?.after.contains(",") == true ? run.text : nil
  }

  /// The first name in `Kerr on Ingebrigtsen:` and the like.
  private static func topical(_ words: ArraySlice<Word>) -> String? {
    guard let run = NameRun.find(in: words).first, run.isAtStart, run.range.upperBound < words.endIndex,
      ["on", "about", "om", "über", "sur", "sobre", "in", "to", "after"].contains(words[run.range.upperBound].folded)
    else { return nil }
    return run.text
  }

  /// The name in `According to Kerr,` and the like.
  private static func cited(_ words: ArraySlice<Word>) -> String? {
    guard let index = words.lastIndex(where: { Vocabulary.accordingTo.contains($0.folded) }) else { return nil }
    return NameRun.find(in: words[(index + 1)...]).first?.text
  }
}
