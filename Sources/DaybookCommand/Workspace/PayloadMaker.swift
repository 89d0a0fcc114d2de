internal import Content
internal import Delivery
internal import FoundationEssentials

/// Makes payloads by the publication's templates, each read once.
final class PayloadMaker {
  private let set: TemplateSet
  private var templates: [String: PayloadTemplate] = [:]

  init(_ set: TemplateSet) {
    self.set = set
  }

  /// What a webhook's format makes of a message.
  ///
  /// - Throws: ``PayloadError`` for a broken template, and for what the service would refuse.
  func payload(of message: OutgoingMessage, for target: PayloadTarget, at date: Date) throws(PayloadError) -> Payload {
    if target.format == WebhookFormat.mailName {
      return try MailPayload.make(for: message, to: target, at: date)
    }
    let template = try template(of: target.format)
    guard target.takes(message.kind) else {
      throw PayloadError(
        template: template.name,
        problem: "\(target.format) takes newsletter issues alone, and \(message.draft) is none")
    }
    return try template.payload(for: message, to: target, at: date)
  }

  /// The template of a format, read and checked.
  func template(of format: String) throws(PayloadError) -> PayloadTemplate {
    if let template = templates[format] { return template }
    guard let found = set.text(of: "webhooks/\(format)") else {
      throw PayloadError(template: "Templates/webhooks/\(format).mustache", problem: "there is no such template")
    }
    let template = try PayloadTemplate(found.text, name: found.file)
    templates[format] = template
    return template
  }
}
