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
    case .described: false
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
        index = run.range.lowerBound
        let previous = index > words.startIndex ? words[index - 1] : nil
        if !run.isPossessive, !isGoverned(index, in: words) {
          if let previous, previous.folded == "the", !previous.endsClause, run.range.count == 1 {
            return (.described("the " + run.text), index - 1)
          }
          return partnered(run, among: runs, in: words) ?? (.named(run.text), index)
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
    let link = run.range.lowerBound - 1
    guard link > words.startIndex, Vocabulary.conjunctions.contains(words[link].folded),
      let partner = runs.first(where: { $0.range.upperBound == link }), !partner.isPossessive,
      words[link - 1].after.isEmpty
    else { return nil }
    let before = words[..<partner.range.lowerBound]
    let isAtStart =
      before.last?.endsClause ?? true
      || before.allSatisfy { Vocabulary.titles.contains($0.folded) || Vocabulary.roles.contains($0.folded) }
    guard isAtStart else { return nil }
    return (.both(partner.text, run.text, link: words[link].text), partner.range.lowerBound)
  }

  /// `a spokesman for the team`, `his coach`: the last noun phrase of lower-case words.
  private static func described(_ words: ArraySlice<Word>) -> (speaker: Attribution.Speaker, start: Int)? {
    let core = words.reversed().drop { Vocabulary.adverbs.contains($0.folded) }
    let words = words.prefix(core.count)
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
