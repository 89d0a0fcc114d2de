import Delivery
import DeliveryTestSupport
import Foundation
import Testing

/// A proof of the newsletter by mail, through the same outbox and the same loop as any webhook.
@Suite(.timeLimit(.minutes(10))) struct MailTests {
  private let now = Date(timeIntervalSince1970: 1_725_868_805)

  private func issue(email: String = Self.email) -> OutgoingMessage {
    OutgoingMessage(
      draft: "2024-W37-newsletter", kind: .newsletter, channel: "newsletter", subject: "The week", text: "Hello",
      html: "<p>Hello</p>", plainText: "Hello", email: email, textHash: "sha256:00",
      publication: OutgoingMessage.Publication(name: "The Bell Lap"))
  }

  private static let email = [
    "From: Old <old@example.org>", "Subject: =?utf-8?B?w4Y=?=", " folded", "Date: Mon, 01 Jan 2024 00:00:00 +0000",
    "Message-ID: <a@example.org>", "X-Unsent: 1", "MIME-Version: 1.0", "", ".dot", "..two", "", "last",
  ].map { $0 + "\r\n" }.joined()

  /// Delivers a message once, and gives the row and its attempt.
  private func deliver(
    _ message: OutgoingMessage, to webhook: Webhook
  ) async throws -> (record: DeliveryRecord, attempt: Attempt) {
    let payload = try MailPayload.make(for: message, to: webhook.target, at: now)
    let outbox = MemoryOutbox()
    let parcel = Parcel(draft: message.draft, textHash: message.textHash, webhook: webhook.name, payload: payload)
    _ = await outbox.accept([parcel], now: now)
    let loop = try CurlLoop()
    let records = try await Deliverer(outbox: outbox, transport: loop, webhooks: [webhook]).deliverDue(now: now)
    await loop.stop()
    return (try #require(records.first), try #require(await outbox.attempts(of: parcel.id).first))
  }

  @Test func theIssuesOwnMessageArrivesWholeWithItsEnvelope() async throws {
    let server = try LoopbackMailServer(extensions: ["8BITMIME", "AUTH PLAIN"])
    let login = MailRoute.Login(user: "desk", password: Secret("hunter2-long"))
    let (record, attempt) = try await deliver(issue(), to: server.webhook(login: login))
    #expect(record.state == .delivered, "\(record.lastError ?? "")")
    #expect(record.lastStatus == 250)
    #expect(attempt.answer.contains("queued as 4F2"))
    #expect(server.messages.count == 1)
    let expected = [
      "From: The Bell Lap <desk@example.org>", "To: editor@example.org", "Date: Mon, 09 Sep 2024 08:00:05 +0000",
      "Subject: =?utf-8?B?w4Y=?=", " folded", "Message-ID: <a@example.org>", "MIME-Version: 1.0", "", ".dot", "..two",
      "", "last",
    ].map { $0 + "\r\n" }.joined()
    #expect(server.messages.first == expected)
    #expect(
      server.commands.contains("MAIL FROM:<desk@example.org>")
        || server.commands.contains { $0.hasPrefix("MAIL FROM:<desk@example.org> ") })
    #expect(server.commands.contains("RCPT TO:<editor@example.org>"))
    #expect(server.commands.contains { $0.hasPrefix("AUTH PLAIN") })
    server.stop()
  }

  @Test func anythingElseIsPlainText() async throws {
    let server = try LoopbackMailServer()
    let notice = OutgoingMessage(
      draft: "notice:desk", kind: .notice, channel: "",
      text: "Bl\u{e5}: paused\n\nA very long line " + String(repeating: "x", count: 900),
      textHash: "1", publication: OutgoingMessage.Publication(name: "The Bell Lap"))
    let (record, _) = try await deliver(notice, to: server.webhook())
    #expect(record.state == .delivered, "\(record.lastError ?? "")")
    let message = try #require(server.messages.first)
    #expect(message.contains("Subject: =?utf-8?B?"))
    #expect(message.contains("Content-Type: text/plain; charset=utf-8"))
    #expect(message.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    server.stop()
  }

  @Test(arguments: [
    ("RCPT", "450 4.2.0 try later", DeliveryState.pending), ("RCPT", "550 5.1.1 no such user", .dead),
    ("MAIL", "421 4.3.2 closing", .pending), ("MAIL", "553 5.7.1 not yours", .dead),
    ("DATA", "451 4.3.0 local error", .pending), ("DATA", "554 5.5.1 no", .dead),
    (".", "452 4.3.1 disk full", .pending), (".", "552 5.3.4 too big", .dead), ("AUTH", "535 5.7.8 bad login", .dead),
    ("AUTH", "454 4.7.0 later", .pending),
  ])
  func aRefusalIsJudgedByItsFirstDigit(_ command: String, _ reply: String, _ state: DeliveryState) async throws {
    let server = try LoopbackMailServer(extensions: ["AUTH PLAIN"]) { $0.hasPrefix(command) ? reply : nil }
    let login = MailRoute.Login(user: "desk", password: Secret("hunter2-long"))
    let (record, attempt) = try await deliver(issue(), to: server.webhook(login: login))
    #expect(record.state == state)
    #expect(record.lastError == "the mail server said \(reply)")
    #expect(attempt.status == Int(reply.prefix(3)))
    #expect(server.messages.isEmpty)
    server.stop()
  }

  @Test func withoutTLSNothingIsSentInTheClear() async throws {
    let server = try LoopbackMailServer(extensions: ["AUTH PLAIN LOGIN"])
    let login = MailRoute.Login(user: "desk", password: Secret("hunter2-long"))
    let (record, attempt) = try await deliver(issue(), to: server.webhook(login: login, needsTLS: true))
    #expect(record.state == .pending)
    #expect(attempt.error?.hasPrefix("TLS: ") == true, "\(attempt.error ?? "")")
    let words = Set(server.commands.map { $0.prefix(4) })
    #expect(words.isSubset(of: ["EHLO", "QUIT"]), "\(server.commands)")
    server.stop()
  }

  @Test func aServerThatRefusesToBeginTLSGetsNothing() async throws {
    let server = try LoopbackMailServer(extensions: ["STARTTLS", "AUTH PLAIN"]) {
      $0 == "STARTTLS" ? "454 4.7.0 not now" : nil
    }
    let login = MailRoute.Login(user: "desk", password: Secret("hunter2-long"))
    let (record, _) = try await deliver(issue(), to: server.webhook(login: login, needsTLS: true))
    #expect(record.state == .pending)
    #expect(Set(server.commands.map { $0.prefix(4) }).isSubset(of: ["EHLO", "STAR", "QUIT"]), "\(server.commands)")
    server.stop()
  }

  @Test func theAddressIsCheckedAsForAnyWebhook() async throws {
    let server = try LoopbackMailServer()
    for network in [NetworkScope.public, .private] {
      let (record, _) = try await deliver(issue(), to: server.webhook(host: "localhost", network: network))
      #expect(record.state == .pending)
      #expect(record.lastError?.hasSuffix("is outside network: \(network.rawValue)") == true)
    }
    #expect(server.commands.isEmpty)
    #expect(throws: WebhookURLError.self) { try server.webhook(network: .public) }
    server.stop()
  }

  @Test func aReplyThatEchoesThePasswordIsKeptWithoutIt() async throws {
    let password = "hunter2/long"
    let base64 = Data(password.utf8).base64EncodedString()
    let plain = Data("\u{0}desk\u{0}\(password)".utf8).base64EncodedString()
    let server = try LoopbackMailServer(extensions: ["AUTH PLAIN"]) {
      $0.hasPrefix("AUTH") ? "535 5.7.8 \(password) \(base64) \(plain)" : nil
    }
    let login = MailRoute.Login(user: "desk", password: Secret(password))
    let (record, attempt) = try await deliver(issue(), to: server.webhook(login: login))
    #expect(record.lastError == "the mail server said 535 5.7.8 [redacted] [redacted] [redacted]")
    #expect(!attempt.answer.contains(password) && !attempt.answer.contains(base64))
    server.stop()
  }

  @Test func aServerThatNeverSaysGoodbyeHoldsUpNoWebhook() async throws {
    let mail = try LoopbackMailServer { $0 == "QUIT" ? "" : nil }
    let server = try LoopbackServer { _ in .answer(200) }
    let loop = try CurlLoop()
    let webhook = try mail.webhook()
    let payload = try MailPayload.make(for: issue(), to: webhook.target, at: now)
    let request = OutgoingRequest(
      url: webhook.url, network: .loopback, headers: [], body: payload.body, deadlines: webhook.deadlines,
      mail: webhook.mail)
    async let sent = loop.outcome(of: request)
    while mail.messages.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    // The mail's end is still waited for; the webhook's answer is there all the same.
    let answer = await loop.outcome(of: try server.request())
    #expect(throws: Never.self) { try answer.get() }
    #expect(try await sent.get().status == 250)
    await loop.stop()
    mail.stop()
    server.stop()
  }

  @Test(arguments: [
    "a@b", "desk@example.org", "The Bell Lap <desk@example.org>", "o'neil+proof@example.org", "Blå <desk@example.org>",
  ])
  func readsAddresses(_ text: String) {
    #expect(MailAddress(text)?.text == text)
  }

  @Test(arguments: [
    "", "desk", "@", "a@", "@b", "a@b@c", "a b@c", "a@b>", "<a@b", "a@b\r\nRCPT TO:<x@y>", "x\ny <a@b>", "<a@b> x",
    "å@example.org", "a@b,c@d", "a@b:c", "\u{0}@b",
  ])
  func refusesWhatIsNoAddress(_ text: String) {
    #expect(MailAddress(text) == nil)
  }
}
