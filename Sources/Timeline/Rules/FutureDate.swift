/// An entry that is dated after today.
package enum FutureDate: TimelineRule {
  package static let name = "future-date"
  package static let severity = Finding.Severity.note
  package static let explanation = """
    The entry begins after today. That is right for what is coming up, and wrong where the year was mistyped.
    """
  package static let example = """
    ## 2204-08-04 — Heats
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    guard let today = context.settings.today else { return [] }
    return checked.document.entries.compactMap { entry in
      guard let day = entry.date.firstDay, day > today else { return nil }
      return RuleFinding(
        entry.position, "\"\(entry.dateText)\" lies in the future (today is \(today)); correct it unless it is planned."
      )
    }
  }
}
