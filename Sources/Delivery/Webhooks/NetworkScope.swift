/// The kind of addresses that a webhook may live at; a connection to any other is refused.
package enum NetworkScope: String, Sendable, Hashable, CaseIterable {
  /// Globally reachable addresses, by https alone; the default.
  case `public`
  /// RFC 1918, RFC 6598 and RFC 4193 addresses, by http or https.
  case `private`
  /// This machine, by http or https.
  case loopback
}
