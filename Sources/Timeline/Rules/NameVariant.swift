/// A name that is spelt otherwise than nearly everywhere else.
package enum NameVariant: TimelineRule {
  package static let name = "name-variant"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A word that looks like a name stands once or twice, and differs by a letter from one that stands far more often: most
    likely a slip. So does a surname behind the first name of somebody whom people:, a quote or the settings name. Plurals
    and words that are also written small are left alone, as are names that people: or the settings have.
    """
  package static let example = """
    ## 2024-09-27 — Episode four

    Jakob Ingebrigtsen on camera. Ingebrigtsen is asked. Then Ingebrigtsen laughs. Later Ingebrigtsen ran. The cameras
    follow Ingebrigsten home.
    """

  /// How often the usual spelling must stand, and how many times as often as the rare one.
  private static let least = 4

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    var counter = NameCounter()
    for piece in checked.pieces { counter.add(piece) }
    let people = checked.document.entries.flatMap { $0.fields.people } + context.settings.knownPeople
    let known = Set(people.flatMap { $0.split(separator: " ").map(String.init) })
    let persons = PersonNames(checked.document, known: context.settings.knownPeople)
    let named = persons.uses.compactMap { name, use -> RuleFinding? in
      persons.meant(by: name).map { meant in
        RuleFinding(use.first, "\"\(name)\" is \"\(meant)\" elsewhere; correct one of the two.")
      }
    }
    let usual = counter.names.filter { $0.value.count >= least }
    let index = SpellingIndex(usual.keys.sorted())
    return named
      + counter.names.compactMap { name, use -> RuleFinding? in
        if !known.contains(name), let meant = persons.meant(by: name, behind: use.neighboursBefore) {
          return RuleFinding(
            use.first, "\"\(name)\" stands where \"\(meant)\" is somebody's name; correct one of the two.")
        }
        guard name.count >= 4, use.count <= 2, use.count > use.atSentenceStart, !known.contains(name),
          !counter.smallWords.contains(name.lowercased())
        else { return nil }
        let candidates = index.near(name).filter { other in
          (usual[other]?.count ?? 0) >= least * use.count && isSlip(name, use, other, usual[other], counter.smallWords)
        }
        guard let meant = candidates.max(by: { (usual[$0]?.count ?? 0) < (usual[$1]?.count ?? 0) }) else { return nil }
        return RuleFinding(
          use.first,
          "\"\(name)\" is spelt \"\(meant)\" \(usual[meant]?.count ?? 0) times elsewhere; correct one of the two.")
      }
  }

  private static func isSlip(
    _ name: String, _ use: NameUse, _ other: String, _ otherUse: NameUse?, _ smallWords: Set<String>
  ) -> Bool {
    guard let otherUse, name != other, otherUse.count > otherUse.atSentenceStart,
      !smallWords.contains(other.lowercased()), !isInflected(name, other)
    else { return false }
    let limit = name.count >= 9 ? 2 : 1
    guard NearestWord.distance(name, other, limit: limit) <= limit else { return false }
    let sharesNeighbour =
      !use.neighboursBefore.isDisjoint(with: otherUse.neighboursBefore)
      || !use.neighboursBehind.isDisjoint(with: otherUse.neighboursBehind)
    if sharesNeighbour { return true }
    // Two people may have surnames that differ by a letter: then their first names differ as well.
    let isOtherPerson = !use.neighboursBefore.isEmpty || !use.neighboursBehind.isEmpty
    return name.count >= 6 && !isOtherPerson
  }

  /// `American` and `Americans`, `Kenya` and `Kenyan`, `Germany` and `German`, `Bruder` and `Brüder`, `Norwegen` and
  /// `Norweger` are two words.
  private static func isInflected(_ first: String, _ second: String) -> Bool {
    let shared = zip(first, second).prefix { plainVowel($0) == plainVowel($1) }.count
    return shared >= 4 && endings.contains(String(first.dropFirst(shared)))
      && endings.contains(String(second.dropFirst(shared)))
  }

  private static let endings: Set<String> = [
    "", "s", "es", "n", "an", "e", "en", "er", "ers", "ern", "em", "r", "d", "i", "y",
  ]

  /// German's plurals turn a vowel.
  private static func plainVowel(_ character: Character) -> Character {
    switch character {
    case "ä": "a"
    case "ö": "o"
    case "ü": "u"
    default: character
    }
  }
}
