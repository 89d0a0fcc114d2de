internal import Glibc

/// One connection of a server under test; whoever accepted it closes it.
struct LoopbackConnection: Sendable {
  let socket: Int32

  /// Waits for bytes and puts them behind those that are there; false when the other side is gone.
  func readMore(_ buffer: inout [UInt8]) -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(socket, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer += piece[..<count]
    return true
  }

  /// Sends the whole text; false when the other side is gone.
  func write(_ text: String) -> Bool {
    write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe send(socket, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
