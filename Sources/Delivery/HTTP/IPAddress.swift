internal import CCurl  // brings the socket types along
internal import Glibc

/// An IP address as bytes: 4 of them, or 16.
package struct IPAddress: Sendable, Hashable {
  package let bytes: [UInt8]

  /// Takes 4 or 16 bytes in network order.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads the usual spellings (inet_pton(3)); a zone such as `%eth0` is left aside.
  package init?(_ text: String) {
    let text = String(text.prefix { $0 != "%" })
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
      self.bytes = Array(bytes[..<4])
    } else if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
      self.bytes = bytes
    } else {
      return nil
    }
  }

  /// Reads the address of a socket; nil for a family other than IPv4 and IPv6.
  init?(_ address: UnsafePointer<sockaddr>) {
    switch Int32(unsafe address.pointee.sa_family) {
    case AF_INET:
      let number = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
      unsafe bytes = withUnsafeBytes(of: number) { unsafe Array($0) }
    case AF_INET6:
      let number = unsafe UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self).sin6_addr
      unsafe bytes = withUnsafeBytes(of: number) { unsafe Array($0) }
    default: return nil
    }
  }

  /// Whether the address lies in a block, as in `10.0.0.0` and 8.
  func lies(in block: IPBlock) -> Bool {
    guard bytes.count == block.network.count else { return false }
    let whole = block.length / 8
    guard bytes[..<whole] == block.network[..<whole] else { return false }
    let rest = block.length % 8
    return rest == 0 || (bytes[whole] ^ block.network[whole]) >> (8 - UInt8(rest)) == 0
  }

  /// The IPv4 address in the last four bytes.
  var lastFour: IPAddress? { IPAddress(bytes: Array(bytes.suffix(4))) }
}

extension IPAddress: CustomStringConvertible {
  /// The usual spelling (inet_ntop(3)).
  package var description: String {
    var text = [CChar](repeating: 0, count: 64)
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard unsafe inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A block of addresses in the notation of RFC 4632, as in `10.0.0.0/8`.
struct IPBlock: Sendable {
  let network: [UInt8]
  let length: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]),
      (0...address.bytes.count * 8).contains(length)
    else { return nil }
    network = address.bytes
    self.length = length
  }
}
