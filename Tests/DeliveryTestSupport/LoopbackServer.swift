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

  private let listener: LoopbackListener
  private let keepsRequests: Bool
  private let reply: @Sendable (Request) -> Reply
  private let received = Mutex<[Request]>([])

  /// Starts listening on a free port; what it got is kept in ``requests`` unless that would be too much.
  package init(keepsRequests: Bool = true, _ reply: @escaping @Sendable (Request) -> Reply) throws {
    self.keepsRequests = keepsRequests
    self.reply = reply
    listener = try LoopbackListener()
    listener.start { [self] in serve($0) }
  }

  package var port: Int { listener.port }
  package var requests: [Request] { received.withLock { $0 } }
  /// How many connections were made.
  package var accepted: Int { listener.accepted }

  /// Stops listening and cuts every connection.
  package func stop() {
    listener.stop()
  }

  private func serve(_ connection: LoopbackConnection) {
    var buffer: [UInt8] = []
    while let request = readRequest(connection, &buffer) {
      if keepsRequests { received.withLock { $0.append(request) } }
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
        guard connection.write(head + body) else { return }
      case .silence: _ = connection.readMore(&buffer)
      case .hangUp: return
      case .raw(let text):
        _ = connection.write(text)
        return
      case .bytes(let bytes):
        _ = connection.write(bytes)
        return
      case .endless(let head, let piece):
        guard connection.write(head) else { return }
        let block = String(repeating: piece, count: max(1, 16_384 / piece.utf8.count))
        while connection.write(block) {}
        return
      case .dribble(let text, let milliseconds):
        for byte in text.utf8 {
          guard connection.write(String(UnicodeScalar(byte))) else { return }
          usleep(milliseconds * 1_000)
        }
        return
      }
    }
  }

  private func readRequest(_ connection: LoopbackConnection, _ buffer: inout [UInt8]) -> Request? {
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
          guard connection.readMore(&buffer) else { return nil }
        }
        var whole = request
        whole.body = Array(buffer[head.upperBound..<head.upperBound + length])
        buffer.removeFirst(head.upperBound + length)
        return whole
      }
      guard connection.readMore(&buffer) else { return nil }
    }
  }
}
