internal import Content
package import FoundationEssentials

/// Makes the message that goes to a mail server: an issue as its own e-mail, anything else as plain text.
package enum MailPayload {
  /// The content type of a whole message.
  static let contentType = "message/rfc822"

  /// The longest message that is sent: most servers stop at 10 MB (RFC 1870 lets them say so).
  static let mostBytes = 10_000_000

  /// The message as it is accepted; every attempt sends these very bytes.
  package static func make(
    for message: OutgoingMessage, to target: PayloadTarget, at accepted: Date
  ) throws(PayloadError) -> Payload {
    guard let mail = target.mail else {
      throw PayloadError(template: target.webhook, problem: "a mail server needs from: and to:")
    }
    let envelope = EmailEnvelope(from: mail.from.text, to: mail.to.map(\.text), date: accepted)
    let text =
      message.email.isEmpty
      ? envelope.message(subject: message.mailSubject, id: message.mailID, text: message.text)
      : envelope.addressed(message.email)
    let body = Array(text.utf8)
    guard body.count <= mostBytes else {
      throw PayloadError(
        template: target.webhook,
        problem: "draft \(message.draft) has \(body.count) bytes as an e-mail; mail servers take about \(mostBytes)")
    }
    return Payload(body: body, contentType: contentType)
  }
}

extension OutgoingMessage {
  /// A notice's first line; otherwise what stands over it, and whose it is.
  fileprivate var mailSubject: String {
    guard kind == .notice else { return kind == .post ? "\(publication.name): \(heading)" : heading }
    return text.split(separator: "\n").first.map(String.init) ?? publication.name
  }

  /// What a Message-ID begins with: the same for the same text.
  fileprivate var mailID: String {
    "\(draft).\(textHash)"
  }
}
