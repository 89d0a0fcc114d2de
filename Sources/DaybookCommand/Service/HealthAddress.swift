/// Where the health pages are served, as `--health` names it: `127.0.0.1:9464`, `[::1]:9464`, `localhost:9464`.
struct HealthAddress: Sendable, Hashable {
  /// A name or an address, an IPv6 one without its brackets.
  var host: String
  /// 0 takes a free one.
  var port: Int

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - text: host and port.
  ///   - isOpen: whether somebody has clearly asked for pages that other machines can read.
  /// - Throws: ``CommandFailure`` for what is no address, and for a host that is not this machine alone.
  init(_ text: String, isOpen: Bool = false) throws(CommandFailure) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      throw Self.malformed(text)
    }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":") else { throw Self.malformed(text) }
    } else if host.contains(":") {
      throw Self.malformed(text)
    }
    guard !host.isEmpty else { throw Self.malformed(text) }
    self.host = String(host)
    self.port = Int(port)
    guard isOpen || isLoopback else {
      throw CommandFailure(
        .usage,
        "\(text): other machines could read the health pages there; take 127.0.0.1:\(port) or [::1]:\(port)")
    }
  }

  /// Whether nobody but this machine can reach it.
  private var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return parts.count == 4 && parts[0] == 127 && !parts.contains(nil)
  }

  private static func malformed(_ text: String) -> CommandFailure {
    CommandFailure(.usage, "\(text): not a host and a port; write 127.0.0.1:9464 or [::1]:9464")
  }
}

extension HealthAddress: CustomStringConvertible {
  var description: String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }
}
