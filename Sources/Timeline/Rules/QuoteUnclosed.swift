/// A quotation mark without its partner.
package enum QuoteUnclosed: TimelineRule {
  package static let name = "quote-unclosed"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A quotation mark opens and none closes, or the other way round, so that nobody can tell where the quote ends. A quote
    over several paragraphs may leave out the closing mark where the next paragraph opens again.
    """
  package static let example = """
    ## 2024-01-12 — Injury

    He said: “I know my body and it sometimes happens.
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.quoteMarks.found.compactMap { found in
      switch found.problem {
      case .unclosed:
        RuleFinding(found.place, "The mark \(found.mark) opens a quote that is never closed; add the closing mark.")
      case .unopened:
        RuleFinding(
          found.place, "The mark \(found.mark) closes a quote that was never opened; add the opening mark.")
      default: nil
      }
    }
  }
}
