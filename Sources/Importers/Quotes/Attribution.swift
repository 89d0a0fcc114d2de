/// What a sentence says about whose words stand beside it.
struct Attribution: Hashable {
  /// The speaker as the sentence names them.
  enum Speaker: Hashable {
    case named(String)
    /// Several people who speak as one, as in `Kerr and Wightman`, with the word between them.
    case both(String, String, link: String)
    case pronoun(String)
    /// Somebody without a name: `a spokesman for UK Athletics`, `the Norwegian`.
    case described(String)
    /// Somebody who stays unknown: `someone`, `one of the rowers`.
    case indefinite
  }

  var speaker: Speaker
  /// Where it was said, to whom, or who the speaker is, in the words of the sentence.
  var source: String?
  /// The sentence tells more than who spoke, so it stays in the text.
  var isInformative = false
  /// What an informative sentence tells more, in its words; nil where that is long.
  var aside: String?
  /// The verb of speech in lower case.
  var verb = ""
  /// How many characters of the text that it was read from the attribution takes.
  var length: Int

  /// The speaker is more than the subject of a verb that does not only tell of speech: `“The Mile” opened the season`.
  var namesPerson: Bool {
    switch speaker {
    case .named, .both: true
    case .pronoun(let pronoun): !pronoun.isEmpty
    case .described, .indefinite: false
    }
  }

  /// A pronoun names the speaker.
  var isOfPronoun: Bool { if case .pronoun(let pronoun) = speaker { !pronoun.isEmpty } else { false } }

  /// The verb says that the same person goes on: `he added`.
  var goesOn: Bool { Vocabulary.continuing.contains(verb) }
  /// The verb says that somebody else spoke before: `she replied`.
  var isReply = false
}

extension Attribution.Speaker {
  /// The speaker that the words before a verb of speech name, and where the speaker's words begin.
  static func nearest(before subject: ArraySlice<Word>) -> (speaker: Attribution.Speaker, start: Int)? {
    var words = subject
    if let last = words.last, last.after.contains(","),
      let comma = words.dropLast().lastIndex(where: { $0.after.contains(",") })
    {
      words = words[...comma]
    }
    let runs = NameRun.find(in: words)
    var index = words.endIndex - 1
    while index >= words.startIndex {
      if let run = runs.first(where: { $0.range.contains(index) }) {
        index = run.start
        let previous = index > words.startIndex ? words[index - 1] : nil
        // `by Kerr, who said`
        let isRelative = words.last?.folded == "who" && run.range.upperBound == words.endIndex - 1
        if !run.isPossessive, isRelative || !isGoverned(index, in: words) {
          if let previous, previous.folded == "the", !previous.endsClause, run.range.count == 1 {
            return (.described("the " + run.text), index - 1)
          }
          return partnered(run, among: runs, in: words) ?? (.named(run.titled), index)
        }
      } else if Vocabulary.pronouns.contains(words[index].folded) {
        return (.pronoun(words[index].folded), index)
      }
      index -= 1
    }
    return described(words)
  }

  /// Whether a preposition stands before the name at `index`, or before its article: `by the Gazette`.
  private static func isGoverned(_ index: Int, in words: ArraySlice<Word>) -> Bool {
    var before = words[..<index]
    if let article = before.last, Vocabulary.determiners.contains(article.folded), article.after.isEmpty,
      !Vocabulary.prepositions.contains(article.folded)
    {
      before = before.dropLast()
    }
    return before.last.map { Vocabulary.prepositions.contains($0.folded) && !$0.endsClause } ?? false
  }

  /// `Kerr and Wightman`, from the start of their clause.
  private static func partnered(
    _ run: NameRun, among runs: [NameRun], in words: ArraySlice<Word>
  ) -> (speaker: Attribution.Speaker, start: Int)? {
    let link = run.start - 1
    guard link > words.startIndex, Vocabulary.conjunctions.contains(words[link].folded),
      let partner = runs.first(where: { $0.range.upperBound == link }), !partner.isPossessive,
      words[link - 1].after.isEmpty
    else { return nil }
    let before = words[..<partner.start]
    let isAtStart =
      before.last?.endsClause ?? true
      || before.allSatisfy { Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded) }
    guard isAtStart else { return nil }
    return (.both(partner.titled, run.titled, link: words[link].text), partner.start)
  }

  /// `Kerr’s lawyer`, from the start of the clause.
  private static func belonging(_ words: ArraySlice<Word>) -> (speaker: Attribution.Speaker, start: Int)? {
    guard let owner = NameRun.find(in: words).last, owner.isPossessive,
      (1...4).contains(words.endIndex - owner.range.upperBound),
      words[owner.range.upperBound...].dropLast().allSatisfy({ !$0.endsClause && !$0.isCapitalised }),
      owner.isAtStart || words[owner.range.lowerBound - 1].endsClause
    else { return nil }
    let start = owner.range.lowerBound
    return (.described(words[start...].map(\.written).joined(separator: " ")), start)
  }

  /// The name between commas behind a role, as in `The cox, Ann Marsh, said`, and that role.
  static func apposed(_ subject: ArraySlice<Word>) -> (run: NameRun, role: ArraySlice<Word>)? {
    guard subject.last?.after == ",", let comma = subject.dropLast().lastIndex(where: { $0.after == "," }),
      let run = NameRun.find(in: subject[(comma + 1)...]).first, run.start == comma + 1,
      run.range.upperBound == subject.endIndex, !run.isPossessive, !Roster.isInstitution(run.text)
    else { return nil }
    let start = subject[..<comma].lastIndex(where: \.endsClause).map { $0 + 1 } ?? subject.startIndex
    let role = subject[start...comma]
    guard (2...8).contains(role.count), let article = role.first, Vocabulary.determiners.contains(article.folded),
      !role.contains(where: { Vocabulary.isSpeech($0.folded) })
    else { return nil }
    return (run, role)
  }

  /// `a spokesman for the team`, `his coach`: the last noun phrase of lower-case words.
  private static func described(_ words: ArraySlice<Word>) -> (speaker: Attribution.Speaker, start: Int)? {
    let core = words.reversed().drop { Vocabulary.adverbs.contains($0.folded) }
    let words = words.prefix(core.count)
    if let found = belonging(words) { return found }
    guard let start = words.lastIndex(where: { Vocabulary.determiners.contains($0.folded) }) else { return nil }
    var first = start
    if start > words.startIndex + 1, Vocabulary.prepositions.contains(words[start - 1].folded),
      let outer = words[..<(start - 1)].lastIndex(where: { Vocabulary.determiners.contains($0.folded) })
    {
      first = outer
    }
    guard words.endIndex - first <= 7, words.endIndex - first > 1 else { return nil }
    return (.described(words[first...].map(\.written).joined(separator: " ")), first)
  }
}

extension ArraySlice<Word> {
  /// Whether the word at `index` is a verb of speech that somebody does rather than suffers.
  func isSpeech(at index: Int) -> Bool {
    let word = self[index]
    let next = index + 1 < endIndex ? self[index + 1].folded : ""
    let isPhrase =
      Vocabulary.speechWithParticle.contains(word.folded) && Vocabulary.particlesOfSpeech.contains(next)
      || ["put", "puts"].contains(word.folded) && next == "it"
      // `la hun til`
      || ["la", "legger"].contains(word.folded) && self[index...].dropFirst().prefix(4).last?.folded == "til"
    guard isPhrase || Vocabulary.isSpeech(word.folded), !word.isPossessive else { return false }
    return index == startIndex
      || !Vocabulary.passive.contains(self[index - 1].folded)
        && !self[index - 1].folded.hasSuffix("n't") && !self[index - 1].folded.hasSuffix("n’t")
  }
}
