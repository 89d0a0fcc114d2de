internal import Foundation
internal import Glibc
package import Delivery
internal import Synchronization

/// A small mail server on 127.0.0.1 (RFC 5321, without TLS) that answers what a test tells it; plain sockets, a thread
/// for each connection.
package final class LoopbackMailServer: Sendable {
  package let port: Int
  private let listener: Int32
  /// What follows the name in the answer to EHLO, as in `AUTH PLAIN`.
  private let extensions: [String]
  /// Another reply than the usual one to a command, or to `.` for the end of the message.
  ///
  /// Nil is the usual one, an empty text is silence.
  private let reply: @Sendable (String) -> String?
  private let state = Mutex(State())

  private struct State {
    var commands: [String] = []
    var messages: [String] = []
    var connections: Set<Int32> = []
    var isOpen = true
  }

  /// Starts listening on a free port.
  package init(extensions: [String] = [], _ reply: @escaping @Sendable (String) -> String? = { _ in nil }) throws {
    self.extensions = extensions
    self.reply = reply
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listening = listener
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listening, $0, size) == 0 && listen(listening, 64) == 0 && getsockname(listening, $0, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread { [self] in acceptAll() }.start()
  }

  /// Every line that a client sent outside of messages.
  package var commands: [String] { state.withLock { $0.commands } }
  /// The messages that came, as they stood between DATA and the full stop, unstuffed.
  package var messages: [String] { state.withLock { $0.messages } }

  /// A webhook that leads here.
  package func webhook(
    _ name: String = "proof", host: String = "127.0.0.1", network: NetworkScope = .loopback,
    login: MailRoute.Login? = nil, needsTLS: Bool = false
  ) throws -> Webhook {
    guard let from = MailAddress("The Bell Lap <desk@example.org>"), let to = MailAddress("editor@example.org") else {
      throw POSIXError(.EINVAL)
    }
    return Webhook(
      name: name, url: try WebhookURL("smtp://\(host):\(port)", network: network, isMail: true), format: "smtp",
      network: network, deadlines: Deadlines(connect: .seconds(2), firstByte: .seconds(2), whole: .seconds(4)),
      mail: MailRoute(from: from, to: [to], login: login, needsTLS: needsTLS))
  }

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
        return true
      }
      guard isWanted else {
        if connection >= 0 { close(connection) }
        return
      }
      Thread { [self] in
        talk(connection)
        state.withLock { state in
          state.connections.remove(connection)
          close(connection)
        }
      }.start()
    }
  }

  private func talk(_ connection: Int32) {
    var buffer: [UInt8] = []
    say("220 mail.test ready", to: connection)
    while let line = readLine(connection, &buffer) {
      state.withLock { $0.commands.append(line) }
      let word = line.split(separator: " ").first.map { $0.uppercased() } ?? ""
      if word == "AUTH" {
        // The credentials come on a line of their own (RFC 4954, 4).
        say("334 ", to: connection)
        guard readLine(connection, &buffer) != nil else { return }
      }
      let answer = reply(line) ?? usual(word)
      guard !answer.isEmpty else { continue }
      say(answer, to: connection)
      if word == "QUIT" { return }
      if word == "DATA", answer.hasPrefix("354") {
        guard let message = readMessage(connection, &buffer) else { return }
        let end = reply(".") ?? "250 2.0.0 Ok: queued as 4F2"
        if end.hasPrefix("2") { state.withLock { $0.messages.append(message) } }
        say(end, to: connection)
      }
    }
  }

  private func usual(_ word: String) -> String {
    switch word {
    case "EHLO": (["mail.test"] + extensions).joined(separator: "\r\n250-").replacingLast("250-", with: "250 ")
    case "AUTH": "235 2.7.0 accepted"
    case "DATA": "354 go on"
    case "QUIT": "221 bye"
    default: "250 2.1.0 Ok"
    }
  }

  private func readMessage(_ connection: Int32, _ buffer: inout [UInt8]) -> String? {
    var lines: [String] = []
    while let line = readLine(connection, &buffer) {
      if line == "." { return lines.map { $0 + "\r\n" }.joined() }
      lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
    }
    return nil
  }

  private func readLine(_ connection: Int32, _ buffer: inout [UInt8]) -> String? {
    while true {
      if let end = buffer.firstRange(of: [0x0D, 0x0A]) {
        let line = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
        buffer.removeFirst(end.upperBound)
        return line
      }
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      buffer += piece[..<count]
    }
  }

  private func say(_ text: String, to connection: Int32) {
    let bytes = Array((text + "\r\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }
}

extension String {
  /// `mail.test`, `250-A`, `250-B` as one reply: only its last line has a blank after the code.
  fileprivate func replacingLast(_ text: String, with other: String) -> String {
    guard let range = range(of: text, options: .backwards) else { return "250 " + self }
    return "250-" + replacingCharacters(in: range, with: other)
  }
}
