/// The people of a text: who is a person, and what a surname's full name is.
///
/// A capitalised word counts as a person when the user named them, when a verb of speech follows it, or when it stands
/// both alone and behind a first name.
struct Roster: Hashable {
  private var fullNames: [String: [String: Int]] = [:]
  /// In which order the full names are introduced.
  private var order: [String: Int] = [:]
  /// How many full names are introduced by the end of each text, and by the place that is read now.
  private var namesByText: [Int] = []
  private var introduced = Int.max
  private var firstNames: [String: Set<String>] = [:]
  private var alone: [String: Int] = [:]
  /// How those are addressed who have a surname.
  private var kinds: [String: Set<FormOfAddress.Kind>] = [:]
  private var speakers: Set<String> = []
  /// How often each run of capitalised words stands in the text.
  private var whole: [String: Int] = [:]
  /// German writes all nouns with a capital, so a word before a name is rarely a part of it.
  private var isGerman = false
  /// `M. Morin` is Monsieur.
  private var isFrench = false
  /// The verb is the second part of every sentence, in German and in Norwegian.
  private(set) var putsVerbSecond = false
  private static let withinSentence = 3
  private let given: [String]

  init(of texts: [String], people: [String] = []) {
    given = people
    let sentences = texts.map { Word.split($0).sentences.map { (words: $0, runs: NameRun.find(in: $0)) } }
    let words = Set(
      sentences.joined().lazy.flatMap(\.words).filter { $0.before.isEmpty && $0.after.isEmpty }.map(\.written))
    isGerman = Self.isGerman(texts, words: words)
    putsVerbSecond = isGerman || words.intersection(Self.norwegian).count > 2
    isFrench = words.intersection(Self.french).count > 2
    for sentence in sentences.joined() { noteSpeakers(sentence.runs, in: sentence.words) }
    for text in sentences {
      for sentence in text { note(sentence.runs) }
      namesByText.append(order.count)
    }
    for (surname, names) in fullNames {
      for name in names.keys {
        if let first = name.split(separator: " ").first { firstNames[first.lowercased(), default: []].insert(surname) }
      }
    }
  }

  /// Whether two of the commonest German words stand in a text, or one and the opening mark of German.
  private static func isGerman(_ texts: [String], words: Set<String>) -> Bool {
    let common: Set<String> = ["der", "die", "das", "und", "nicht", "ist", "noch", "einen", "wir"]
    return words.intersection(common).count + (texts.contains { $0.unicodeScalars.contains("„") } ? 1 : 0) > 1
  }

  private static let norwegian: Set<String> = ["og", "ikke", "det", "som", "på", "til"]
  private static let french: Set<String> = ["est", "les", "dans", "une", "et", "qui", "le", "du"]

  private mutating func note(_ runs: [NameRun]) {
    for run in runs where !Self.isInstitution(run.text) || isPerson(run.text) {
      var words = run.text.split(separator: " ").map(String.init)
      if words.count > 2, ["Jr", "Sr"].contains(words[words.count - 1]) { words.removeLast() }
      let surname = words[words.count - 1].lowercased()
      if words.count == 1 || isFrench && words.count == 2 && words[0] == "M." {
        alone[surname, default: 0] += 1
        if let kind = run.kind { kinds[surname, default: []].insert(kind) }
      } else if let name = Self.firstAndLast(words) {
        // A word that begins a sentence has a capital anyhow, and need not be a first name.
        fullNames[surname, default: [:]][name, default: 0] += run.isAtStart ? 1 : Self.withinSentence
        whole[run.text, default: 0] += 1
        if order[name] == nil { order[name] = order.count }
      }
    }
  }

  private mutating func noteSpeakers(_ runs: [NameRun], in sentence: ArraySlice<Word>) {
    for run in runs where !Self.isInstitution(run.text) || run.range.count == 1 {
      let next = run.range.upperBound
      // `das Blatt fragte`, `the Norwegian said`
      let before = run.range.count == 1 ? sentence[..<run.range.lowerBound].last : nil
      guard next < sentence.endIndex, sentence[next - 1].after.isEmpty, !run.isPossessive,
        before.map({ !Vocabulary.determiners.contains($0.folded) || !$0.after.isEmpty }) ?? true,
        Vocabulary.speech.contains(sentence[next].folded), sentence[next].folded != "asked",
        let surname = run.text.split(separator: " ").last?.lowercased(),
        !Self.isInstitution(run.text) || Vocabulary.surnamesToo.contains(surname)
      else { continue }
      speakers.insert(surname)
    }
  }

  /// Whether a name that could be a place's is that of somebody who speaks: `Jo Park`.
  private func isPerson(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    guard let surname = words.last, Vocabulary.surnamesToo.contains(surname), speakers.contains(surname) else {
      return false
    }
    return words.dropLast().allSatisfy { !Vocabulary.institutions.contains($0) }
  }

  /// The last two words of a name with the small words and initials between them: what stands before is often a role or a country.
  private static func firstAndLast(_ words: [String]) -> String? {
    guard var start = words.indices.dropLast().last else { return nil }
    while start > 0, Vocabulary.particles.contains(words[start].lowercased()) || words[start].hasSuffix(".") {
      start -= 1
    }
    return words[start...].joined(separator: " ")
  }

  /// The full names of the text and those that the user gave.
  var allNames: [String] {
    Array(Set(given + fullNames.values.compactMap { mostFrequent($0)?.key })).sorted()
  }

  /// Whether a name is that of an event, a place or a body, or an abbreviation.
  static func isInstitution(_ name: String) -> Bool {
    name.split(separator: " ").contains { word in
      Vocabulary.institutions.contains(word.lowercased())
        || word.count > 1 && !word.contains(where: \.isLowercase) && !word.hasSuffix(".")
        || word.contains(where: \.isNumber)
    }
  }

  /// Whether `name` is a person's beyond doubt.
  func knows(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    guard let surname = words.last, !Self.isInstitution(name) || isPerson(name) else { return false }
    if given.contains(where: { Self.matches($0, words) }) || speakers.contains(surname) { return true }
    if words.count == 1, let surnames = firstNames[surname], surnames.count == 1,
      surnames.isSubset(of: speakers)
    {
      return true
    }
    let counts = fullNames[surname, default: [:]].values
    return !counts.isEmpty && (alone[surname] != nil || counts.reduce(0, +) >= 2 * Self.withinSentence)
  }

  /// The full name behind a name as it stands in the text.
  ///
  /// - Returns: the name, and whether there is only one that it can mean.
  func resolve(_ name: String) -> (name: String, isOnly: Bool) {
    if let (kind, surname) = FormOfAddress.parted(name) { return resolve(surname, as: kind, written: name) }
    var words = name.lowercased().split(separator: " ").map(String.init)
    if isFrench, words.count == 2, words[0] == "m." { words.removeFirst() }
    let matching = given.filter { Self.matches($0, words) }
    if let match = matching.first { return (match, matching.count == 1) }
    guard let last = words.last else { return (name, true) }
    // `van der Berg` is a surname, and no name in full.
    let isSurname = words.count == 1 || Vocabulary.particles.contains(words[0])
    let candidates = candidates(for: words)
    if isSurname, let best = mostFrequent(candidates) {
      return (best.key, !candidates.contains { isRival($0, of: best) })
    }
    if words.count > 1 { return (shortened(name, surname: last), true) }
    if let surnames = firstNames[last], surnames.count == 1, let surname = surnames.first,
      alone[surname] != nil || speakers.contains(last) || speakers.contains(surname),
      let best = mostFrequent(
        fullNames[surname, default: [:]].filter { $0.key.lowercased().hasPrefix(last + " ") })
    {
      return (best.key, true)
    }
    return (name, true)
  }

  /// The full name behind `Mrs. Reed`: only of somebody who can be addressed so.
  private func resolve(
    _ surname: String, as kind: FormOfAddress.Kind, written: String
  ) -> (name: String, isOnly: Bool) {
    let words = surname.lowercased().split(separator: " ").map(String.init)
    let names = given.filter { Self.matches($0, words) } + candidates(for: words).keys
    let fitting = Set(names.filter { FormOfAddress.kind(ofPerson: $0) == kind })
    if fitting.count == 1, let name = fitting.first { return (name, true) }
    let (full, _) = resolve(surname)
    let other = FormOfAddress.kind(ofPerson: full)
    let isOne = kinds[surname.lowercased(), default: []].count < 2
    if full == surname { return (other == nil && isOne ? surname : written, true) }
    return kind == .man && other == nil ? (full, false) : (written, true)
  }

  /// The full names that a surname can stand for; one without its first name gives way to one that has it.
  private func candidates(for words: [String]) -> [String: Int] {
    let names = fullNames[words.last ?? "", default: [:]].filter { Self.matches($0.key, words) }
    let full = names.filter { name, _ in !names.keys.contains { $0.lowercased().hasSuffix(" " + name.lowercased()) } }
    let known = full.filter { order[$0.key, default: 0] < introduced }
    return known.isEmpty ? full : known
  }

  /// Whether several people have one surname.
  var hasNamesakes: Bool { fullNames.values.contains { $0.count > 1 } }

  /// From now on a surname means whom the texts up to `index` introduce, where they do.
  mutating func read(upTo index: Int) {
    introduced = namesByText.indices.contains(index) ? namesByText[index] : .max
  }

  /// Whether a name is that of another person with the surname: `Tom Smith` beside `Ruth Smith`.
  ///
  /// A word that begins a sentence may be none of the name.
  private func isRival(_ candidate: (key: String, value: Int), of best: (key: String, value: Int)) -> Bool {
    guard candidate.key != best.key, candidate.value * 4 > best.value,
      let first = candidate.key.split(separator: " ").first, let other = best.key.split(separator: " ").first,
      first != other
    else { return false }
    if first.contains(".") || other.contains("."), first.first == other.first { return false }
    let isCertain = candidate.value >= Self.withinSentence
    return isCertain || !isGerman && !["ing", "ed"].contains { first.hasSuffix($0) }
  }

  /// A name of three words and more without a German noun before it.
  private func shortened(_ name: String, surname: String) -> String {
    guard name.split(separator: " ").count > 2, whole[name, default: 0] < 2,
      isGerman
        || fullNames[surname, default: [:]].keys.contains(where: { whole[$0] != nil && name.hasSuffix(" " + $0) })
    else { return name }
    // `Le Goff` is no name in full.
    let names = fullNames[surname, default: [:]].keys.filter { key in
      let first = key.split(separator: " ").first?.lowercased() ?? ""
      return name.hasSuffix(" " + key) && !Vocabulary.particles.contains(first)
    }
    return names.max { $0.count < $1.count } ?? name
  }

  /// The name that stands most often in the text, the earlier one of two.
  private func mostFrequent(_ names: [String: Int]) -> (key: String, value: Int)? {
    names.max { left, right in
      let (first, second) = (order[left.key] ?? 0, order[right.key] ?? 0)
      return (left.value, second, right.key) < (right.value, first, left.key)
    }
  }

  private static func matches(_ full: String, _ words: [String]) -> Bool {
    let parts = full.lowercased().split(separator: " ").map(String.init)
    return parts.count >= words.count && (Array(parts.suffix(words.count)) == words || parts.first == words.joined())
  }
}
