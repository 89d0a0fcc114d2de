/// A link without a target.
package enum LinkEmpty: TimelineRule {
  package static let name = "link-empty"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The round brackets behind a link's words are empty, so that it leads nowhere. Write the target between them, or take
    the brackets away.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    [Watch]() them again.
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.links.filter { ["", "#"].contains($0.link.url) }.map { link in
      RuleFinding(link.place, "The link \"\(link.link.text)\" leads nowhere; write its target, or remove the brackets.")
    }
  }
}
