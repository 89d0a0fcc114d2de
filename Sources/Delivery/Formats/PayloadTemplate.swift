internal import Content
package import FoundationEssentials

/// A template from `Templates/webhooks/` that makes JSON; each variable is escaped for the inside of a JSON string.
package struct PayloadTemplate: Sendable {
  /// The name for messages, as in `webhooks/standard.mustache`.
  package let name: String
  private let template: Template

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
    do {
      template = try Template(text, name: name, format: .json, functions: PayloadContext.functions)
    } catch {
      throw PayloadError(template: name, line: error.line, column: error.column, problem: error.problem)
    }
  }

  /// Makes the payload for one webhook, and checks that it is JSON and that the service would take it.
  package func payload(
    for message: OutgoingMessage, to target: PayloadTarget, at accepted: Date
  ) throws(PayloadError) -> Payload {
    let context = PayloadContext(message: message, options: target.options, timestamp: accepted.ISO8601Format())
    let body = Array(template.render(context.members).utf8)
    guard let json = JSONValue.parse(body) else {
      throw PayloadError(
        template: name, problem: "does not make JSON of draft \(message.draft); check commas and quotes")
    }
    let limits = PayloadLimits(json: json, byteCount: body.count)
    if let objection = WebhookFormat.named(target.format).objection(limits) {
      throw PayloadError(
        template: name, problem: "draft \(message.draft) would be refused by \(target.webhook): \(objection)")
    }
    return Payload(body: body)
  }
}
