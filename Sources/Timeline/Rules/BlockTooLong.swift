/// A block that is too long to be looked at as a whole.
package enum BlockTooLong: TimelineRule {
  package static let name = "block-long"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A title, a block of text or a quote has more than 256 KB. No writer writes such a thing, so that most likely something
    was pasted that does not belong here. The rules about words and links look at its beginning alone.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    (a line of several megabytes)
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.document.entries.flatMap { entry -> [RuleFinding] in
      var long: [(bytes: Int, position: SourcePosition)] = []
      if let title = entry.title { long.append((title.utf8.count, entry.position)) }
      for (index, block) in entry.blocks.enumerated() {
        switch block {
        case .text(let text): long.append((text.utf8.count, entry.position(ofBlock: index)))
        case .quote(let quote): long.append((quote.text.utf8.count, entry.position(ofBlock: index)))
        case .picture, .note: continue
        }
      }
      return long.filter { $0.bytes > TextPiece.longest }.map { bytes, position in
        RuleFinding(
          position,
          "This has \(bytes >> 10) KB, and only its first \(TextPiece.longest >> 10) KB were looked at; part it.")
      }
    }
  }
}
