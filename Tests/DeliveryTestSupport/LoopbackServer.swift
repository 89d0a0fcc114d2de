internal import Foundation
internal import Glibc
package import Delivery
internal import Synchronization

/// A small HTTP/1.1 server on 127.0.0.1 that does what a test tells it, bad manners included; plain sockets, a thread
/// for each connection.
package final class LoopbackServer: Sendable {
  /// What it got.
  package struct Request: Sendable, Hashable {
    package var path: String
    package var headers: [HTTPHeader]
    package var body: [UInt8]

    package init(path: String, headers: [HTTPHeader], body: [UInt8]) {
      self.path = path
      self.headers = headers
      self.body = body
    }

    package func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name }?.value
    }
  }

  /// What it does then.
  package enum Reply: Sendable {
    case answer(Int, headers: [HTTPHeader] = [], body: String = "")
    /// Waits so many milliseconds before it does the other.
    indirect case after(milliseconds: UInt32, Reply)
    /// Says nothing and keeps the connection open.
    case silence
    /// Closes the connection without a word.
    case hangUp
    /// Sends these bytes as they are, and closes.
    case raw(String)
    case bytes([UInt8])
    /// A status line, and then a piece over and over until the other side is gone: headers or body without an end.
    case endless(head: String, piece: String)
    /// One byte of the answer each so many milliseconds.
    case dribble(String, milliseconds: UInt32)
  }

  package let port: Int
  private let listener: Int32
  private let keepsRequests: Bool
  private let reply: @Sendable (Request) -> Reply
  private let state = Mutex(State())

  private struct State {
    var requests: [Request] = []
    var connections: Set<Int32> = []
    var accepted = 0
    var isOpen = true
  }

  /// Starts listening on a free port; what it got is kept in ``requests`` unless that would be too much.
  package init(keepsRequests: Bool = true, _ reply: @escaping @Sendable (Request) -> Reply) throws {
    self.keepsRequests = keepsRequests
    self.reply = reply
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
    Thread { [self] in acceptAll() }.start()
  }

  package var requests: [Request] { state.withLock { $0.requests } }
  /// How many connections were made.
  package var accepted: Int { state.withLock { $0.accepted } }

  /// Stops listening and cuts every connection.
  package func stop() {
    state.withLock { state in
      guard state.isOpen else { return }
      state.isOpen = false
      shutdown(listener, Int32(SHUT_RDWR))
      close(listener)
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func acceptAll() {
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
        serve(connection)
        state.withLock { state in
          state.connections.remove(connection)
          close(connection)
        }
      }.start()
    }
  }

  private func serve(_ connection: Int32) {
    var buffer: [UInt8] = []
    while let request = readRequest(connection, &buffer) {
      if keepsRequests { state.withLock { $0.requests.append(request) } }
      var reply = reply(request)
      while case .after(let milliseconds, let next) = reply {
        usleep(milliseconds * 1_000)
        reply = next
      }
      switch reply {
      case .after: break
      case .answer(let status, let headers, let body):
        let fields = headers.map { "\($0.name): \($0.value)\r\n" }.joined()
        let head = "HTTP/1.1 \(status) Status\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n"
        guard write(head + body, to: connection) else { return }
      case .silence: _ = readMore(connection, &buffer)
      case .hangUp: return
      case .raw(let text):
        _ = write(text, to: connection)
        return
      case .bytes(let bytes):
        _ = write(bytes, to: connection)
        return
      case .endless(let head, let piece):
        guard write(head, to: connection) else { return }
        let block = String(repeating: piece, count: max(1, 16_384 / piece.utf8.count))
        while write(block, to: connection) {}
        return
      case .dribble(let text, let milliseconds):
        for byte in text.utf8 {
          guard write(String(UnicodeScalar(byte)), to: connection) else { return }
          usleep(milliseconds * 1_000)
        }
        return
      }
    }
  }

  private func readRequest(_ connection: Int32, _ buffer: inout [UInt8]) -> Request? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = buffer.firstRange(of: end) {
        let lines = String(decoding: buffer[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let headers = lines.dropFirst().compactMap { line -> HTTPHeader? in
          let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
          return parts.count == 2 ? HTTPHeader(name: parts[0], value: parts[1]) : nil
        }
        let request = Request(
          path: lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? "", headers: headers, body: [])
        let length = request.header("content-length").flatMap { Int($0) } ?? 0
        while buffer.count < head.upperBound + length {
          guard readMore(connection, &buffer) else { return nil }
        }
        var whole = request
        whole.body = Array(buffer[head.upperBound..<head.upperBound + length])
        buffer.removeFirst(head.upperBound + length)
        return whole
      }
      guard readMore(connection, &buffer) else { return nil }
    }
  }

  private func readMore(_ connection: Int32, _ buffer: inout [UInt8]) -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(connection, &piece, piece.count, 0)
    guard count > 0 else { return false }
    buffer += piece[..<count]
    return true
  }

  private func write(_ text: String, to connection: Int32) -> Bool {
    write(Array(text.utf8), to: connection)
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe send(connection, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
