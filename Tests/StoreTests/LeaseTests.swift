import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// A worker that is away for longer than its lease finds its delivery in other hands.
@Suite(.timeLimit(.minutes(10))) struct LeaseTests {
  private static let rounds = 100

  private func webhook(_ deadlines: Deadlines = Deadlines()) throws -> Webhook {
    Webhook(
      name: "desk", url: try WebhookURL("http://127.0.0.1:9/", network: .loopback), network: .loopback,
      deadlines: deadlines)
  }

  @Test func aPausedWorkersCompletionIsNotTaken() async throws {
    try await withTemporaryFolder { folder in
      // Two connections, as two processes have; one clock.
      let databases = try (0..<2).map { _ in try StateDatabase(folder: folder.path) }
      let time = TestTime()
      let webhook = try webhook()
      let (slow, quick) = (GatedTransport(), GatedTransport())
      quick.statuses = Array(repeating: 400, count: Self.rounds)
      var stale = 0
      for round in 0..<Self.rounds {
        let parcel = Parcel(draft: "d\(round)", textHash: "h", webhook: "desk", payload: Payload(body: []))
        _ = try await SQLiteOutbox(databases[0]).accept([parcel], now: time.now)
        slow.close()
        let paused = Deliverer(
          outbox: SQLiteOutbox(databases[0]), transport: slow, webhooks: [webhook], clock: { time.now })
        let other = Deliverer(
          outbox: SQLiteOutbox(databases[1]), transport: quick, webhooks: [webhook], clock: { time.now })
        async let late = paused.deliverDue(now: time.now)
        await slow.waiting(1)
        // Within the lease nobody else gets it.
        #expect(try await other.deliverDue(now: time.now).isEmpty)
        time.pass(Double(seconds: paused.lease) + 30)
        #expect(try await other.deliverDue(now: time.now).map(\.state) == [.dead])
        let row = try #require(try await SQLiteOutbox(databases[1]).delivery(parcel.id))
        slow.open()
        // The late one got a good answer, and the row stays as the other left it.
        #expect(try await late == [row])
        if try await SQLiteOutbox(databases[0]).delivery(parcel.id) != row { stale += 1 }
        #expect(try await SQLiteOutbox(databases[0]).attempts(of: parcel.id).map(\.number) == [2])
      }
      #expect(stale == 0)
      print("workers paused for their lease and 30 s: \(Self.rounds), \(stale) stale completions accepted")
      for database in databases { try database.close() }
    }
  }

  @Test func aLeaseIsLongerThanAnyAttempt() throws {
    for whole in [Duration.milliseconds(1), .seconds(30), .seconds(3_600), .seconds(86_400)] {
      let short = try webhook(Deadlines(connect: .seconds(1), firstByte: .seconds(1), whole: .seconds(1)))
      let long = try webhook(Deadlines(connect: whole, firstByte: whole, whole: whole))
      let deliverer = Deliverer(outbox: MemoryOutbox(), transport: GatedTransport(), webhooks: [short])
      #expect(deliverer.lease > .seconds(1))
      let other = Deliverer(outbox: MemoryOutbox(), transport: GatedTransport(), webhooks: [long])
      #expect(other.lease > whole)
    }
  }
}
