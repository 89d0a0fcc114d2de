import Delivery
import Foundation
import Store
import TestSupport
import Testing

/// What fails together does not come back together.
@Suite(.serialized) struct SpreadTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  /// Answers the same to everybody.
  private struct SameAnswer: Transport {
    var answer: Result<HTTPAnswer, TransferFailure>

    func send(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer {
      try answer.get()
    }
  }

  private static func parcels(_ count: Int, to webhook: String) -> [Parcel] {
    (0..<count).map {
      Parcel(draft: "d\($0)", textHash: "h", webhook: webhook, payload: Payload(body: Array("{}".utf8)))
    }
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      ("connection refused", Result<HTTPAnswer, TransferFailure>.failure(TransferFailure(.connection, "refused"))),
      ("500", .success(HTTPAnswer(status: 500))),
      ("500, 1 s", .success(HTTPAnswer(status: 500, headers: [HTTPHeader(name: "retry-after", value: "1")]))),
      ("500, 600 s", .success(HTTPAnswer(status: 500, headers: [HTTPHeader(name: "retry-after", value: "600")]))),
    ])
  func whatFailsInOneInstantIsSpread(_ name: String, _ answer: Result<HTTPAnswer, TransferFailure>) async throws {
    let count = Self.isLong ? 10_000 : 1_000
    let now = Date(timeIntervalSince1970: 1_725_868_800)
    // Several webhooks, so that what spreads the deliveries is their own schedule.
    let webhooks = try (0..<10).map {
      Webhook(name: "w\($0)", url: try WebhookURL("https://example.org/\($0)", network: .public))
    }
    let records = try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.path)
      let outbox = SQLiteOutbox(database)
      for webhook in webhooks {
        _ = try await outbox.accept(Self.parcels(count / 10, to: webhook.name), now: now)
      }
      let transport = SameAnswer(answer: answer)
      let deliverer = Deliverer(outbox: outbox, transport: transport, webhooks: webhooks, clock: { now })
      let records = try await deliverer.deliverDue(now: now)
      try database.close()
      return records
    }
    let times = records.compactMap(\.nextAttempt)
    #expect(times.count == count)
    let seconds = Dictionary(grouping: times) { Int($0.timeIntervalSince1970) }
    let most = seconds.values.map(\.count).max() ?? 0
    #expect(most <= count / 20)
    if Self.isLong { print("\(count) that fail at once (\(name)): the fullest second has \(most) of the retries") }
  }
}
