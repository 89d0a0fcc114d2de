/// Somebody whom the settings do not name.
package enum PersonUnknown: TimelineRule {
  package static let name = "person-unknown"
  package static let severity = Finding.Severity.note
  package static let explanation = """
    The settings name people with their accounts, and posts mention them. A name in an entry's people: or behind a quote
    that is not among them may be misspelt. Each name is reported once. Nothing is reported while the settings name nobody.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    - people: Jsoh Kerr
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let known = context.settings.knownPeople
    guard !known.isEmpty else { return [] }
    let surnames = Set(known.compactMap { $0.split(separator: " ").last.map(String.init) })
    var seen: Set<String> = []
    var findings: [RuleFinding] = []
    func look(at name: String, _ position: SourcePosition) {
      guard !known.contains(name), !surnames.contains(name), seen.insert(name).inserted else { return }
      let guess = NearestWord.find(name, among: known.sorted()).map { "did you mean \"\($0)\"?" }
      findings.append(
        RuleFinding(position, "The settings do not name \"\(name)\"; \(guess ?? "add the name under people.")"))
    }
    for entry in checked.document.entries {
      for name in entry.fields.people { look(at: name, entry.position) }
      for (index, block) in entry.blocks.enumerated() {
        if case .quote(let quote) = block, let speaker = quote.speaker {
          look(at: speaker, entry.position(ofBlock: index))
        }
      }
    }
    return findings
  }
}
