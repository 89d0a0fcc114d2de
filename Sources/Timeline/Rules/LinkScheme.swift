/// A link that leads where links must not lead.
package enum LinkScheme: TimelineRule {
  package static let name = "link-scheme"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    Links may use http, https and mailto, or be relative. Anything else, such as javascript:, data: or file:, does not work
    for readers or harms them.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    [Watch](javascript:alert)
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let links = checked.links.map { ($0.link.url, $0.position) }
    let pictures = checked.pictures.map { ($0.picture.path, $0.position) }
    return (links + pictures).compactMap { target, position in
      guard let scheme = URLScheme.of(target), !URLScheme.allowed.contains(scheme) else { return nil }
      return RuleFinding(position, "A link may not use \"\(scheme):\"; use https, or remove the link.")
    }
  }
}
