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
    let deadlines = Deadlines(connect: .seconds(2), firstByte: .milliseconds(3_500), whole: .seconds(4))
    var webhooks = [try healthy.webhook("well")]
    for number in 0..<100 {
      var webhook = try hanging[number % 4].webhook("hangs\(number)")
      webhook.deadlines = deadlines
      webhooks.append(webhook)
    }
    let outbox = MemoryOutbox()
    for webhook in webhooks {
      let count = webhook.name == "well" ? 300 : 1
      let parcels = (0..<count).map {
        Parcel(draft: "d\($0)", textHash: "h", webhook: webhook.name, payload: Payload(body: [0x7B, 0x7D]))
      }
      _ = await outbox.accept(parcels, now: now)
    }
    let loop = try CurlLoop()
    let deliverer = Deliverer(outbox: outbox, transport: loop, webhooks: webhooks)
    // The rows come in the order in which they ended.
    let records = try await deliverer.deliverDue(now: now)
    #expect(records.prefix(300).allSatisfy { $0.webhook == "well" })
    #expect(records.filter { $0.state == .delivered }.count == 300)
    #expect(records.filter { $0.lastError == "no answer within 3500 ms" }.count == 100)
    await loop.stop()
    healthy.stop()
    hanging.forEach { $0.stop() }
  }
}
