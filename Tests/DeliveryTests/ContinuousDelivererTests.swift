import Delivery
import DeliveryTestSupport
import Foundation
import Testing

/// The loop of a daemon: what wakes it, and how it ends.
@Suite(.timeLimit(.minutes(10))) struct ContinuousDelivererTests {
  private let outbox = MemoryOutbox()
  private let transport = GatedTransport()
  private let time = TestTime()

  private func webhook(_ name: String = "desk") throws -> Webhook {
    Webhook(name: name, url: try WebhookURL("http://127.0.0.1:9/", network: .loopback), network: .loopback)
  }

  private func accept(_ count: Int, named name: String = "d", to webhook: String = "desk") async -> [String] {
    let parcels = (0..<count).map {
      Parcel(draft: "\(name)\($0)", textHash: "h", webhook: webhook, payload: Payload(body: [0x7B, 0x7D]))
    }
    return await outbox.accept(parcels, now: time.now).map(\.record.id)
  }

  /// A deliverer that looks by itself only when the test's time goes on.
  private func deliverer(
    _ webhooks: [Webhook], outbox: (any Outbox)? = nil, pace: ContinuousDeliverer.Pace = .init()
  ) -> ContinuousDeliverer {
    let time = time
    let deliverer = Deliverer(
      outbox: outbox ?? self.outbox, transport: transport, webhooks: webhooks, clock: { time.now })
    return ContinuousDeliverer(deliverer, pace: pace, sleep: { try await time.sleep($0) })
  }

  private func states() async -> [DeliveryState] {
    await outbox.deliveries(DeliveryFilter()).map(\.state)
  }

  @Test func deliversWhatIsThereAndWhatComesWhenItIsWoken() async throws {
    let deliverer = deliverer([try webhook()])
    let first = await accept(3)
    let ended = EventCounter()
    async let ending = deliverer.run { _ in ended.note() }
    await ended.reached(3)
    #expect(transport.ids.sorted() == first.sorted())
    _ = await accept(100, named: "more")
    deliverer.wake()
    await ended.reached(103)
    deliverer.stop()
    #expect(try await ending == .init())
    #expect(await states() == Array(repeating: .delivered, count: 103))
  }

  @Test func looksByItselfFromTimeToTime() async throws {
    let deliverer = deliverer([try webhook()])
    let ended = EventCounter()
    async let ending = deliverer.run { _ in ended.note() }
    await time.sleepers(1)
    _ = await accept(1)
    await time.pass(1) { ended.count == 1 }
    deliverer.stop()
    _ = try await ending
  }

  @Test func triesAgainWhenTheNextAttemptIsDue() async throws {
    transport.statuses = [503, 500, 200]
    let deliverer = deliverer([try webhook()], pace: .init(look: .seconds(1_000_000)))
    let ids = await accept(1)
    let ended = EventCounter()
    async let ending = deliverer.run { _ in ended.note() }
    await time.pass(1) { ended.count == 3 }
    deliverer.stop()
    _ = try await ending
    #expect(await states() == [.delivered])
    #expect(transport.ids == [ids[0], ids[0], ids[0]])
  }

  @Test func aStopLetsWhatIsUnderWayEndAndBeginsNothing() async throws {
    transport.close()
    let deliverer = deliverer([try webhook()])
    _ = await accept(1)
    async let ending = deliverer.run()
    await transport.waiting(1)
    deliverer.stop()
    _ = await accept(1, named: "late")
    deliverer.wake()
    transport.open()
    #expect(try await ending == .init())
    #expect(await states() == [.delivered, .pending])
    #expect(transport.ids.count == 1)
  }

  @Test(arguments: [true, false]) func whatIsCutOffIsGivenBack(isAskedTwice: Bool) async throws {
    transport.close()
    let deliverer = deliverer([try webhook()], pace: .init(grace: .seconds(10)))
    let ids = await accept(1)
    async let ending = deliverer.run()
    await transport.waiting(1)
    deliverer.stop()
    if isAskedTwice {
      deliverer.stop()
    } else {
      await time.pass(1) { transport.held == 0 }
    }
    #expect(try await ending == .init(released: 1, unrecorded: 0))
    let record = try #require(await outbox.delivery(ids[0]))
    #expect(record.state == .pending)
    #expect(record.attempts - record.attemptsForgiven == 0)
    #expect(record.nextAttempt.map { $0 <= Date(timeIntervalSinceNow: 60) } == true)
  }

  @Test func aCancelledTaskGivesBackAsWell() async throws {
    transport.close()
    let deliverer = deliverer([try webhook()])
    _ = await accept(1)
    let task = Task { try await deliverer.run() }
    await transport.waiting(1)
    task.cancel()
    #expect(try await task.value == .init(released: 1, unrecorded: 0))
    #expect(await states() == [.pending])
  }

  @Test func otherWebhooksCanBePutInTheirPlace() async throws {
    transport.close()
    let deliverer = deliverer([try webhook("old")])
    let old = await accept(1, to: "old")
    let new = await accept(2, to: "new")
    let ended = EventCounter()
    async let ending = deliverer.run { _ in ended.note() }
    await transport.waiting(1)
    deliverer.replace(webhooks: [try webhook("new")])
    transport.open()
    await ended.reached(3)
    _ = await accept(1, named: "late", to: "old")
    deliverer.wake()
    deliverer.stop()
    _ = try await ending
    #expect(Set(transport.ids) == Set(old + new))
    #expect(await states() == [.delivered, .delivered, .delivered, .pending])
  }

  @Test func anOutboxThatCannotBeWrittenForAWhileIsTriedAgain() async throws {
    let full = OutboxError.cannotWrite(path: "state.sqlite", reason: "no space left on the disk")
    let troubled = TroubledOutbox(
      outbox, failsRecoveries: 1, failsClaims: 2, failsCompletions: 2, error: full)
    let deliverer = deliverer([try webhook()], outbox: troubled)
    _ = await accept(1)
    let troubles = EventCounter()
    let ended = EventCounter()
    async let ending = deliverer.run { event in
      switch event {
      case .trouble: troubles.note()
      case .attempted: ended.note()
      }
    }
    await time.pass(1) { ended.count == 1 }
    #expect(troubles.count == 5)
    deliverer.stop()
    #expect(try await ending == .init())
    // It was sent once: only its end had to be written down again.
    #expect(transport.ids.count == 1)
    #expect(await states() == [.delivered])
  }

  @Test func aBrokenDiskIsTheEnd() async throws {
    let broken = OutboxError.diskFailed(path: "state.sqlite", reason: "EIO")
    let troubled = TroubledOutbox(outbox, failsClaims: 0, failsCompletions: 9, error: broken)
    let deliverer = deliverer([try webhook()], outbox: troubled)
    _ = await accept(1)
    await #expect(throws: broken) { try await deliverer.run() }
    #expect(await states() == [.sending])
  }

  @Test func aClockThatIsSetForwardMakesNothingGoTwice() async throws {
    transport.close()
    let deliverer = deliverer([try webhook()])
    _ = await accept(1)
    let ended = EventCounter()
    async let ending = deliverer.run { _ in ended.note() }
    await transport.waiting(1)
    time.pass(30 * 86_400)
    deliverer.wake()
    await time.sleepers(1)
    transport.open()
    await ended.reached(1)
    deliverer.stop()
    _ = try await ending
    #expect(transport.ids.count == 1)
    #expect(await states() == [.delivered])
  }
}
