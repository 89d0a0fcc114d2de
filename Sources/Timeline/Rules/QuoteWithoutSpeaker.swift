/// A quote that nobody said.
package enum QuoteWithoutSpeaker: TimelineRule {
  package static let name = "quote-without-speaker"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A quote is published with the one who said it. The speaker stands in the last line of the blockquote, behind a dash.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    > The job is done.
    > —
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.quotes.filter { $0.quote.speaker == nil }.map { place in
      RuleFinding(
        place.position, "Nobody is named for this quote; add the speaker in a last line such as \"> — Josh Kerr\".")
    }
  }
}
