/// Two entries with one id.
package enum DuplicateID: TimelineRule {
  package static let name = "duplicate-id"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    The id names an entry for ever: what was posted about it is remembered under its id. Two entries with one id would
    be taken for each other.
    """
  package static let example = """
    ## 2024-08-04 — Heats {#olympics}

    ## 2024-08-06 — Final {#olympics}
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    var lines: [String: Int] = [:]
    return checked.document.entries.compactMap { entry in
      guard let first = lines[entry.id] else {
        lines[entry.id] = entry.position.line
        return nil
      }
      return RuleFinding(
        entry.position, "The id \"\(entry.id)\" names the entry of line \(first) already; give this one another.")
    }
  }
}
