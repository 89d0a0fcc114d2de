internal import FoundationEssentials

/// What a service wants besides its template: how requests are authorised, and what it would refuse.
///
/// A format of the user's own is signed as `standard` is.
package struct WebhookFormat: Sendable {
  /// Everything that goes into one attempt's headers.
  struct AttemptContext: Sendable {
    var id: String
    var date: Date
    var body: [UInt8]
    var secrets: [Secret]
  }

  /// The headers of one attempt beside the content type, fresh each time.
  let headers: @Sendable (AttemptContext) throws(SigningError) -> [HTTPHeader]
  /// What has to be in the address's query, as in `wait=true`.
  var query: String?
  /// Whether whoever has the address may write there.
  var isAddressSecret = false
  /// The kinds of messages that it can carry.
  var kinds = Set(OutgoingMessage.Kind.allCases)
  /// Says what the service would refuse in a payload; nil for nothing.
  var objection: @Sendable (PayloadLimits) -> String? = { _ in nil }

  /// The format of a name.
  static func named(_ name: String) -> WebhookFormat {
    services[name] ?? signed
  }

  private static let signed = WebhookFormat { attempt throws(SigningError) in
    try StandardWebhooks.headers(id: attempt.id, at: attempt.date, body: attempt.body, secrets: attempt.secrets)
  }

  /// The name of the format that is no template but a message to a mail server.
  package static let mailName = "smtp"

  private static let services: [String: WebhookFormat] = [
    mailName: WebhookFormat(headers: { _ throws(SigningError) in [] }),
    "slack": slack, "discord": discord, "teams": teams, "mattermost": mattermost, "buttondown": buttondown,
    "listmonk": listmonk, "ghost": ghost,
  ]

  /// The address that is asked for, with what the format has to have in it.
  func address(_ url: WebhookURL) -> String {
    let text = url.reveal()
    guard let query, !url.pathAndQuery.contains(query) else { return text }
    return text + (url.pathAndQuery.contains("?") ? "&" : "?") + query
  }
}
