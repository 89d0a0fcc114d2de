/// The same thing told twice.
package enum DuplicateEntry: TimelineRule {
  package static let name = "duplicate-entry"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    Two entries of one date have the same title, or no title and the same text. Most often one was imported or pasted
    twice; remove one.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    ## 2024-08-04 — Heats
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    var lines: [String: Int] = [:]
    return checked.document.entries.compactMap { entry in
      let words = EntryID.slug(entry.title ?? "")
      let text = words.isEmpty ? entry.bodyMarkdown + entry.quotes.map(\.text).joined() : words
      guard !text.isEmpty else { return nil }
      let key = entry.date.edtf + " " + text
      guard let first = lines[key] else {
        lines[key] = entry.position.line
        return nil
      }
      return RuleFinding(
        entry.position, "This entry says the same as the one of line \(first); remove one of the two.")
    }
  }
}
