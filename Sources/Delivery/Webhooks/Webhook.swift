internal import FoundationEssentials

/// A configured destination: where it is, what it wants to be sent, and how far it may be trusted.
package struct Webhook: Sendable, Hashable {
  package var name: String
  package var url: WebhookURL
  package var format: String
  /// The keys that sign, the newest first: several during a rotation.
  ///
  /// Formats with a token of their own use the first.
  package var secrets: [Secret]
  package var network: NetworkScope
  /// A file of certificate authorities in PEM, in place of the system's.
  package var caFile: String?
  package var deadlines: Deadlines
  /// How many requests to it may be under way at once.
  package var inFlight: Int
  /// Values that a format's template asks for, as in listmonk's `lists`.
  package var options: [String: String]
  /// Whether drafts that are sent together go as one message.
  package var isDigest: Bool
  /// The webhook that is told when this one is paused or refuses something.
  package var notify: String?
  /// From whom to whom, where it is a mail server.
  package var mail: MailRoute?
  /// What connections go through; nil for none.
  package var proxy: ProxyRoute?

  package init(
    name: String, url: WebhookURL, format: String = "standard", secrets: [Secret] = [],
    network: NetworkScope = .public, caFile: String? = nil, deadlines: Deadlines = Deadlines(), inFlight: Int = 64,
    options: [String: String] = [:], isDigest: Bool = false, notify: String? = nil, mail: MailRoute? = nil,
    proxy: ProxyRoute? = nil
  ) {
    self.name = name
    self.url = url
    self.format = format
    self.secrets = secrets
    self.network = network
    self.caFile = caFile
    self.deadlines = deadlines
    self.inFlight = inFlight
    self.options = options
    self.isDigest = isDigest
    self.notify = notify
    self.mail = mail
    self.proxy = proxy
  }

  /// What the making of a payload depends on.
  package var target: PayloadTarget {
    PayloadTarget(webhook: name, format: format, options: options, mail: mail)
  }

  /// Takes this webhook's secrets, and its URL where that is one, out of texts.
  package var redactor: Redactor {
    // A key may be made of an id and the secret proper.
    let parts = secrets.flatMap { $0.reveal().split(separator: ":") }.filter { $0.utf8.count >= 8 }
    let isSecretAnyway = WebhookFormat.named(format).isAddressSecret
    return Redactor(
      secrets + parts.map { Secret(String($0)) } + url.secretParts(isSecretAnyway: isSecretAnyway)
        + (mail?.login?.spellings ?? []) + (proxy.map { [$0.address] } ?? []))
  }
}

extension MailRoute.Login {
  /// The password, and what AUTH PLAIN and LOGIN send of it (RFC 4616).
  fileprivate var spellings: [Secret] {
    let plain = "\u{0}\(user)\u{0}\(password.reveal())"
    return [password] + [plain, password.reveal()].map { Secret(Data($0.utf8).base64EncodedString()) }
  }
}
