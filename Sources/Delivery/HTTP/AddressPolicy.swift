/// Which addresses a connection may be made to; asked with the address really used, after every look-up.
///
/// The blocks are those of the IANA special-purpose address registries (RFC 6890 and its successors, read 2026-11).
package struct AddressPolicy: Sendable {
  private let scope: NetworkScope

  package init(_ scope: NetworkScope) {
    self.scope = scope
  }

  /// Whether a webhook of this scope may be reached at this address; whatever is not known is refused.
  package func permits(_ address: IPAddress) -> Bool {
    Self.scope(of: address) == scope
  }

  /// The network that an address belongs to; nil for addresses that no webhook can have.
  static func scope(of address: IPAddress) -> NetworkScope? {
    if address.bytes.count == 4 { return scopeOfIPv4(address) }
    // The same host under another spelling (RFC 4291, 2.5.5.2), and IPv4 hosts behind NAT64 (RFC 6052).
    if address.lies(inAny: mapped) { return address.lastFour.flatMap(scopeOfIPv4) }
    if address.lies(inAny: nat64) { return address.lastFour.flatMap(scopeOfIPv4) == .public ? .public : nil }
    if address.lies(inAny: loopbackIPv6) { return .loopback }
    if address.lies(inAny: uniqueLocal) { return .private }
    return address.lies(inAny: globalUnicast) && !address.lies(inAny: reservedIPv6) ? .public : nil
  }

  private static func scopeOfIPv4(_ address: IPAddress) -> NetworkScope? {
    if address.lies(inAny: loopbackIPv4) { return .loopback }
    if address.lies(inAny: privateIPv4) { return .private }
    return address.lies(inAny: reservedIPv4) ? nil : .public
  }
}

// MARK: - The registries

extension AddressPolicy {
  private static func blocks(_ texts: String...) -> [IPBlock] { texts.compactMap { IPBlock($0) } }

  private static let loopbackIPv4 = blocks("127.0.0.0/8")
  /// RFC 1918, and RFC 6598's space behind a carrier's NAT.
  private static let privateIPv4 = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
  /// Also cloud metadata (169.254.169.254), documentation, benchmarks, the 6to4 relay, multicast, class E, broadcast.
  private static let reservedIPv4 = blocks(
    "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4")

  private static let mapped = blocks("::ffff:0:0/96")
  private static let nat64 = blocks("64:ff9b::/96")
  private static let loopbackIPv6 = blocks("::1/128")
  private static let uniqueLocal = blocks("fc00::/7")
  private static let globalUnicast = blocks("2000::/3")
  /// Protocol assignments with Teredo and ORCHID, documentation twice, 6to4.
  private static let reservedIPv6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
}

extension IPAddress {
  fileprivate func lies(inAny blocks: [IPBlock]) -> Bool {
    blocks.contains { lies(in: $0) }
  }
}
