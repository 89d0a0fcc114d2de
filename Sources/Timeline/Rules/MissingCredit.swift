/// A picture without a credit.
package enum MissingCredit: TimelineRule {
  package static let name = "missing-credit"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A picture is somebody's work. The credit stands in the title slot: ![alt](images/kerr.jpg "Photo: A. Name").
    """
  package static let example = """
    ## 2024-08-04 — Heats

    ![The start](images/heats.jpg)
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.pictures.filter { $0.picture.credit == nil }.map { place in
      RuleFinding(
        place.position, "The picture \(place.picture.path) has no credit; add it in quotation marks behind the path.")
    }
  }
}
