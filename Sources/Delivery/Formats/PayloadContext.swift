internal import Mustache

/// What a webhook's template sees; an empty text is missing, so that a section leaves it out.
///
/// The engine asks for `Any`; what it gets is a ``TemplateText``, an array of them, a `Bool`, or another context.
struct PayloadContext: MustacheParent {
  let message: OutgoingMessage
  let webhook: Webhook
  /// When the delivery is accepted, in RFC 3339.
  let timestamp: String

  /// Everything that a template may name.
  static let names: Set = [
    "timestamp", "draft", "kind", "channel", "subject", "preheader", "text", "html", "plainText", "period", "textHash",
    "parts", "isThread", "isNewsletter", "isPost", "entries", "publication", "publication.name", "publication.link",
    "publication.language",
  ]

  func child(named name: String) -> Any? {
    switch name {
    case "timestamp": text(timestamp)
    case "draft": text(message.draft)
    case "kind": text(message.kind.rawValue)
    case "channel": text(message.channel)
    case "subject": text(message.subject)
    case "preheader": text(message.preheader)
    case "text": text(message.text)
    case "html": text(message.html)
    case "plainText": text(message.plainText)
    case "period": text(message.period)
    case "textHash": text(message.textHash)
    case "parts": message.parts.map(TemplateText.init)
    case "isThread": message.parts.count > 1
    case "isNewsletter": message.kind == .newsletter
    case "isPost": message.kind == .post
    case "entries": message.entries.map(TemplateText.init)
    case "publication": Publication(publication: message.publication)
    case "options": Options(values: webhook.options)
    default: nil
    }
  }

  struct Publication: MustacheParent {
    let publication: OutgoingMessage.Publication

    func child(named name: String) -> Any? {
      switch name {
      case "name": text(publication.name)
      case "link": text(publication.link)
      case "language": text(publication.language)
      default: nil
      }
    }
  }

  /// What the settings say for the format's own sake.
  struct Options: MustacheParent {
    let values: [String: String]

    func child(named name: String) -> Any? {
      values[name].flatMap(text)
    }
  }
}

private func text(_ value: String) -> TemplateText? {
  value.isEmpty ? nil : TemplateText(value)
}

/// A text with the escapes that services ask for beyond JSON's own, as in `{{slack(text)}}`.
struct TemplateText: CustomStringConvertible, MustacheTransformable {
  let description: String

  init(_ text: String) {
    description = text
  }

  func transform(_ name: String) -> Any? {
    switch name {
    case "slack": TemplateText(TextEscapes.slack(description))
    case "slackMarkdown": TemplateText(TextEscapes.slackMarkdown(description))
    case "htmlBody": TemplateText(TextEscapes.htmlBody(description))
    case "goTemplate": TemplateText(TextEscapes.goTemplate(description))
    case "htmlCard": TemplateText(TextEscapes.htmlCard(description))
    default: nil
    }
  }
}
