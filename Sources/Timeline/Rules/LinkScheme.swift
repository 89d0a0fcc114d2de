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
    let tags = (checked.pieces + checked.html).filter { $0.kind != .quote }.flatMap { piece in
      RawHTML.addresses(in: piece.text).compactMap { address in
        message(for: address.value).map { RuleFinding(piece.place(address.start), $0) }
      }
    }
    return links + pictures + tags
  }

  private static func message(for target: String) -> String? {
    guard let scheme = URLScheme.of(target) else {
      guard target.lowercased().hasPrefix("www.") else { return nil }
      return "This link begins with www. and would be looked for beside the page; put https:// before it."
    }
    if URLScheme.allowed.contains(scheme) {
      guard scheme != "mailto", !target.hasPrefix("//"), !target.lowercased().hasPrefix(scheme + "://") else {
        return nil
      }
      return "A link with \"\(scheme):\" needs two slashes and a host behind it; correct it."
    }
    let isSlip = NearestWord.distance(scheme, "https", limit: 2) <= 2
    return "A link may not use \"\(scheme):\"; " + (isSlip ? "was https: meant?" : "use https, or remove the link.")
  }
}
