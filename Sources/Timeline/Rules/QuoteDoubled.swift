/// A quotation mark that stands twice.
package enum QuoteDoubled: TimelineRule {
  package static let name = "quote-doubled"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The same quotation mark stands twice in a row. One is too many.
    """
  package static let example = """
    ## 2024-02-29 — Glasgow

    He said: “That comes out in different ways.””
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.quoteMarks.found.filter { $0.problem == .doubled }.map { found in
      RuleFinding(found.place, "The mark \(found.mark) stands twice; delete one.")
    }
  }
}
