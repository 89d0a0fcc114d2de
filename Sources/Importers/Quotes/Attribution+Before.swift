extension Attribution {
  /// How a sentence leads over to the quotation behind it.
  enum Lead: Hashable {
    /// `Kerr said:`, and how many characters the sentence takes at the end of the text; `isCited` for `according to Kerr,`.
    ///
    /// `source` says who the speaker is where the sentence goes: `The cox, Ann Marsh, said:`.
    case spoken(Attribution.Speaker, length: Int, isBare: Bool, isCited: Bool = false, source: String? = nil)
    /// `On rivalries:`, a sentence that names no speaker.
    case topic

    /// The sentence at the end of the text that it was read from.
    func sentence(in text: String) -> String {
      if case .spoken(_, let length, _, _, _) = self { String(text.suffix(length)) } else { "" }
    }
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
    if endsInColon, let name = agent(words) {
      return .spoken(.named(name), length: length, isBare: false)
    }
    if endsInColon, let name = nameAlone(words) {
      return .spoken(.named(name), length: length, isBare: words.count < 4)
    }
    if isDenied(words) { return nil }
    if let found = spoken(words, isColon: endsInColon, isComma: endsInComma) {
      return .spoken(found.speaker, length: length, isBare: found.isBare, source: found.source)
    }
    if let name = cited(words), endsInColon || endsInComma {
      let isBare = words.count <= 2 + name.split(separator: " ").count
      return .spoken(.named(name), length: length, isBare: isBare, isCited: true)
    }
    if endsInColon, let speaker = owner(words) ?? document(words) {
      return .spoken(speaker, length: length, isBare: false)
    }
    if endsInColon, let name = topical(words) { return .spoken(.named(name), length: length, isBare: false) }
    return endsInColon ? .topic : nil
  }

  private static func spoken(
    _ words: ArraySlice<Word>, isColon: Bool, isComma: Bool
  ) -> (speaker: Speaker, isBare: Bool, source: String?)? {
    guard let verb = words.indices.last(where: { words.isSpeech(at: $0) }) else { return nil }
    let rest = words[(verb + 1)...]
    let mostWords = isColon ? 14 : isComma ? 9 : 5
    guard rest.count <= mostWords, !isAnothers(rest, verb: words[verb]),
      !isRemembered(words[..<verb])
    else { return nil }
    if !isColon {
      let clause = ["that", "he", "she", "they", "was", "is", "it", "because", "how", "why", "what", "who", "as"]
      guard !rest.contains(where: { clause.contains($0.folded) }) else { return nil }
    }
    if !isColon, !isComma, !rest.allSatisfy({ isListener($0, in: rest) }) { return nil }
    if verb == words.startIndex || words[..<verb].allSatisfy({ Vocabulary.adverbs.contains($0.folded) }) {
      guard let run = NameRun.find(in: rest).first else { return nil }
      return (.named(run.titled), rest.count == run.range.upperBound - run.start, nil)
    }
    if words[verb - 1].folded == "which" { return relative(words[..<(verb - 1)]).map { ($0, false, nil) } }
    if isColon, let speaker = subjectBehind(verb, in: words) { return (speaker, false, nil) }
    if let (run, role) = Speaker.apposed(words[..<verb]) {
      let isBare =
        role.startIndex == words.startIndex && rest.allSatisfy { Vocabulary.adverbs.contains($0.folded) }
      return (.named(run.titled), isBare, isBare ? lowered(role) : nil)
    }
    guard let (speaker, start) = Speaker.nearest(before: words[..<verb]) else { return nil }
    return (speaker, rest.isEmpty && start == words.startIndex && verb - start <= 3, nil)
  }

  /// What somebody is, with its article in lower case though it begins the sentence.
  private static func lowered(_ role: ArraySlice<Word>) -> String {
    let words = role.prefix(1).map(\.folded) + role.dropFirst().map(\.written)
    return words.joined(separator: " ")
  }

  /// Who stands behind the verb, as in `Auf die Frage, ob es regne, antwortete Kern:` and in `Etter møtet sa han:`.
  private static func subjectBehind(_ verb: Int, in words: ArraySlice<Word>) -> Speaker? {
    let rest = words[(verb + 1)...]
    guard verb > words.startIndex, !tellsSomebody.contains(words[verb].folded), let next = rest.first else {
      return nil
    }
    let named = Speaker.nearest(before: words[..<verb])?.speaker
    if Vocabulary.pronouns.contains(next.folded) {
      let isBehindClause = words[verb - 1].endsClause && rest.count == 1
      return isBehindClause || named == nil && beginsWithObject(words) ? .pronoun(next.folded) : nil
    }
    guard let run = NameRun.find(in: words[verb...]).first, run.start > verb, !run.isPossessive,
      words[(verb + 1)..<run.range.lowerBound].allSatisfy({
        Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded)
          || Vocabulary.determiners.contains($0.folded)
      })
    else { return nil }
    return words[verb - 1].endsClause || named == nil || beginsWithObject(words) ? .named(run.titled) : nil
  }

  /// Whether a sentence begins with a phrase that is not its subject: `Im Protokoll`, `Dem Bürgermeister`.
  private static func beginsWithObject(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first else { return false }
    return Vocabulary.prepositions.contains(first.folded) || ["dem", "einem"].contains(first.folded)
  }

  /// Verbs with a listener behind them.
  private static let tellsSomebody: Set<String> = [
    "told", "tells", "telling", "asked", "asks", "asking", "warned", "warns", "answered", "answers", "texted",
    "messaged",
    "promised", "promises", "assured", "reminded", "fortalte", "forteller", "spurte", "spør", "fragte", "fragt",
  ]

  /// The thing in `a letter from the railway, which concluded:`.
  private static func relative(_ words: ArraySlice<Word>) -> Speaker? {
    guard let start = words.lastIndex(where: { ["a", "an"].contains($0.folded) }), words.endIndex - start <= 9 else {
      return nil
    }
    return .described(words[start...].map(\.written).joined(separator: " "))
  }

  /// `Kerr denied having said`: the words are nobody's.
  private static func isDenied(_ words: ArraySlice<Word>) -> Bool {
    let denials: Set<String> = [
      "denied", "denies", "denying", "misquoted", "misquoting", "bestritt", "bestreitet", "leugnete", "leugnet",
      "nektet", "nekter", "nié", "niait", "negó", "niega",
    ]
    guard let verb = words.indices.last(where: { words.isSpeech(at: $0) }),
      let denial = words[..<verb].lastIndex(where: { denials.contains($0.folded) })
    else { return false }
    return !words[denial..<verb].contains(where: \.endsClause)
  }

  private static let memory: Set<String> = ["remembered", "remembers", "recalled", "recalls", "recalling"]

  /// Finds `what` behind the verb of `Kerr remembered what his father had told him`.
  private static func isRemembered(_ words: ArraySlice<Word>) -> Bool {
    guard let verb = words.firstIndex(where: { memory.contains($0.folded) }) else { return false }
    return words[verb...].dropFirst().first?.folded == "what"
  }

  /// `Kerr remembered his father’s advice`: the words are another's.
  private static func isAnothers(_ rest: ArraySlice<Word>, verb: Word) -> Bool {
    guard memory.contains(verb.folded), let noun = rest.firstIndex(where: { ownedWords.contains($0.folded) }) else {
      return false
    }
    let isOwned = noun > rest.startIndex && rest[noun - 1].isPossessive
    return isOwned || noun + 1 < rest.endIndex && ["of", "from"].contains(rest[noun + 1].folded)
  }

  private static func isListener(_ word: Word, in words: ArraySlice<Word>) -> Bool {
    word.isCapitalised || Vocabulary.determiners.contains(word.folded)
      || ["reporters", "journalists", "fans", "press", "media", "him", "her", "them", "on", "to"].contains(word.folded)
  }

  /// Who told, in `Kerr was told by Wightman:`.
  private static func agent(_ words: ArraySlice<Word>) -> String? {
    guard let run = NameRun.find(in: words).last, run.range.upperBound == words.endIndex, !run.isPossessive else {
      return nil
    }
    let before = words[..<run.range.lowerBound].reversed().drop {
      Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded)
        || Vocabulary.determiners.contains($0.folded)
    }
    let verbs = [
      "told", "asked", "informed", "warned", "reminded", "assured", "advised", "said", "written", "answered",
    ]
    guard before.first?.folded == "by", let verb = before.dropFirst().first else { return nil }
    return verbs.contains(verb.folded) ? run.titled : nil
  }

  /// The name in `Kerr:`, in `Asked about his form, Kerr:` and in `said Kerr, and Wightman:`.
  private static func nameAlone(_ words: ArraySlice<Word>) -> String? {
    guard let run = NameRun.find(in: words).last, run.range.upperBound == words.endIndex, !run.isPossessive else {
      return nil
    }
    var before = words[..<run.start]
    let isTitled = before.allSatisfy { Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded) }
    if let link = before.last, Vocabulary.conjunctions.contains(link.folded),
      before.indices.contains(where: { before.isSpeech(at: $0) })
    {
      before.removeLast()
    }
    return isTitled || before.last?.endsClause == true ? run.titled : nil
  }

  /// The first name in `Kerr on Ingebrigtsen:` and the like.
  private static func topical(_ words: ArraySlice<Word>) -> String? {
    guard let run = NameRun.find(in: words).first, run.isAtStart, run.range.upperBound < words.endIndex,
      words[run.range.upperBound - 1].after.isEmpty,
      ["on", "about", "om", "über", "sur", "sobre", "in", "to", "after"].contains(words[run.range.upperBound].folded)
    else { return nil }
    return run.text
  }

  private static let ownedWords: Set<String> = [
    "reply", "answer", "response", "verdict", "comment", "explanation", "reaction", "words", "motto", "advice",
    "message", "warning",
    "conclusion", "statement", "retort", "view", "report", "letter", "diary", "note", "telegram", "memo", "postcard",
  ]

  /// Whose words they are in `Kerr’s reply, in full:`, `Her answer:`.
  private static func owner(_ words: ArraySlice<Word>) -> Speaker? {
    guard words.count <= 16, let noun = words.firstIndex(where: { ownedWords.contains($0.folded) }),
      noun > words.startIndex,
      words[(noun + 1)...].count <= 9
    else { return nil }
    let owner = words[noun - 1]
    let pronouns = ["his": "he", "her": "she", "their": "they"]
    if let pronoun = pronouns[owner.folded] { return .pronoun(pronoun) }
    if let run = NameRun.find(in: words[..<noun]).last, run.isPossessive, run.range.upperBound == noun {
      return .named(run.text)
    }
    return nil
  }

  /// What is read in `A note on the door read:`.
  private static func document(_ words: ArraySlice<Word>) -> Speaker? {
    guard let last = words.last, ["read", "reads", "ran", "runs"].contains(last.folded), words.count <= 9,
      let first = words.first, Vocabulary.determiners.contains(first.folded)
    else { return nil }
    return .described(words.dropLast().map(\.written).joined(separator: " "))
  }

  /// The name in `According to Kerr,` and the like.
  private static func cited(_ words: ArraySlice<Word>) -> String? {
    guard let index = words.lastIndex(where: { Vocabulary.accordingTo.contains($0.folded) }) else { return nil }
    return NameRun.find(in: words[(index + 1)...]).first?.titled
  }
}
