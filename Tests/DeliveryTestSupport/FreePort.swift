internal import Foundation
internal import Glibc

/// Ports of this machine for programs that cannot take a free one by themselves.
package enum FreePort {
  /// One that was free a moment ago.
  package static func take() throws -> Int {
    let listener = try LoopbackListener()
    defer { listener.stop() }
    return listener.port
  }

  /// Whether somebody listens there.
  package static func isTaken(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(descriptor, $0, size) == 0 }
    }
  }
}
