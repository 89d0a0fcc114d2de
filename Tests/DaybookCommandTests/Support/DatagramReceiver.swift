import Foundation

/// A service manager's end of sd_notify: a datagram socket with a name.
final class DatagramReceiver {
  private let descriptor: Int32

  /// Listens at a path, or at a name in the abstract namespace where `name` begins with `@`.
  init(_ name: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (bytes[0] == 0 ? 0 : 1))
    let result = withUnsafeBytes(of: &address) {
      bind(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), length)
    }
    guard result == 0 else { throw POSIXError(.EADDRINUSE) }
  }

  deinit {
    close(descriptor)
  }

  /// The next datagram; nil when none comes within `patience`.
  func next(patience: Duration = .seconds(20)) async throws -> String? {
    let end = ContinuousClock.now + patience
    while true {
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count >= 0 { return String(decoding: buffer.prefix(count), as: UTF8.self) }
      guard ContinuousClock.now < end else { return nil }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
