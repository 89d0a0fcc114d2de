internal import CCurl

/// The address of a webhook, read by the library that will send to it, so that both read it alike.
package struct WebhookURL: Sendable, Hashable {
  /// The address in libcurl's normal form: odd spellings of IPv4 addresses are resolved.
  private let text: String
  /// `http` or `https`; `smtp` or `smtps` for a mail server.
  package let scheme: String
  /// The host in lower case; an IPv6 address without its brackets.
  package let host: String
  package let port: Int
  /// Scheme, host and port: requests to the same one may share a connection.
  let origin: String
  /// Path and query as they are requested.
  let pathAndQuery: String
  /// Whether the host is an address and needs no look-up.
  let isLiteral: Bool
  /// Whether path and query are a secret, as Slack's and Discord's are.
  package let isSecret: Bool

  /// Reads an address and checks it against the network that the webhook may live in.
  ///
  /// The names that look-ups resolve are checked later, when the connection is made. A mail server's address begins
  /// with `smtps:`, or with `smtp:` where TLS is begun on the way.
  package init(
    _ text: String, network: NetworkScope, isSecret: Bool = false, isMail: Bool = false
  ) throws(WebhookURLError) {
    // libcurl forgives a third slash and takes the path for the host.
    let behindScheme = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? ""
    guard behindScheme.first != "/", let parts = CurlURL(text) else { throw .malformed }
    guard !parts.hasCredentials else { throw .credentials }
    guard let scheme = parts.scheme, (isMail ? ["smtp", "smtps"] : ["http", "https"]).contains(scheme) else {
      throw .scheme(parts.scheme ?? "", isMail: isMail)
    }
    guard scheme != "http" || network != .public else { throw .notEncrypted }
    guard let host = parts.host, !host.isEmpty, let port = parts.port, let whole = parts.whole else { throw .malformed }
    let literal = IPAddress(host.hasSuffix(".") ? String(host.dropLast()) : host)
    if let literal, !AddressPolicy(network).permits(literal) {
      throw .address(host, network)
    }
    self.text = whole
    isLiteral = literal != nil
    self.scheme = scheme
    self.host = host
    self.port = port
    origin = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    pathAndQuery = parts.pathAndQuery
    self.isSecret = isSecret
  }

  /// Whether the host is a name of this machine (RFC 6761, 6.3), which no public address is behind.
  package var isLocalhost: Bool { host == "localhost" || host.hasSuffix(".localhost") }

  /// The whole address, for the request alone.
  package func reveal() -> String {
    text
  }

  /// What answers and errors must not echo.
  func secretParts(isSecretAnyway: Bool) -> [Secret] {
    (isSecret || isSecretAnyway) && pathAndQuery.utf8.count > 4 ? [Secret(text), Secret(pathAndQuery)] : []
  }

}

extension WebhookURL: CustomStringConvertible {
  /// The address without what may be secret.
  package var description: String {
    isSecret ? "\(origin)/\(Redactor.mark)" : text
  }
}

/// Why an address is not fit for a webhook.
package enum WebhookURLError: Error, Hashable, Sendable {
  case malformed
  /// `user:password@` in the address.
  case credentials
  case scheme(String, isMail: Bool)
  /// Plain http to a public address.
  case notEncrypted
  /// A literal address outside the webhook's network.
  case address(String, NetworkScope)
}

extension WebhookURLError: CustomStringConvertible {
  /// The network that a host lives in which is not public.
  private static func scope(of host: String) -> NetworkScope? {
    IPAddress(host).map(AddressPolicy.scope) ?? .loopback
  }

  /// A sentence for people without a full stop; it shows nothing that may be secret.
  package var description: String {
    switch self {
    case .malformed: "not an address of the form https://host/path"
    case .credentials: "user name and password do not belong in an address; use secret:"
    case .scheme(let scheme, let isMail):
      "\(scheme): is not a scheme for \(isMail ? "mail; use smtps:// or smtp://" : "webhooks; use https://")"
    case .notEncrypted: "http:// is for network: private and network: loopback; use https://"
    case .address(let host, let network):
      switch network {
      case .public:
        "\(host) is no public address"
          + (Self.scope(of: host).map { "; say network: \($0.rawValue) if it is meant" } ?? "")
      case .private: "\(host) is no private address, but network: private is set"
      case .loopback: "\(host) is not this machine, but network: loopback is set"
      }
    }
  }
}
