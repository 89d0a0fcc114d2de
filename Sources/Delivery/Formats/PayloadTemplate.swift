package import FoundationEssentials
internal import Mustache

/// A template from `Templates/webhooks/` that makes JSON; each variable is escaped for the inside of a JSON string.
package struct PayloadTemplate: Sendable {
  /// The name for messages, as in `webhooks/standard.mustache`.
  package let name: String
  private let template: MustacheTemplate

  /// Reads a template's text.
  ///
  /// Tags that would put text in without escaping it are refused, so that no draft can change a payload's structure.
  package init(_ text: String, name: String) throws(PayloadError) {
    self.name = name
    for tag in PayloadTag.all(in: text) {
      if let objection = tag.objection {
        throw PayloadError(template: name, line: tag.line, problem: objection)
      }
    }
    guard JSONContentType.isRegistered else { throw PayloadError(template: name, problem: "cannot be read") }
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:\(JSONContentType.name)}}" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw PayloadError(
        template: name, line: error.context.lineNumber, column: error.context.columnNumber,
        problem: "\(error.error)")
    } catch {
      throw PayloadError(template: name, problem: "\(error)")
    }
  }

  /// Makes the payload for one webhook, and checks that it is JSON and that the service would take it.
  package func payload(
    for message: OutgoingMessage, to webhook: Webhook, at accepted: Date
  ) throws(PayloadError) -> Payload {
    let context = PayloadContext(message: message, webhook: webhook, timestamp: accepted.ISO8601Format())
    let body = Array(template.render(context).utf8)
    guard let json = JSONValue.parse(body) else {
      throw PayloadError(
        template: name, problem: "does not make JSON of draft \(message.draft); check commas and quotes")
    }
    let limits = PayloadLimits(json: json, byteCount: body.count)
    if let objection = WebhookFormat.named(webhook.format).objection(limits) {
      throw PayloadError(
        template: name, problem: "draft \(message.draft) would be refused by \(webhook.name): \(objection)")
    }
    return Payload(body: body)
  }
}
