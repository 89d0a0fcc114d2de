internal import Foundation
internal import Glibc
internal import Synchronization

/// Listens on a free port of 127.0.0.1 and gives each connection a thread of its own; what the servers under test share.
final class LoopbackListener: Sendable {
  let port: Int
  private let listener: Int32
  private let state = Mutex(State())

  private struct State {
    var connections: Set<Int32> = []
    var accepted = 0
    var isOpen = true
  }

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listening = listener
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listening, $0, size) == 0 && listen(listening, 1_024) == 0 && getsockname(listening, $0, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  /// How many connections were made.
  var accepted: Int { state.withLock { $0.accepted } }

  /// Begins to accept; a connection is closed when `serve` is done with it.
  func start(_ serve: @escaping @Sendable (LoopbackConnection) -> Void) {
    Thread { [self] in acceptAll(serve) }.start()
  }

  /// Stops listening and cuts every connection.
  func stop() {
    state.withLock { state in
      guard state.isOpen else { return }
      state.isOpen = false
      shutdown(listener, Int32(SHUT_RDWR))
      close(listener)
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func acceptAll(_ serve: @escaping @Sendable (LoopbackConnection) -> Void) {
    while true {
      let connection = accept(listener, nil, nil)
      let isWanted = state.withLock { state in
        guard state.isOpen, connection >= 0 else { return false }
        state.connections.insert(connection)
        state.accepted += 1
        return true
      }
      guard isWanted else {
        if connection >= 0 { close(connection) }
        return
      }
      Thread { [self] in
        serve(LoopbackConnection(socket: connection))
        state.withLock { state in
          state.connections.remove(connection)
          close(connection)
        }
      }.start()
    }
  }
}
