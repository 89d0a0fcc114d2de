import Delivery
import DeliveryTestSupport
import Foundation
import Testing

/// One webhook that hangs must not hold up the others.
@Suite(.timeLimit(.minutes(10))) struct FairnessTests {
  private let now = Date()

  @Test func healthyWebhooksFinishWhileOthersHang() async throws {
    let healthy = try LoopbackServer { _ in .answer(200) }
    // One host has a bound of its own, so there are several. They hang for as long as the healthy one has work.
    let hanging = try (0..<4).map { _ in
      try LoopbackServer { _ in
        while healthy.requests.count < 300 { usleep(2_000) }
        return .hangUp
      }
    }
    var webhooks = [try healthy.webhook("well")]
    for number in 0..<100 {
      webhooks.append(try hanging[number % 4].webhook("hangs\(number)"))
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
    let records = try await deliverer.deliverDue(now: now)
    #expect(records.filter { $0.state == .delivered }.count == 300)
    #expect(records.filter { $0.webhook != "well" && $0.state == .pending }.count == 100)
    await loop.stop()
    healthy.stop()
    hanging.forEach { $0.stop() }
  }
}
