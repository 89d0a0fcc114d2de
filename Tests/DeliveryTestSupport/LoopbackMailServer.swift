internal import Foundation
package import Delivery
internal import Synchronization

/// A small mail server on 127.0.0.1 (RFC 5321, without TLS) that answers what a test tells it; plain sockets, a thread
/// for each connection.
package final class LoopbackMailServer: Sendable {
  private let listener: LoopbackListener
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
  }

  /// Starts listening on a free port.
  package init(extensions: [String] = [], _ reply: @escaping @Sendable (String) -> String? = { _ in nil }) throws {
    self.extensions = extensions
    self.reply = reply
    listener = try LoopbackListener()
    listener.start { [self] in talk($0) }
  }

  package var port: Int { listener.port }
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
    listener.stop()
  }

  private func talk(_ connection: LoopbackConnection) {
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

  private func readMessage(_ connection: LoopbackConnection, _ buffer: inout [UInt8]) -> String? {
    var lines: [String] = []
    while let line = readLine(connection, &buffer) {
      if line == "." { return lines.map { $0 + "\r\n" }.joined() }
      lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
    }
    return nil
  }

  private func readLine(_ connection: LoopbackConnection, _ buffer: inout [UInt8]) -> String? {
    while true {
      if let end = buffer.firstRange(of: [0x0D, 0x0A]) {
        let line = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
        buffer.removeFirst(end.upperBound)
        return line
      }
      guard connection.readMore(&buffer) else { return nil }
    }
  }

  private func say(_ text: String, to connection: LoopbackConnection) {
    _ = connection.write(text + "\r\n")
  }
}

extension String {
  /// `mail.test`, `250-A`, `250-B` as one reply: only its last line has a blank after the code.
  fileprivate func replacingLast(_ text: String, with other: String) -> String {
    guard let range = range(of: text, options: .backwards) else { return "250 " + self }
    return "250-" + replacingCharacters(in: range, with: other)
  }
}
