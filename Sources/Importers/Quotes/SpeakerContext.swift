/// What an entry has said so far about who acts and who speaks: it tells whom a pronoun means.
struct SpeakerContext {
  /// A speaker, and whether the text leaves no other choice.
  struct Answer: Hashable {
    var name: String
    var isSure: Bool
  }

  private enum Event {
    /// Somebody spoke, perhaps to somebody.
    case spoke(Answer, listener: Person? = nil)
    /// A sentence: who acts in it, and who else is named; without a subject perhaps `he` acts.
    /// `present` are the known people who can be meant behind it, and ``stranger`` for one without a name.
    case sentence(subjects: [Person], others: [Person], isOfPronoun: Bool = false, present: Set<String> = [])
    /// Somebody spoke whom nobody can tell.
    case stranger
  }

  private static let stranger = ""

  private struct Person: Hashable {
    var name: String
    var isKnown: Bool
    var isOnly: Bool
  }

  private var roster: Roster
  private let author: String?
  private var events: [Event] = []
  private var startOfPassage = 0
  /// Whom somebody met or spoke to in this entry.
  private(set) var interviewee: String?
  /// Who spoke last in the entries before.
  private var lastOfEarlierEntries: String?

  init(roster: Roster, author: String? = nil) {
    self.roster = roster
    self.author = author
  }

  /// Begins an entry, whose people `roster` knows.
  mutating func beginEntry(_ roster: Roster) {
    self.roster = roster
    if let lastSpeaker { lastOfEarlierEntries = lastSpeaker.name }
    events = []
    interviewee = nil
    startOfPassage = 0
  }

  mutating func beginPassage() {
    startOfPassage = events.count
  }

  /// Somebody spoke; `source` tells perhaps to whom.
  mutating func noteSpeaker(_ answer: Answer, source: String? = nil) {
    events.append(.spoke(answer, listener: source.flatMap { listener(in: $0, besides: answer.name) }))
  }

  /// Somebody spoke whom the text does not name.
  mutating func noteStranger() { events.append(.stranger) }

  /// Whether this entry names anybody else.
  func names(anotherThan name: String) -> Bool {
    events.contains { event in
      switch event {
      case .spoke(let answer, let listener): answer.name != name || listener != nil
      case .sentence(let subjects, let others, _, let present):
        (subjects + others).contains {
          $0.name != name && ($0.isKnown || FormOfAddress.kind(ofPerson: $0.name) != nil)
        }
          || present.contains { $0 != name && $0 != Self.stranger }
      case .stranger: true
      }
    }
  }

  /// Whom `to Lind` names.
  private func listener(in source: String, besides speaker: String) -> Person? {
    let words = Word.split(source)[...]
    let run = NameRun.find(in: words).first { run in
      run.range.lowerBound > words.startIndex && !run.isPossessive
        && ["to", "til", "à", "zu", "gegenüber"].contains(words[run.range.lowerBound - 1].folded)
    }
    return run.map(person).flatMap { person in
      let isPerson = person.isKnown || FormOfAddress.kind(ofPerson: person.name) != nil
      return isPerson && person.name != speaker ? person : nil
    }
  }

  /// Reads who acts; of a last sentence that announces a topic, as in `On Marsh:`, only a person who acts counts.
  mutating func note(_ text: String, endsInTopic: Bool = false) {
    let sentences = Word.split(text).sentences
    for (index, sentence) in sentences.enumerated() {
      let event = event(of: sentence)
      if endsInTopic, index == sentences.count - 1 {
        guard case .sentence(let subjects, _, _, _) = event, subjects.count == 1 else { continue }
      }
      events.append(event)
      if let person = Interview.interviewee(in: sentence).map(person), person.name != author {
        interviewee = person.name
      }
    }
  }

  /// The person of this entry that a pronoun means, or that speaks without being named.
  ///
  /// Beside another person nothing is sure, unless the sentence of the quote names that one: `he told Marsh`.
  func antecedent(besides named: Set<String> = []) -> Answer? {
    var fallback: Person?
    var isDoubtful = false
    var present: Set<String> = []
    let isAlone = { (name: String) in present.subtracting(named).subtracting([name]).isEmpty }
    for (index, event) in events.enumerated().reversed() {
      switch event {
      case .spoke(let answer, let listener):
        let isSure =
          fallback == nil && listener == nil && isAlone(answer.name) && !(isDoubtful && index >= startOfPassage)
        return Answer(name: answer.name, isSure: answer.isSure && isSure)
      case .stranger: present.insert(Self.stranger)
      case .sentence(let subjects, let others, let isOfPronoun, let people):
        // `“I saw him,” said Marsh. He nodded.`
        isDoubtful = isDoubtful || isOfPronoun
        present.formUnion(people)
        if let subject = subjects.first, subjects.count == 1 {
          return Answer(name: subject.name, isSure: subject.isKnown && subject.isOnly && isAlone(subject.name))
        }
        if fallback == nil { fallback = subjects.last ?? others.first }
        if subjects.count > 1, let person = fallback { return Answer(name: person.name, isSure: false) }
      }
    }
    return fallback.map { Answer(name: $0.name, isSure: isAlone($0.name) && isOnlyPerson($0)) }
  }

  /// The person that this pronoun means; a plural leaves the choice open, and `I` is the author.
  func antecedent(of pronoun: String, besides named: Set<String> = []) -> Answer? {
    if ["i", "we"].contains(pronoun), let author { return Answer(name: author, isSure: pronoun == "i") }
    guard let answer = antecedent(besides: named) else {
      return lastOfEarlierEntries.map { Answer(name: $0, isSure: false) }
    }
    let fits = FormOfAddress.fits(pronoun, answer.name)
    let isSure = answer.isSure && fits && !Vocabulary.pluralPronouns.contains(pronoun)
    return Answer(name: answer.name, isSure: isSure)
  }

  /// Whether a description stands for somebody named before: `the Norwegian`, `the 23-year-old`, `the champion`.
  static func isEpithet(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    guard parts.count >= 2, parts.count <= 4, let first = parts.first, let last = parts.last,
      ["the", "der", "die", "den", "le", "la", "el", "il"].contains(first.lowercased())
    else { return false }
    let roles = [
      "champion", "winner", "star", "runner", "athlete", "captain", "skipper", "veteran", "teenager", "man", "woman",
    ]
    if Vocabulary.roles.contains(last.lowercased()) || Vocabulary.titles.contains(last.lowercased()) {
      return roles.contains(String(last))
    }
    // German writes every noun with a capital.
    let isNoun = ["der", "die", "den"].contains(first.lowercased())
    return !isNoun && parts[1].first?.isUppercase == true || last.hasSuffix("-old") || roles.contains(last.lowercased())
  }

  /// The one who spoke last in this entry.
  var lastSpeaker: Answer? {
    for event in events.reversed() {
      switch event {
      case .spoke(let answer, _): return answer
      case .stranger: return nil
      case .sentence: continue
      }
    }
    return nil
  }

  /// Nothing has happened since somebody spoke.
  var endsInSpeech: Bool { if case .spoke? = events.last { true } else { false } }

  /// Who answers the last speaker: the listener, or who spoke before; never beyond doubt.
  func reply() -> Answer? {
    guard case .spoke(let last, let listener)? = events.last else { return nil }
    if let listener { return Answer(name: listener.name, isSure: false) }
    for event in events.reversed() {
      switch event {
      case .spoke(let answer, _) where answer.name != last.name: return Answer(name: answer.name, isSure: false)
      case .sentence(let subjects, let others, _, _):
        let people = (subjects + others).filter { $0.isKnown && $0.name != last.name }
        if let person = people.first { return Answer(name: person.name, isSure: false) }
      default: continue
      }
    }
    return Answer(name: last.name, isSure: false)
  }

  private func isOnlyPerson(_ person: Person) -> Bool {
    person.isKnown
      && events.allSatisfy { event in
        guard case .sentence(let subjects, let others, _, _) = event else { return true }
        return (subjects + others).allSatisfy { $0.name == person.name }
      }
  }
}

// MARK: - Who acts in a sentence

extension SpeakerContext {
  private static let subordinators: Set<String> = [
    "when", "while", "after", "as", "if", "because", "though", "although", "that", "where", "who", "before", "since",
    "until", "whether", "how", "why", "what", "da", "når", "at", "hvis", "mens", "dass", "wenn", "als", "ob", "que",
    "quand", "si", "cuando",
  ]

  private func event(of sentence: ArraySlice<Word>) -> Event {
    let runs = NameRun.find(in: sentence)
    var main: [Person] = []
    var subordinate: [Person] = []
    var others: [Person] = []
    var owners: [Person] = []
    // `After a talk with Marsh, Lind was calm.`
    var aside: Set<String> = []
    // Full names that stand but once.
    var unknown: Set<String> = []
    for (number, run) in runs.enumerated() {
      let person = person(run)
      let isSubject = isSubject(run, in: sentence)
      // A word that merely begins a sentence: `Club captain Roy Teale`.
      let isWordAlone = run.isAtStart && run.range.count == 1
      let isUnknown = !person.isKnown && !isSubject && (!main.isEmpty || !isOblique(run, in: sentence))
      if isUnknown, !Roster.isInstitution(run.text), FormOfAddress.kind(ofPerson: run.text) != nil {
        unknown.insert(person.name)
      }
      guard person.isKnown || isSubject && !isWordAlone && !Roster.isInstitution(run.text) else { continue }
      if isSubject {
        if let partner = partner(of: run, among: runs[..<number], in: sentence) {
          main.append(self.person(partner))
          main.append(person)
          return .sentence(subjects: main, others: others + owners, present: Set(main.map(\.name)))
        }
        let previous = run.range.lowerBound > sentence.startIndex ? sentence[run.range.lowerBound - 1].folded : ""
        if Self.subordinators.contains(previous) { subordinate.append(person) } else { main.append(person) }
      } else if run.isPossessive {
        owners.append(person)
      } else {
        others.append(person)
        if main.isEmpty, isOblique(run, in: sentence) { aside.insert(person.name) }
      }
    }
    let subject = main.first ?? subordinate.first
    if subject == nil { aside = [] }
    others += (main + subordinate).dropFirst()
    var present = Set((others + [subject].compactMap(\.self)).filter(\.isKnown).map(\.name)).subtracting(aside)
    present.formUnion(unknown)
    if Bystander.isIn(sentence, runs: runs) { present.insert(Self.stranger) }
    let named = others + owners
    // A word with a capital that nobody knows for a person gives way to a person.
    if let subject, !subject.isKnown, !subject.name.contains(" "), named.contains(where: \.isKnown) {
      return .sentence(subjects: [], others: named, present: present)
    }
    return .sentence(
      subjects: [subject].compactMap(\.self), others: named, isOfPronoun: Self.isOfPronoun(sentence),
      present: present)
  }

  /// Whether somebody acts whom only a pronoun names: `He nodded.`.
  private static func isOfPronoun(_ sentence: ArraySlice<Word>) -> Bool {
    guard let first = sentence.first, sentence.count > 1, Vocabulary.pronouns.contains(first.folded),
      !["i", "we", "de"].contains(first.folded)
    else { return false }
    return !sentence.isSpeech(at: sentence.startIndex + 1)
  }

  private func person(_ run: NameRun) -> Person {
    let (name, isOnly) = roster.resolve(run.titled)
    return Person(name: name, isKnown: roster.knows(run.text), isOnly: isOnly)
  }

  /// Whether a verb follows the name and nothing before it makes it an object.
  private func isSubject(_ run: NameRun, in sentence: ArraySlice<Word>) -> Bool {
    guard !run.isPossessive else { return false }
    if roster.putsVerbSecond, isBehindVerb(run, in: sentence) { return true }
    guard run.range.upperBound < sentence.endIndex else { return false }
    let next = sentence[run.range.upperBound]
    // `Ann Marsh, the miller, finds the book.`
    let isApposed = run.range.count > 1 && sentence[run.range.upperBound - 1].after == ","
    if isApposed, run.isAtStart || isDescribed(run, in: sentence) { return true }
    // `Director Mona Aas of the museum was blunt.`
    if run.isAtStart || isDescribed(run, in: sentence), run.range.count > 1, sentence.count > run.range.count + 4,
      ["of", "from", "i", "fra", "von", "de", "du"].contains(next.folded)
    {
      return true
    }
    guard next.text.first?.isLowercase == true, !Vocabulary.prepositions.contains(next.folded),
      !Vocabulary.conjunctions.contains(next.folded)
    else { return false }
    guard run.range.lowerBound > sentence.startIndex else { return true }
    let previous = sentence[run.range.lowerBound - 1]
    if previous.endsClause { return true }
    if Self.subordinators.contains(previous.folded) || Vocabulary.titles.contains(previous.folded)
      || isDescribed(run, in: sentence)
    {
      return true
    }
    if Vocabulary.conjunctions.contains(previous.folded) {
      return !isGoverned(run.range.lowerBound - 2, in: sentence)
    }
    return !Vocabulary.prepositions.contains(previous.folded) && !Vocabulary.speech.contains(previous.folded)
      && Vocabulary.sentenceOpeners.contains(previous.folded)
      || previous.folded.hasSuffix("champion") || previous.folded.hasSuffix("holder") || previous.folded == "star"
  }

  /// Whether the verb stands between the first phrase and the name, as in `In dem Buch schildert Huber den Streit.`.
  private func isBehindVerb(_ run: NameRun, in sentence: ArraySlice<Word>) -> Bool {
    guard run.range.lowerBound - 1 > sentence.startIndex else { return false }
    let verb = sentence[run.range.lowerBound - 1]
    guard verb.after.isEmpty, verb.text.first?.isLowercase == true,
      let opener = sentence.first
    else { return false }
    let openers = Vocabulary.prepositions.union(Vocabulary.adverbs)
    return openers.contains(opener.folded) && !Vocabulary.isFunctionWord(verb.folded)
      && !Vocabulary.determiners.contains(verb.folded)
      && !sentence[..<run.range.lowerBound].contains(where: \.endsClause)
  }

  /// Whether the words before the name say who that is, from the start of its clause: `the former pilot Jens Aas`.
  private func isDescribed(_ run: NameRun, in sentence: ArraySlice<Word>) -> Bool {
    for index in sentence[..<run.range.lowerBound].indices.reversed().prefix(5) {
      let word = sentence[index]
      let isAtStart = index == sentence.startIndex || sentence[index - 1].endsClause
      if Vocabulary.determiners.contains(word.folded) || word.isPossessive { return isAtStart }
      guard !Vocabulary.isFunctionWord(word.folded) else { return false }
      if isAtStart { return true }
    }
    return false
  }

  /// Whether the name stands behind a preposition: `with Marsh`, `with Marsh and Lind`.
  private func isOblique(_ run: NameRun, in sentence: ArraySlice<Word>) -> Bool {
    guard run.start > sentence.startIndex else { return false }
    let previous = sentence[run.start - 1].folded
    return Vocabulary.prepositions.contains(previous)
      || Vocabulary.conjunctions.contains(previous) && isGoverned(run.start - 2, in: sentence)
  }

  /// Whom a text names, as persons beyond doubt.
  func people(in text: String) -> Set<String> {
    let runs = Word.split(text).sentences.flatMap { NameRun.find(in: $0) }
    return Set(runs.filter { !$0.isPossessive }.map(person).filter(\.isKnown).map(\.name))
  }

  /// Whether the name that ends at `index` stands behind a preposition.
  private func isGoverned(_ index: Int, in sentence: ArraySlice<Word>) -> Bool {
    guard index > sentence.startIndex, let run = NameRun.find(in: sentence).first(where: { $0.range.contains(index) })
    else { return false }
    let before = run.range.lowerBound - 1
    return before >= sentence.startIndex && Vocabulary.prepositions.contains(sentence[before].folded)
  }

  /// The name that shares the verb: `Kerr and Ingebrigtsen advanced`.
  private func partner(of run: NameRun, among earlier: ArraySlice<NameRun>, in sentence: ArraySlice<Word>) -> NameRun? {
    let link = run.range.lowerBound - 1
    guard link > sentence.startIndex, Vocabulary.conjunctions.contains(sentence[link].folded),
      let partner = earlier.last(where: { $0.range.upperBound == link }), !partner.isPossessive,
      !Roster.isInstitution(partner.text), !isGoverned(link - 1, in: sentence)
    else { return nil }
    return partner
  }
}
