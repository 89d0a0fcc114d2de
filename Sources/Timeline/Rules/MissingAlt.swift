/// A picture without alternative text.
package enum MissingAlt: TimelineRule {
  package static let name = "missing-alt"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The alternative text is what people hear or read who do not see the picture; networks ask for it. It stands between
    the square brackets: ![Kerr crosses the line](images/kerr.jpg). WCAG 2.2, success criterion 1.1.1.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    ![](images/heats.jpg)
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.pictures.filter { $0.picture.alt.trimmingSpaces().isEmpty }.map { place in
      RuleFinding(place.position, "The picture \(place.picture.path) has no alternative text; say what it shows.")
    }
  }
}
