internal import Timeline

/// Makes a newsletter's renderings out of its draft as it is, edits included.
package struct NewsletterRenderer: Sendable {
  private let publication: Publication
  private let language: Language
  /// What every template sees, made once for all issues.
  private let common: [String: TemplateValue]
  private let page: Template
  private let plain: Template
  private let readPicture: @Sendable (String) -> [UInt8]?

  /// The most bytes of a picture that goes with an e-mail; many servers refuse messages over 10 MB.
  private static let largestPicture = 5_000_000

  /// Reads and checks the templates of the frames.
  ///
  /// - Parameters:
  ///   - publication: what the frames say of the publication.
  ///   - templates: the publication's templates.
  ///   - readPicture: the bytes of a file of the publication, for pictures that go with an e-mail; nil where it is not
  ///     there.
  /// - Throws: ``TemplateError`` for a template that is broken or names an unknown variable.
  package init(
    publication: Publication, templates: TemplateSet,
    readPicture: @escaping @Sendable (_ path: String) -> [UInt8]? = { _ in nil }
  ) throws(TemplateError) {
    self.publication = publication
    self.readPicture = readPicture
    language = Language.named(publication.language)
    common = publication.common(language)
    let example = Self.example(language)
    page = try templates.template("newsletter.html", example: example)
    plain = try templates.template("newsletter.txt", example: example)
  }

  /// Renders a draft; private notes never leave it, and only links that a reader can follow do.
  package func render(_ draft: Draft) -> Renderings {
    let blocks = MarkdownBlock.parse(draft.markdown)
    let text = plain.render(context(of: draft, body: .text(FootnotedText.text(blocks))))
    let finished = Draft.canonical(text)
    var hasPictures = false
    let html = page(of: draft, blocks) { url in
      hasPictures = true
      return url
    }
    // Only pictures make the difference between the pages.
    let web = hasPictures ? page(of: draft, blocks) { publication.webAddress(ofPicture: $0, in: draft) } : html
    var pictures = AttachedPictures(draft: draft, host: publication.host)
    let mail =
      !hasPictures
      ? html
      : page(of: draft, blocks) { url in
        publication.webAddress(ofPicture: url, in: draft)
          ?? pictures.address(
            of: url,
            read: { path in
              readPicture(path).flatMap { $0.count <= Self.largestPicture ? $0 : nil }
            })
      }
    let message = EmailMessage(
      draft: draft, sender: publication.sender, unsubscribe: publication.unsubscribe, host: publication.host,
      text: finished, html: mail, pictures: pictures.files)
    return Renderings(html: html, text: finished, message: message.source, webHTML: web)
  }

  /// The page alone, as it lies beside the draft.
  package func html(of draft: Draft) -> String {
    page(of: draft, MarkdownBlock.parse(draft.markdown)) { $0 }
  }

  private func page(of draft: Draft, _ blocks: [MarkdownBlock], picture: (String) -> String?) -> String {
    withoutActuallyEscaping(picture) { picture in
      page.render(context(of: draft, body: .html(MarkdownHTML(picture: picture).html(blocks))))
    }
  }

  /// What the templates may see, with nothing missing.
  static func example(_ language: Language) -> [String: TemplateValue] {
    let day = CivilDay(daysSinceEpoch: 0)
    let draft = Draft(
      id: "example", kind: .newsletter, channel: "newsletter", subject: "S", preheader: "P",
      period: Draft.Period(first: day, last: day), entries: [], text: "T")
    return context(of: draft, common: Publication.example.common(language), language: language, body: .html("<p>T</p>"))
  }

  private func context(of draft: Draft, body: TemplateValue) -> [String: TemplateValue] {
    Self.context(of: draft, common: common, language: language, body: body)
  }

  private static func context(
    of draft: Draft, common: [String: TemplateValue], language: Language, body: TemplateValue
  ) -> [String: TemplateValue] {
    var members = common
    members["subject"] = .text(ifAny: draft.publicSubject)
    members["preheader"] = .text(ifAny: draft.publicPreheader)
    members["dates"] = .text(language.dates(draft.period.first, draft.period.last))
    members["body"] = body
    return members
  }
}

/// The pictures of one e-mail, each attached once and called by its Content-ID (RFC 2392).
private struct AttachedPictures {
  let draft: Draft
  let host: String
  private(set) var files: [(id: String, file: PictureFile)] = []
  private var addresses: [String: String] = [:]

  init(draft: Draft, host: String) {
    self.draft = draft
    self.host = host
  }

  mutating func address(of url: String, read: (String) -> [UInt8]?) -> String? {
    guard let path = draft.path(ofPicture: url) else { return nil }
    if let known = addresses[path] { return known }
    guard let file = read(path).flatMap({ PictureFile(path: path, bytes: $0) }) else { return nil }
    let id = "picture-\(files.count + 1).\(EmailMessage.atom(draft.id))@\(host)"
    files.append((id, file))
    addresses[path] = "cid:\(id)"
    return "cid:\(id)"
  }
}

extension Publication {
  /// Where readers on the web find a picture of a draft; nil where only this machine has it.
  func webAddress(ofPicture url: String, in draft: Draft) -> String? {
    if url.contains("://") { return url }
    guard let pictures, let path = draft.path(ofPicture: url) else { return nil }
    let folder = "Timelines/"
    return path.hasPrefix(folder) ? pictures + path.dropFirst(folder.count) : nil
  }

  /// The host of the publication's page, for Message-IDs; one that cannot exist where it has no page (RFC 6761).
  var host: String {
    let rest = link?.firstRange(of: "://").flatMap { link?[$0.upperBound...] } ?? ""
    let host = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    return host.isEmpty ? "daybook.invalid" : String(host)
  }
}
