import Delivery
import DeliveryTestSupport
import Foundation
import Testing

/// One webhook that hangs must not hold up the others.
@Suite(.timeLimit(.minutes(1))) struct FairnessTests {
  private let now = Date()

  @Test func healthyWebhooksFinishWhileOthersHang() async throws {
    let healthy = try LoopbackServer { _ in .answer(200) }
    // One host has a bound of its own, so there are several.
    let hanging = try (0..<4).map { _ in try LoopbackServer { _ in .silence } }
    let deadlines = Deadlines(connect: .seconds(2), firstByte: .milliseconds(1_500), whole: .seconds(2))
    var webhooks = [try healthy.webhook("well")]
    for number in 0..<100 {
      var webhook = try hanging[number % 4].webhook("hangs\(number)")
      webhook.deadlines = deadlines
      webhooks.append(webhook)
    }
    let outbox = MemoryOutbox()
    for webhook in webhooks {
      let count = webhook.name == "well" ? 300 : 2
      let parcels = (0..<count).map {
        Parcel(draft: "d\($0)", textHash: "h", webhook: webhook.name, payload: Payload(body: [0x7B, 0x7D]))
      }
      _ = await outbox.accept(parcels, now: now)
    }
    let loop = try CurlLoop()
    let deliverer = Deliverer(outbox: outbox, transport: loop, webhooks: webhooks)
    let began = ContinuousClock.now
    let run = Task { try await deliverer.deliverDue(now: now) }
    while healthy.requests.count < 300, began.duration(to: .now) < .seconds(20) {
      try await Task.sleep(for: .milliseconds(10))
    }
    // All 300 went out before the first of the hanging ones had reached its deadline.
    #expect(began.duration(to: .now) < .milliseconds(1_500))
    let records = try await run.value
    #expect(records.filter { $0.state == .delivered }.count == 300)
    #expect(records.filter { $0.lastError == "no answer within 1500 ms" }.count == 200)
    await loop.stop()
    healthy.stop()
    hanging.forEach { $0.stop() }
  }
}
