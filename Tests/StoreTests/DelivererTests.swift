import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// The whole way: SQLite outbox, signatures, libcurl, a server on this machine.
@Suite(.timeLimit(.minutes(10))) struct DelivererTests {
  private static let secret = Secret("whsec_" + Data(0..<32).base64EncodedString())
  private let now = Date()

  private func parcel(_ draft: String, to webhook: String, body: String = "{\"a\":1}") -> Parcel {
    Parcel(draft: draft, textHash: "sha256:1", webhook: webhook, payload: Payload(body: Array(body.utf8)))
  }

  /// Accepts parcels, delivers what is due once, and gives the rows and the outbox.
  private func deliver<Result>(
    _ parcels: [Parcel], webhooks: [Webhook], check: (Deliverer, SQLiteOutbox, [DeliveryRecord]) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.path)
      let outbox = SQLiteOutbox(database)
      let loop = try CurlLoop()
      _ = try await outbox.accept(parcels, now: now)
      let deliverer = Deliverer(outbox: outbox, transport: loop, webhooks: webhooks)
      let result = try await check(deliverer, outbox, try await deliverer.deliverDue(now: now))
      await loop.stop()
      try database.close()
      return result
    }
  }

  @Test func whatIsDeliveredVerifiesAtTheReceiver() async throws {
    let server = try LoopbackServer { _ in .answer(204) }
    let body = "{\"text\":\"naïve\"}"
    let parcel = parcel("d", to: "desk", body: body)
    try await deliver([parcel], webhooks: [server.webhook(secrets: [Self.secret])]) { deliverer, outbox, records in
      #expect(records.map(\.state) == [.delivered])
      #expect(records.map(\.attempts) == [1])
      #expect(records.map(\.lastStatus) == [204])
      let request = try #require(server.requests.first)
      try StandardWebhooks.verify(headers: request.headers, body: request.body, secrets: [Self.secret], now: Date())
      #expect(request.header("webhook-id") == parcel.id)
      #expect(request.header("content-type") == "application/json")
      #expect(request.body == Array(body.utf8))
      // Nothing is left to do, and nothing is done.
      #expect(try await deliverer.deliverDue(now: Date()).isEmpty)
      #expect(server.requests.count == 1)
    }
    server.stop()
  }

  @Test func theNextAttemptHasTheSameIdAndBodyAndIsSignedAnew() async throws {
    let server = try LoopbackServer { _ in .answer(503, body: "busy") }
    try await deliver([parcel("d", to: "desk")], webhooks: [server.webhook(secrets: [Self.secret])]) {
      deliverer, outbox, records in
      let record = try #require(records.first)
      #expect(record.state == .pending)
      #expect(record.lastError == "HTTP 503: busy")
      let wait = try #require(record.nextAttempt).timeIntervalSince(now)
      // The wait begins when the attempt has ended, which takes its time on a busy machine.
      #expect((5...61 + max(0, Date().timeIntervalSince(now))).contains(wait))
      #expect(try await deliverer.deliverDue(now: now).isEmpty)
      _ = try await deliverer.deliverDue(now: now.addingTimeInterval(wait + 1))
      let requests = server.requests
      #expect(requests.count == 2)
      #expect(Set(requests.map(\.body)).count == 1)
      #expect(Set(requests.map { $0.header("webhook-id") }).count == 1)
      let attempts = try await outbox.attempts(of: record.id)
      #expect(attempts.map(\.number) == [1, 2])
      #expect(attempts.allSatisfy { $0.status == 503 && $0.answer == "busy" })
    }
    server.stop()
  }

  @Test func threeDraftsToFourWebhooksOfWhichTwoFail() async throws {
    let good = try LoopbackServer { _ in .answer(200) }
    let picky = try LoopbackServer { _ in .answer(400, body: "invalid_payload\nmore") }
    let down = try LoopbackServer { _ in .hangUp }
    let downHook = try down.webhook("down")
    down.stop()
    let webhooks = [try good.webhook("a"), try good.webhook("b", path: "/b"), try picky.webhook("picky"), downHook]
    let parcels = ["one", "two", "three"].flatMap { draft in webhooks.map { parcel(draft, to: $0.name) } }
    try await deliver(parcels, webhooks: webhooks) { _, _, records in
      #expect(records.count == 12)
      let states = Dictionary(grouping: records, by: \.webhook).mapValues { Set($0.map(\.state)) }
      #expect(states == ["a": [.delivered], "b": [.delivered], "picky": [.dead], "down": [.pending]])
      #expect(records.filter { $0.webhook == "picky" }.allSatisfy { $0.lastError == "HTTP 400: invalid_payload" })
      #expect(records.filter { $0.webhook == "down" }.allSatisfy { $0.lastError == "connection refused" })
      #expect(records.filter { $0.webhook == "down" }.allSatisfy { $0.nextAttempt != nil })
    }
    good.stop()
    picky.stop()
  }

  @Test func aWebhookThatIsGoneGetsNothingMore() async throws {
    let server = try LoopbackServer { _ in .answer(410) }
    let webhook = try server.webhook()
    try await deliver([parcel("one", to: "desk")], webhooks: [webhook]) { deliverer, outbox, records in
      #expect(records.map(\.state) == [.dead])
      #expect(try await outbox.health(of: "desk").pause?.nextProbe == nil)
      _ = try await outbox.accept([parcel("two", to: "desk")], now: now)
      #expect(try await deliverer.deliverDue(now: Date()).isEmpty)
      #expect(server.requests.count == 1)
    }
    server.stop()
  }

  @Test func anAnswerThatEchoesTheSecretIsKeptWithoutIt() async throws {
    let key = Self.secret.reveal()
    let server = try LoopbackServer { _ in .answer(401, body: "bad key \(key) or \(key.dropFirst(6))") }
    try await deliver([parcel("one", to: "desk")], webhooks: [server.webhook(secrets: [Self.secret])]) {
      _, outbox, records in
      let record = try #require(records.first)
      #expect(record.lastError == "HTTP 401: bad key [redacted] or [redacted]")
      let attempts = try await outbox.attempts(of: record.id)
      #expect(attempts.map(\.answer) == ["bad key [redacted] or [redacted]"])
      let folder = URL(filePath: outbox.path).deletingLastPathComponent()
      for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
        #expect(try Data(contentsOf: file).firstRange(of: Data(key.dropFirst(6).utf8)) == nil, "\(file)")
      }
    }
    server.stop()
  }

  @Test func aSecretThatCannotSignIsSaidAndNothingIsSent() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    try await deliver([parcel("one", to: "desk")], webhooks: [server.webhook(secrets: [Secret("not base64")])]) {
      _, _, records in
      #expect(records.map(\.state) == [.dead])
      #expect(records.map(\.lastError) == ["the secret is not of the form whsec_ and Base64"])
      #expect(server.requests.isEmpty)
    }
    server.stop()
  }

  @Test func aWebhookThatIsNotConfiguredIsLeftAlone() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    try await deliver([parcel("one", to: "gone")], webhooks: [server.webhook()]) { _, outbox, records in
      #expect(records.isEmpty)
      let rows = try await outbox.deliveries(DeliveryFilter())
      #expect(rows.map(\.state) == [.pending])
    }
    server.stop()
  }

  @Test func severalWebhooksShareWhatIsFree() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    let webhooks = try (0..<7).map { try server.webhook("w\($0)") }
    let parcels = (0..<40).flatMap { number in webhooks.map { parcel("d\(number)", to: $0.name) } }
    try await deliver(parcels, webhooks: webhooks) { _, _, records in
      #expect(records.count == 280)
      #expect(records.allSatisfy { $0.state == .delivered })
      #expect(Set(server.requests.compactMap { $0.header("webhook-id") }).count == 280)
      #expect(server.requests.count == 280)
    }
    server.stop()
  }
}
