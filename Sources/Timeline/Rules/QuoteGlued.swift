/// A quotation mark without a space beside it.
package enum QuoteGlued: TimelineRule {
  package static let name = "quote-glued"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    There is no space between a closing mark and the next word, or between a word and an opening mark.
    """
  package static let example = """
    ## 2024-08-06 — Paris

    “It was too hard,” he said in the mixed zone.“I tried to respond.”
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.quoteMarks.found.filter { $0.problem == .glued }.map { found in
      RuleFinding(found.place, "There is no space between the mark \(found.mark) and the word beside it; add one.")
    }
  }
}
