/// A proxy that connections to public webhooks are made through, as the settings name it.
///
/// The proxy looks names up itself, so that the address that it goes to in the end cannot be checked here; the
/// connection to the proxy is, against its own network.
package struct ProxyRoute: Sendable, Hashable {
  /// `http://host:port` or `https://host:port`, with user and password perhaps.
  package var address: Secret
  package var network: NetworkScope

  /// Takes an address; nil where it is not of that form.
  package init?(_ address: Secret, network: NetworkScope) {
    guard let parts = CurlURL(address.reveal()), ["http", "https"].contains(parts.scheme), parts.host?.isEmpty == false
    else { return nil }
    if let host = parts.host, let literal = IPAddress(host), !AddressPolicy(network).permits(literal) { return nil }
    self.address = address
    self.network = network
  }
}
