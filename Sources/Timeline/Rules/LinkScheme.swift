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
    let links = checked.links.compactMap { link in
      message(for: link.link.url).map { RuleFinding(link.place, $0) }
    }
    let pictures = checked.pictures.compactMap { picture, position in
      message(for: picture.path).map { RuleFinding(position, $0) }
    }
    return links + pictures
  }

  private static func message(for target: String) -> String? {
    guard let scheme = URLScheme.of(target), !URLScheme.allowed.contains(scheme) else { return nil }
    return "A link may not use \"\(scheme):\"; use https, or remove the link."
  }
}
