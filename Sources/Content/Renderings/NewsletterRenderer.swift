internal import Timeline

/// Makes a newsletter's renderings out of its draft as it is, edits included.
package struct NewsletterRenderer: Sendable {
  private let publication: Publication
  private let language: Language
  private let page: Template
  private let plain: Template

  /// Reads and checks the templates of the frames.
  ///
  /// - Parameters:
  ///   - publication: what the frames say of the publication.
  ///   - templates: the publication's templates.
  /// - Throws: ``TemplateError`` for a template that is broken or names an unknown variable.
  package init(publication: Publication, templates: TemplateSet) throws(TemplateError) {
    self.publication = publication
    language = Language.named(publication.language)
    let day = CivilDay(daysSinceEpoch: 0)
    let draft = Draft(
      id: "example", kind: .newsletter, channel: "newsletter", subject: "S", preheader: "P",
      period: Draft.Period(first: day, last: day), entries: [], text: "T")
    let example = Self.context(of: draft, publication: .example, language: language, body: .html("<p>T</p>"))
    page = try templates.template("newsletter.html", example: example)
    plain = try templates.template("newsletter.txt", example: example)
  }

  /// Renders a draft; private notes never leave it, and only links that a reader can follow do.
  package func render(_ draft: Draft) -> Renderings {
    let blocks = MarkdownBlock.parse(draft.text)
    let html = page.render(context(of: draft, body: .html(EmailHTML().html(blocks))))
    let text = plain.render(context(of: draft, body: .text(FootnotedText.text(blocks))))
    let finished = Draft.canonical(text)
    let message = EmailMessage(
      draft: draft, sender: publication.sender, host: publication.host, text: finished, html: html)
    return Renderings(html: html, text: finished, message: message.source)
  }

  private func context(of draft: Draft, body: TemplateValue) -> [String: TemplateValue] {
    Self.context(of: draft, publication: publication, language: language, body: body)
  }

  private static func context(
    of draft: Draft, publication: Publication, language: Language, body: TemplateValue
  ) -> [String: TemplateValue] {
    var members = publication.common(language)
    members["subject"] = .text(ifAny: draft.subject)
    members["preheader"] = .text(ifAny: draft.preheader)
    members["dates"] = .text(language.dates(draft.period.first, draft.period.last))
    members["body"] = body
    return members
  }
}

extension Publication {
  /// The host of the publication's page, for Message-IDs; one that cannot exist where it has no page (RFC 6761).
  var host: String {
    let rest = link?.firstRange(of: "://").flatMap { link?[$0.upperBound...] } ?? ""
    let host = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    return host.isEmpty ? "daybook.invalid" : String(host)
  }
}
