/// A speaker whom an importer worked out.
package enum SpeakerInferred: TimelineRule {
  package static let name = "speaker-inferred"
  package static let severity = Finding.Severity.note
  package static let explanation = """
    The source does not say who spoke; an import took the one whom the text before points to and marked the name with
    (?). Compare it with the source, then delete the mark.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    > The job is done.
    > — Jakob Ingebrigtsen (?)
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.quotes.filter { !$0.quote.isSure && $0.quote.speaker != nil }.map { place in
      RuleFinding(
        place.position,
        "The source does not say that \(place.quote.speaker ?? "") said this; compare it, then delete \"(?)\".")
    }
  }
}
