/// A quote that nobody said.
package enum QuoteWithoutSpeaker: TimelineRule {
  package static let name = "quote-without-speaker"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A quote is published with the one who said it. The speaker stands in the last line of the blockquote, behind a dash. A
    blockquote without such a line is plain text; one that begins with a quotation mark looks like a quote all the same.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    > The job is done.
    > —
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let unnamed = checked.quotes.filter { $0.quote.speaker == nil }.map { place in
      RuleFinding(
        place.position, "Nobody is named for this quote; add the speaker in a last line such as \"> — Josh Kerr\".")
    }
    let plain = checked.pieces.filter { $0.kind == .text && isQuoted($0.text) }.map { piece in
      RuleFinding(
        piece.start,
        "Somebody is quoted here and not named; add the speaker in a last line such as \"> — Josh Kerr\".")
    }
    return unnamed + plain
  }

  /// A blockquote whose words begin with a quotation mark.
  private static func isQuoted(_ markdown: String) -> Bool {
    guard markdown.hasPrefix(">") else { return false }
    let first = markdown.first { !"> *_\n".contains($0) }
    return first.map { "“„«\"‘".contains($0) } ?? false
  }
}
