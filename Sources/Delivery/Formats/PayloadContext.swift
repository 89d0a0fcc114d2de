internal import Content

/// What a webhook's template sees; an empty text is missing, so that a section leaves it out.
struct PayloadContext {
  let message: OutgoingMessage
  let options: [String: String]
  /// When the delivery is accepted, in RFC 3339.
  let timestamp: String

  /// Everything that a template may name.
  static let names: Set = [
    "timestamp", "draft", "kind", "channel", "subject", "preheader", "text", "html", "plainText", "period", "textHash",
    "parts", "isThread", "isNewsletter", "isPost", "isDigest", "isNotice", "heading", "drafts", "entries",
    "publication", "publication.name", "publication.link",
    "publication.language", "hasFacets", "facets", "byteStart", "byteEnd", "uri", "handle", "tag",
  ]

  /// The escapes that services ask for beyond JSON's own, as in `{{slack(text)}}`.
  static let functions: [String: @Sendable (String) -> String] = [
    "slack": TextEscapes.slack, "slackMarkdown": TextEscapes.slackMarkdown, "htmlBody": TextEscapes.htmlBody,
    "goTemplate": TextEscapes.goTemplate, "htmlCard": TextEscapes.htmlCard, "linkedIn": LinkedInText.escaped,
  ]

  var members: [String: TemplateValue] {
    let drafts = message.members.isEmpty ? [message] : message.members
    return own.merging([
      // Of anything but a digest itself, so that a template can treat all alike.
      "drafts": .list(
        drafts.map { .object(PayloadContext(message: $0, options: options, timestamp: timestamp).own) })
    ]) { $1 }
  }

  /// Whether the network takes what is a link, a mention or a tag beside the text.
  private var hasFacets: Bool { message.kind == .post && message.channel == Channel.bluesky.name }

  private static func value(_ facet: BlueskyFacet) -> TemplateValue {
    var members: [String: TemplateValue] = [
      "byteStart": .number(facet.byteStart), "byteEnd": .number(facet.byteEnd), "uri": .empty, "handle": .empty,
      "tag": .empty,
    ]
    switch facet.feature {
    case .link(let uri): members["uri"] = .text(uri)
    case .mention(let handle): members["handle"] = .text(handle)
    case .tag(let tag): members["tag"] = .text(tag)
    }
    return .object(members)
  }

  /// All but the members of a digest.
  private var own: [String: TemplateValue] {
    [
      "timestamp": .text(timestamp),
      "draft": .text(ifAny: message.draft),
      "kind": .text(message.kind.rawValue),
      "channel": .text(ifAny: message.channel),
      "subject": .text(ifAny: message.subject),
      "preheader": .text(ifAny: message.preheader),
      "text": .text(ifAny: message.text),
      "html": .text(ifAny: message.html),
      "plainText": .text(ifAny: message.plainText),
      "period": .text(ifAny: message.period),
      "textHash": .text(ifAny: message.textHash),
      "parts": .list(message.parts.map { .text($0) }),
      "hasFacets": .flag(hasFacets),
      "facets": .list(hasFacets ? message.parts.map { .list(BlueskyFacet.all(in: $0).map(Self.value)) } : []),
      "isThread": .flag(message.parts.count > 1),
      "isNewsletter": .flag(message.kind == .newsletter),
      "isPost": .flag(message.kind == .post),
      "isDigest": .flag(message.kind == .digest),
      "isNotice": .flag(message.kind == .notice),
      "heading": .text(ifAny: message.heading),
      "entries": .list(message.entries.map { .text($0) }),
      "publication": .object([
        "name": .text(ifAny: message.publication.name),
        "link": .text(ifAny: message.publication.link),
        "language": .text(ifAny: message.publication.language),
      ]),
      // What the settings say for the format's own sake.
      "options": .object(options.mapValues { .text(ifAny: $0) }),
    ]
  }
}
