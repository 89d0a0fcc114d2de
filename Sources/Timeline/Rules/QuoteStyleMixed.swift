/// Curly and straight quotation marks in one timeline.
package enum QuoteStyleMixed: TimelineRule {
  package static let name = "quote-style-mixed"
  package static let severity = Finding.Severity.note
  package static let explanation = """
    A quote opens with a curly mark and closes with a straight one, or the text uses both kinds. Readers take it for
    carelessness; choose one kind.
    """
  package static let example = """
    ## 2024-05-25 — Eugene

    “Of course we’re racing," Ingebrigtsen said.
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let marks = checked.quoteMarks
    let pairs = marks.found.filter { $0.problem == .mixed }.map { found in
      RuleFinding(found.place, "A curly and a straight mark make a pair here; use the same kind for both.")
    }
    let (straight, curly) = (marks.straight, marks.curly)
    guard pairs.isEmpty, let place = straight.count < curly.count ? straight.first : curly.first, !straight.isEmpty,
      !curly.isEmpty
    else { return pairs }
    let counts = "\(curly.count) curly and \(straight.count) straight"
    return [
      RuleFinding(
        place, "The text has \(counts) quotation marks; this is the first of the rarer kind. Choose one kind.")
    ]
  }
}
