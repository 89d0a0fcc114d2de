extension Attribution {
  /// Reads the attribution that follows a quotation, as in `…” Kerr said in Oslo.`, `…” said Kerr`, `…” — Kerr, Oslo`.
  ///
  /// `text` follows the closing mark; the last mark of the `quoted` words tells whether their sentence goes on.
  /// `interrupts` says that the quote goes on behind the attribution in the same sentence.
  static func after(_ text: String, quoted: String, interrupts: Bool = false) -> Attribution? {
    let link = text.prefix { $0.isWhitespace || ",–—-".contains($0) }
    let rest = String(text.dropFirst(link.count))
    guard let words = Word.split(rest).sentences.first, !words.isEmpty else { return nil }
    let goesOn = quoted.last.map { $0 != "." } ?? false || quoted.hasSuffix("...") || link.contains(",")
    var found = goesOn || isShort(words) ? inverted(words, in: rest) ?? plain(words, in: rest) : nil
    if found == nil, quoted.hasSuffix(",") || link.contains(",") || interrupts { found = anyVerb(words, in: rest) }
    if found == nil { found = dashed(link, words, in: rest) }
    found?.length += link.count
    if interrupts { found?.takeAside() }
    return found
  }

  /// Behind a full stop only a bare `Kerr said.` is an attribution; anything longer is a sentence of its own.
  private static func isShort(_ words: ArraySlice<Word>) -> Bool {
    words.count <= 5 && !["He", "She", "They"].contains(words.first?.text)
  }

  /// Reads `— Josh Kerr, mixed zone` and the like.
  private static func dashed(_ link: Substring, _ words: ArraySlice<Word>, in text: String) -> Attribution? {
    guard link.contains(where: { "–—-".contains($0) }), words.count <= 10, let run = NameRun.find(in: words).first,
      run.range.lowerBound - words.startIndex <= 3
    else { return nil }
    let rest = words[run.range.upperBound...]
    return Attribution(
      speaker: .named(run.text), source: rest.isEmpty ? nil : phrase(rest, in: text),
      length: length(of: words, in: text))
  }

  /// `Kerr said`, `world champion Josh Kerr later told reporters`, `he added`.
  private static func plain(_ words: ArraySlice<Word>, in text: String) -> Attribution? {
    guard let verb = words.indices.dropFirst().first(where: { words.isSpeech(at: $0) }),
      verb - words.startIndex <= 24
    else { return nil }
    let subject = words[..<verb]
    let comma = subject.firstIndex { $0.after.contains(",") }
    let phraseEnd = comma.map { $0 + 1 } ?? verb
    guard let (speaker, start) = Speaker.nearest(before: subject[..<phraseEnd]) else { return nil }
    let between = subject[min(start + speakerLength(speaker), phraseEnd)..<phraseEnd]
    guard between.allSatisfy(isFiller) || isHearsay(between),
      start - words.startIndex <= 5, words[..<start].allSatisfy({ !$0.endsClause && !words.isSpeechWord($0) })
    else { return nil }
    var found = Attribution(speaker: speaker, length: length(of: words, in: text))
    let role = Self.role(words[..<start], in: text)
    let apposition = apposition(subject[phraseEnd...], in: text)
    found.finish(
      words, afterVerb: verb + 1, verb: words[verb].folded, role: [role, apposition].joined, in: text)
    if comma != nil && apposition == nil || isHearsay(between) { found.isInformative = true }
    return found
  }

  /// `said Kerr`, `sa Ingebrigtsen til NRK`, `a déclaré Kerr`, `dit-il`.
  private static func inverted(_ words: ArraySlice<Word>, in text: String) -> Attribution? {
    guard let (verb, hyphenated) = leadingVerb(words) else { return nil }
    var found = Attribution(speaker: .pronoun(hyphenated ?? ""), length: length(of: words, in: text))
    if hyphenated != nil {
      found.finish(words, afterVerb: verb + 1, verb: words[verb].folded, role: nil, in: text)
      return found
    }
    let rest = words[(verb + 1)...]
    if let first = rest.first, Vocabulary.pronouns.contains(first.folded) {
      found.speaker = .pronoun(first.folded)
      found.finish(words, afterVerb: verb + 2, verb: words[verb].folded, role: nil, in: text)
      return found
    }
    let clause = rest.prefix(10)
    guard let run = nameOfPhrase(in: clause) else {
      return describedBehind(words, verb: verb, in: text)
    }
    var before = words[(verb + 1)..<run.range.lowerBound]
    // `said her coach, Ann Marsh`: the name stands behind the role.
    let isTitle = { (word: Word) in
      Vocabulary.titles.contains(word.folded) || Vocabulary.roles.contains(word.folded)
    }
    if let last = before.lastIndex(where: { !isTitle($0) || $0.after == "," }), before[last].after == ",",
      before.count <= 6
    {
      before[last].after = ""
    }
    guard
      before.allSatisfy({ !$0.endsClause && !Vocabulary.prepositions.subtracting(["der", "di"]).contains($0.folded) })
    else { return describedBehind(words, verb: verb, in: text) }
    found.speaker = .named(run.text)
    if run.range.count == 1, let article = before.last, Vocabulary.determiners.contains(article.folded) {
      found.speaker = .described(article.text + " " + run.text)
    }
    let role = Self.role(before, in: text)
    found.finish(words, afterVerb: run.range.upperBound, verb: words[verb].folded, role: role, in: text)
    return found
  }

  /// The name of the noun phrase that begins a clause: of `Harbour City chairman Ian Whitlock` the last.
  private static func nameOfPhrase(in clause: ArraySlice<Word>) -> NameRun? {
    let runs = NameRun.find(in: clause).filter { !$0.isPossessive }
    guard var name = runs.first else { return nil }
    for run in runs.dropFirst() {
      let between = clause[name.range.upperBound..<run.range.lowerBound]
      let isOnePhrase =
        !clause[name.range.upperBound - 1].endsClause && between.count <= 3
        && between.allSatisfy { !$0.endsClause && !Vocabulary.isFunctionWord($0.folded) }
      guard isOnePhrase else { break }
      name = run
    }
    return name
  }

  /// `said a spokesman for the team`; a verb alone (`dijo.`) leaves its subject to the sentence before.
  private static func describedBehind(_ words: ArraySlice<Word>, verb: Int, in text: String) -> Attribution? {
    let rest = words[(verb + 1)...]
    var found = Attribution(speaker: .pronoun(""), length: length(of: words, in: text))
    if let first = rest.first, Vocabulary.determiners.contains(first.folded) {
      let end = rest.firstIndex { $0.endsClause }.map { $0 + 1 } ?? rest.endIndex
      guard end - rest.startIndex <= 7 else { return nil }
      found.speaker = .described(rest[..<end].map(\.written).joined(separator: " "))
      found.finish(words, afterVerb: end, verb: words[verb].folded, role: nil, in: text)
      return found
    }
    guard rest.count <= 6, !rest.contains(where: \.isCapitalised) else { return nil }
    found.finish(words, afterVerb: verb + 1, verb: words[verb].folded, role: nil, in: text)
    return found
  }

  private static func leadingVerb(_ words: ArraySlice<Word>) -> (verb: Int, pronoun: String?)? {
    guard let first = words.first else { return nil }
    let parts = first.folded.split { "-‑".contains($0) }.map(String.init)
    if parts.count > 1, Vocabulary.speech.contains(parts[0]), let pronoun = parts.last,
      Vocabulary.pronouns.contains(pronoun)
    {
      return (words.startIndex, pronoun)
    }
    if parts.count == 3, ["a", "ont"].contains(parts[0]), Vocabulary.pronouns.contains(parts[2]), words.count > 1,
      Vocabulary.speech.contains(words[words.startIndex + 1].folded)
    {
      return (words.startIndex + 1, parts[2])
    }
    if words.isSpeech(at: words.startIndex) { return (words.startIndex, nil) }
    let second = words.startIndex + 1
    // `„…“, so Demir.`
    if first.text == "so", words.count > 1, words[second].isCapitalised { return (words.startIndex, nil) }
    guard words.count > 1, ["a", "ha", "hat", "har", "ont"].contains(first.folded), words.isSpeech(at: second) else {
      return nil
    }
    return (second, nil)
  }

  private static func speakerLength(_ speaker: Speaker) -> Int {
    switch speaker {
    case .named(let text), .described(let text): text.split(separator: " ").count
    case .pronoun: 1
    }
  }

  private static func isFiller(_ word: Word) -> Bool {
    Vocabulary.adverbs.contains(word.folded) || word.folded.hasSuffix("ly") || word.before.hasPrefix("(")
  }

  /// `Kerr is reported to have said`: whose words they are is stated, and that others say so.
  private static func isHearsay(_ words: ArraySlice<Word>) -> Bool {
    let told = ["is", "was", "reported", "said", "supposed", "believed", "rumoured", "rumored", "to", "have"]
    return words.count >= 2 && words.allSatisfy { told.contains($0.folded) }
  }

  /// What stands between a name and its verb, as in `Ann Marsh, the miller, said`; nil where it is no apposition.
  private static func apposition(_ words: ArraySlice<Word>, in text: String) -> String? {
    guard !words.isEmpty, words.count <= longestSource, words.last?.after.contains(",") == true,
      words.allSatisfy({ !words.isSpeechWord($0) })
    else { return nil }
    return phrase(words, in: text)
  }
}

extension ArraySlice<Word> {
  fileprivate func isSpeechWord(_ word: Word) -> Bool { Vocabulary.speech.contains(word.folded) }
}
