/// The same link twice in one entry.
package enum LinkDuplicate: TimelineRule {
  package static let name = "link-duplicate"
  package static let severity = Finding.Severity.note
  package static let explanation = """
    One target is linked twice in the same entry. Often a paragraph was pasted twice, or one of the two should lead elsewhere.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    [Watch](https://example.org/a) or [read](https://example.org/a).
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    var seen: Set<String> = []
    return checked.links.compactMap { found in
      guard !found.link.url.isEmpty else { return nil }
      guard !seen.insert("\(found.entry) \(found.link.url)").inserted else { return nil }
      return RuleFinding(
        found.place, "\(found.link.url) is linked in this entry already; remove one, or correct it.")
    }
  }
}
