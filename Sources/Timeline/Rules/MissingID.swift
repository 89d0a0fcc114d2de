/// An entry whose id is not written down.
package enum MissingID: TimelineRule {
  package static let name = "missing-id"
  package static let severity = Finding.Severity.note
  package static let explanation = """
    Without {#id} in its heading the id is made from date and title, so that correcting a typo in the title makes it a
    new entry, which may be posted again. daybook check --fix writes the ids down.
    """
  package static let example = """
    ## 2024-08-04 — Heats
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.document.entries.filter { !$0.isIDWritten && $0.malformedID == nil }.map { entry in
      RuleFinding(
        entry.position, "The entry has no id, so \"\(entry.id)\" is used; check --fix writes it into the heading.")
    }
  }
}
