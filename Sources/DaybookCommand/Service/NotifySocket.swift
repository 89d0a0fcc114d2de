internal import Glibc

/// The datagram socket of a service manager, by its address in `NOTIFY_SOCKET`.
final class NotifySocket: Sendable {
  /// What became of a datagram.
  enum Outcome: Sendable, Hashable {
    case sent
    /// The receiver is behind; later it may go.
    case full
    case failed
  }

  private let descriptor: Int32
  private let address: [UInt8]

  /// Takes the path of a socket (`/run/…`) or a name in the abstract namespace (`@…`).
  ///
  /// Nil for anything else, as for `vsock:` addresses of virtual machines.
  init?(address text: String) {
    guard let address = Self.address(text) else { return nil }
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    self.address = address
  }

  deinit {
    close(descriptor)
  }

  /// Sends one datagram without waiting.
  func send(_ datagram: [UInt8]) -> Outcome {
    let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    while true {
      let count = address.withUnsafeBytes { address in
        sendto(
          descriptor, datagram, datagram.count, flags,
          address.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(address.count))
      }
      if count >= 0 { return .sent }
      switch errno {
      case EINTR: continue
      case EAGAIN, ENOBUFS: return .full
      default: return .failed
      }
    }
  }

  /// A `sockaddr_un` as bytes, no longer than its name: what follows would belong to an abstract name.
  private static func address(_ text: String) -> [UInt8]? {
    var name = Array(text.utf8)
    guard name.count > 1, name[0] == UInt8(ascii: "/") || name[0] == UInt8(ascii: "@"), !name.contains(0) else {
      return nil
    }
    if name[0] == UInt8(ascii: "@") { name[0] = 0 } else { name.append(0) }
    guard name.count <= MemoryLayout.size(ofValue: sockaddr_un().sun_path) else { return nil }
    return withUnsafeBytes(of: sa_family_t(AF_UNIX)) { Array($0) } + name
  }
}
