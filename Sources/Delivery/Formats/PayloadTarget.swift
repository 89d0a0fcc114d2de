/// What the making of a payload has to know of a webhook: no address and no secret.
package struct PayloadTarget: Sendable, Hashable {
  /// The webhook's name, for messages.
  package var webhook: String
  package var format: String
  /// Values that the format's template asks for.
  package var options: [String: String]
  /// From whom to whom, for mail.
  package var mail: MailRoute?

  package init(webhook: String, format: String, options: [String: String] = [:], mail: MailRoute? = nil) {
    self.webhook = webhook
    self.format = format
    self.options = options
    self.mail = mail
  }

  /// Whether the format can carry messages of a kind: newsletter services take issues, chats anything.
  package func takes(_ kind: OutgoingMessage.Kind) -> Bool {
    WebhookFormat.named(format).kinds.contains(kind)
  }
}
