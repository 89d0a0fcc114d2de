extension Attribution {
  /// Reads the attribution that follows a quotation, as in `…” Kerr said in Oslo.`, `…” said Kerr`, `…” — Kerr, Oslo`.
  ///
  /// `text` follows the closing mark; the last mark of the `quoted` words tells whether their sentence goes on.
  /// `interrupts` says that the quote goes on behind the attribution in the same sentence.
  static func after(_ text: String, quoted: String, interrupts: Bool = false) -> Attribution? {
    if let found = bracketed(text, quoted: quoted) { return found }
    let link = text.prefix { $0.isWhitespace || ",–—―-".contains($0) }
    let rest = String(text.dropFirst(link.count))
    guard let words = Word.split(rest).sentences.first, !words.isEmpty else { return nil }
    let goesOn = quoted.last.map { $0 != "." } ?? false || quoted.hasSuffix("...") || link.contains(",")
    var found = goesOn || isBare(words) ? inverted(words, in: rest) ?? plain(words, in: rest) : nil
    if found == nil, quoted.hasSuffix(",") || link.contains(",") || interrupts {
      found = anyVerb(words, in: rest, isOutside: link.contains(","))
    }
    if found == nil { found = dashed(link, words, in: rest) }
    found?.length += link.count
    if interrupts { found?.takeAside() }
    return found
  }

  /// Behind a full stop only a bare `Kerr said.` is an attribution; `Kerr said nothing.` is a sentence of its own.
  private static func isBare(_ words: ArraySlice<Word>) -> Bool {
    guard words.count <= 5, !["He", "She", "They"].contains(words.first?.text),
      let verb = words.indices.first(where: { words.isSpeech(at: $0) }), !gestures.contains(words[verb].folded)
    else { return false }
    guard verb > words.startIndex, verb + 1 < words.endIndex else { return true }
    let next = words[verb + 1]
    return next.isCapitalised || Vocabulary.prepositions.contains(next.folded) || words[verb].folded == "told"
  }

  /// What people do beside speaking, in a sentence of its own.
  private static let gestures: Set<String> = [
    "laughed", "laughs", "smiled", "smiles", "sighed", "sighs", "shrugged", "chuckled", "cried", "cheered", "teased",
    "lo", "finished", "ended", "began", "begins", "opened", "agreed", "agrees",
  ]

  /// Reads `(Peter Lyle, parish meeting)` behind whole sentences.
  private static func bracketed(_ text: String, quoted: String) -> Attribution? {
    let start = text.drop { $0.isWhitespace }
    guard start.first == "(", quoted.last.map({ ".!?…".contains($0) }) ?? false,
      let end = start.prefix(120).firstIndex(of: ")")
    else { return nil }
    let inner = String(start[start.index(after: start.startIndex)..<end])
    let words = Word.split(inner)[...]
    guard words.count <= 10, let run = signature(of: words), run.range.count > 1 else { return nil }
    let rest = words[run.range.upperBound...]
    let source = [role(words[..<run.range.lowerBound], in: inner), rest.isEmpty ? nil : phrase(rest, in: inner)].joined
    return Attribution(
      speaker: .named(run.titled), source: source, length: text.distance(from: text.startIndex, to: end) + 1)
  }

  /// The name that signs a quotation: nothing but a role before it, and a comma or a place behind it.
  static func signature(of words: ArraySlice<Word>) -> NameRun? {
    guard let run = NameRun.find(in: words).first, !run.isPossessive, !Roster.isInstitution(run.text) else {
      return nil
    }
    let isTitled = words[..<run.range.lowerBound].allSatisfy {
      Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded)
        || Vocabulary.determiners.contains($0.folded)
    }
    let end = run.range.upperBound
    guard isTitled,
      end == words.endIndex || words[end - 1].after.contains(",") || words[end].before == "("
        || Vocabulary.prepositions.contains(words[end].folded)
    else { return nil }
    return run
  }

  /// Reads `— Josh Kerr, mixed zone` and the like.
  private static func dashed(_ link: Substring, _ words: ArraySlice<Word>, in text: String) -> Attribution? {
    guard link.contains(where: { "–—―-".contains($0) }), words.count <= 10, let run = NameRun.find(in: words).first,
      run.range.lowerBound - words.startIndex <= 3
    else { return nil }
    let rest = words[run.range.upperBound...]
    return Attribution(
      speaker: .named(run.titled), source: rest.isEmpty ? nil : phrase(rest, in: text),
      length: length(of: words, in: text))
  }

  /// `Kerr said`, `world champion Josh Kerr later told reporters`, `he added`.
  private static func plain(_ words: ArraySlice<Word>, in text: String) -> Attribution? {
    guard let verb = words.indices.dropFirst().first(where: { words.isSpeech(at: $0) }),
      verb - words.startIndex <= 24
    else { return nil }
    let subject = words[..<verb]
    if let found = indefinite(subject, length: length(of: words, in: text)) { return found }
    if let (run, role) = Speaker.apposed(subject), role.startIndex == words.startIndex {
      var found = Attribution(speaker: .named(run.titled), length: length(of: words, in: text))
      found.finish(words, afterVerb: verb + 1, verb: words[verb].folded, role: phrase(role, in: text), in: text)
      return found
    }
    let comma = subject.firstIndex { $0.after.contains(",") }
    let phraseEnd = comma.map { $0 + 1 } ?? verb
    guard let (speaker, start) = Speaker.nearest(before: subject[..<phraseEnd]) else { return nil }
    let between = subject[min(start + speakerLength(speaker), phraseEnd)..<phraseEnd]
    let isQuoted = isQuoted(between, behind: words[..<start])
    guard between.allSatisfy(isFiller) || isHearsay(between) || isQuoted,
      start - words.startIndex <= 5,
      words[..<start].allSatisfy({ !$0.endsClause && !words.isSpeechWord($0) && !isCopula($0) })
    else { return nil }
    var found = Attribution(speaker: speaker, length: length(of: words, in: text))
    let role = isQuoted ? nil : Self.role(words[..<start], in: text)
    let apposition = apposition(subject[phraseEnd...], in: text)
    found.finish(
      words, afterVerb: verb + 1, verb: words[verb].folded, role: [role, apposition].joined, in: text)
    if comma != nil && phraseEnd < verb && apposition == nil || isHearsay(between) || isQuoted {
      found.isInformative = true
    }
    return found
  }

  /// The verb of a clause that is more than an attribution: `“Never” is what Kerr said`.
  private static func isCopula(_ word: Word) -> Bool { ["is", "was", "what", "which"].contains(word.folded) }

  /// `someone said`, `one of the rowers said`: a sentence that stays, for it names nobody.
  private static func indefinite(_ subject: ArraySlice<Word>, length: Int) -> Attribution? {
    guard let first = subject.first, Vocabulary.indefinite.contains(first.folded), subject.count <= 6,
      subject.dropFirst().allSatisfy({
        !$0.isCapitalised && !$0.endsClause && !Vocabulary.pronouns.subtracting(["de"]).contains($0.folded)
      })
    else { return nil }
    return Attribution(speaker: .indefinite, isInformative: true, length: length)
  }

  /// Reads the name in `said one of the rowers, Ann Marsh`.
  private static func oneOf(_ words: ArraySlice<Word>, behind verb: Int, in text: String) -> Attribution? {
    let rest = words[(verb + 1)...]
    guard let comma = rest.prefix(7).firstIndex(where: \.endsClause), rest[comma].after == ",",
      let run = NameRun.find(in: rest).first, run.start == comma + 1, !run.isPossessive
    else { return nil }
    var found = Attribution(speaker: .named(run.titled), length: length(of: words, in: text))
    let role = phrase(rest[...comma], in: text)
    found.finish(words, afterVerb: run.range.upperBound, verb: words[verb].folded, role: role, in: text)
    return found
  }

  /// `said Kerr`, `sa Ingebrigtsen til NRK`, `a déclaré Kerr`, `dit-il`.
  private static func inverted(_ words: ArraySlice<Word>, in text: String) -> Attribution? {
    guard let (leading, hyphenated) = leadingVerb(words) else { return nil }
    var verb = leading
    // `erinnerte sich Kern`
    if verb + 1 < words.endIndex, Vocabulary.reflexive.contains(words[verb + 1].folded) { verb += 1 }
    var found = Attribution(speaker: .pronoun(hyphenated ?? ""), length: length(of: words, in: text))
    if hyphenated != nil {
      found.finish(words, afterVerb: verb + 1, verb: words[verb].folded, role: nil, in: text)
      return found
    }
    let rest = words[(verb + 1)...]
    if let found = indefinite(rest.prefix(1), length: found.length), rest.dropFirst().first?.isCapitalised != true {
      return oneOf(words, behind: verb, in: text) ?? found
    }
    if let first = rest.first, Vocabulary.pronouns.contains(first.folded), !isParticle(first, of: rest) {
      found.speaker = .pronoun(first.folded)
      found.finish(words, afterVerb: verb + 2, verb: words[verb].folded, role: nil, in: text)
      return found
    }
    let clause = words[verb...].prefix(11)
    guard let run = nameOfPhrase(in: clause, verb: words[verb].folded) else {
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
    found.speaker = .named(run.titled)
    if run.range.count == 1, let article = before.last, Vocabulary.determiners.contains(article.folded) {
      // `sagte der Trainer der Mannschaft`
      let phrase = rest.first.map { Vocabulary.determiners.contains($0.folded) } == true ? before : before.suffix(1)
      found.speaker = .described((phrase.map(\.written) + [run.text]).joined(separator: " "))
      before = before.dropLast(phrase.count)
    }
    let role = Self.role(before, in: text)
    var end = run.range.upperBound
    if case .named = found.speaker, let (partner, link) = partner(behind: run, in: words) {
      found.speaker = .both(run.titled, partner.titled, link: link)
      end = partner.range.upperBound
      if end < words.endIndex, together.contains(words[end].folded) { end += 1 }
    }
    found.finish(words, afterVerb: end, verb: words[verb].folded, role: role, in: text)
    return found
  }

  private static let together: Set<String> = [
    "together", "jointly", "both", "zusammen", "gemeinsam", "sammen", "ensemble", "juntos",
  ]

  /// The second name of `said Kerr and Wightman together`.
  private static func partner(behind run: NameRun, in words: ArraySlice<Word>) -> (run: NameRun, link: String)? {
    let link = run.range.upperBound
    guard link + 1 < words.endIndex, words[link - 1].after.isEmpty,
      Vocabulary.conjunctions.contains(words[link].folded),
      let partner = NameRun.find(in: words[(link + 1)...]).first, partner.range.lowerBound == link + 1,
      !partner.isPossessive
    else { return nil }
    let end = partner.range.upperBound
    guard
      end == words.endIndex || !words[end - 1].after.isEmpty || together.contains(words[end].folded)
        || Vocabulary.prepositions.contains(words[end].folded)
    else { return nil }
    return (partner, words[link].text)
  }

  /// The `de` of `dijo de Vega`, which is a pronoun in Norwegian.
  private static func isParticle(_ word: Word, of words: ArraySlice<Word>) -> Bool {
    Vocabulary.particles.contains(word.folded) && word.after.isEmpty && words.dropFirst().first?.isCapitalised == true
  }

  /// The name of the noun phrase that begins a clause: of `Harbour City chairman Ian Whitlock` the last.
  ///
  /// A listener in the dative is none of it, as in `erzählte Brehme der Hallsteiner Zeitung`.
  private static func nameOfPhrase(in clause: ArraySlice<Word>, verb: String) -> NameRun? {
    let runs = NameRun.find(in: clause).filter { !$0.isPossessive }
    guard var name = runs.first else { return nil }
    if Vocabulary.telling.contains(verb), let listener = name.range.dropFirst().first(where: { isPaper(clause[$0]) }) {
      return name.ending(at: listener, in: clause)
    }
    for run in runs.dropFirst() {
      let between = clause[name.range.upperBound..<run.range.lowerBound]
      let isOnePhrase =
        !clause[name.range.upperBound - 1].endsClause && between.count <= 3
        && between.allSatisfy {
          !$0.endsClause && !Vocabulary.isFunctionWord($0.folded) && !Vocabulary.determiners.contains($0.folded)
        }
      guard isOnePhrase else { break }
      name = run
    }
    return name
  }

  /// Whether a word names a newspaper or a station: `Adresseavisen`, `NRK`.
  private static func isPaper(_ word: Word) -> Bool {
    let endings = ["avisen", "avisa", "bladet", "posten", "tidende", "zeitung", "tidning"]
    return Roster.isInstitution(word.text) || endings.contains { word.folded.hasSuffix($0) }
  }

  /// `said a spokesman for the team`; a verb alone (`dijo.`) leaves its subject to the sentence before.
  private static func describedBehind(_ words: ArraySlice<Word>, verb: Int, in text: String) -> Attribution? {
    let rest = words[(verb + 1)...]
    var found = Attribution(speaker: .pronoun(""), length: length(of: words, in: text))
    // `said a spokesman`, `said Kerr’s coach`
    let owner = rest.prefix(3).firstIndex { $0.isPossessive } ?? rest.startIndex
    if let first = rest.first,
      Vocabulary.determiners.contains(first.folded)
        || rest[...owner].allSatisfy(\.isCapitalised)
          && rest[owner].isPossessive && owner + 1 < rest.endIndex
    {
      let clause = rest.prefix { !whenAndWhere.contains($0.folded) }
      let end = clause.firstIndex { $0.endsClause }.map { $0 + 1 } ?? clause.endIndex
      guard end - rest.startIndex <= 7 else { return nil }
      found.speaker = .described(rest[..<end].map(\.written).joined(separator: " "))
      found.finish(words, afterVerb: end, verb: words[verb].folded, role: nil, in: text)
      return found
    }
    guard rest.count <= 6, !rest.contains(where: \.isCapitalised) else { return nil }
    found.finish(words, afterVerb: verb + 1, verb: words[verb].folded, role: nil, in: text)
    return found
  }

  /// Words by which a description of somebody has ended: `said a spokesman in Oslo`.
  private static let whenAndWhere: Set<String> = ["in", "on", "after", "before", "during", "to", "via", "later", "as"]

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
    if let source = citing(words) { return (source, nil) }
    let second = words.startIndex + 1
    if first.folded == "se", words.count > 1, words.isSpeech(at: second) { return (second, nil) }
    // `„…“, so Demir.`
    if first.text == "so", words.count > 1, words[second].isCapitalised { return (words.startIndex, nil) }
    guard words.count > 1, ["a", "ha", "hat", "har", "ont"].contains(first.folded), words.isSpeech(at: second) else {
      return nil
    }
    return (second, nil)
  }

  /// The `según` of `«…», según el entrenador Paco Luna`, before a name.
  private static func citing(_ words: ArraySlice<Word>) -> Int? {
    guard let first = words.first, Vocabulary.accordingTo.subtracting(["per"]).contains(first.folded) else {
      return nil
    }
    let start = words.startIndex + (first.folded == "according" ? 1 : 0)
    guard start < words.endIndex, first.folded != "according" || words[start].folded == "to",
      let run = NameRun.find(in: words[(start + 1)...].prefix(6)).first, !run.isPossessive,
      !Roster.isInstitution(run.text)
    else { return nil }
    return start
  }

  private static func speakerLength(_ speaker: Speaker) -> Int {
    switch speaker {
    case .named(let text), .described(let text): text.split(separator: " ").count
    case .both(let one, let other, _): (one + " " + other).split(separator: " ").count + 1
    case .pronoun, .indefinite: 1
    }
  }

  private static func isFiller(_ word: Word) -> Bool {
    Vocabulary.adverbs.contains(word.folded) || word.folded.hasSuffix("ly") || word.before.hasPrefix("(")
  }

  /// `Kerr is reported to have said`: whose words they are is stated, and that others say so.
  private static func isHearsay(_ words: ArraySlice<Word>) -> Bool {
    let told = [
      "quoted", "as", "cited", "is", "was", "reported", "said", "supposed", "believed", "rumoured", "rumored", "to",
      "have",
    ]
    return words.count >= 2 && words.allSatisfy { told.contains($0.folded) }
  }

  /// The `as` in `the Gazette quoted Kerr as saying`, and all of `was quoted by the Gazette as`.
  private static func isQuoted(_ words: ArraySlice<Word>, behind before: ArraySlice<Word>) -> Bool {
    let quotes = ["quoted", "quotes", "quoting", "cited", "cites", "reported"]
    guard words.last?.folded == "as" else { return false }
    let before = words.count == 1 ? before.suffix(1) : words.prefix(3)
    return before.contains { quotes.contains($0.folded) }
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
