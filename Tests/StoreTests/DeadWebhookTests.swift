import Delivery
import DeliveryTestSupport
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

/// One webhook of fifty that is dead: it is paused and probed, it comes back, and the others do not feel it.
@Suite(.serialized) struct DeadWebhookTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  private static func parcels(_ count: Int, named name: String, to webhook: String) -> [Parcel] {
    (0..<count).map {
      Parcel(
        draft: "\(name)\($0)", textHash: "h", webhook: webhook,
        payload: Payload(body: Array(repeating: 0x20, count: 500)))
    }
  }

  @Test(.timeLimit(.minutes(10))) func isProbedOnceInAnIntervalAndComesBack() async throws {
    try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.path)
      let outbox = SQLiteOutbox(database)
      let time = TestTime()
      let transport = DyingTransport(time)
      let webhook = Webhook(
        name: "desk", url: try WebhookURL("http://127.0.0.1:9/", network: .loopback), network: .loopback)
      let deliverer = Deliverer(outbox: outbox, transport: transport, webhooks: [webhook], clock: { time.now })
      let parcels = Self.parcels(30, named: "d", to: "desk")
      _ = try await outbox.accept(parcels, now: time.now)
      // Dead for two hours: one look a second, as the daemon's loop takes it.
      var paused: Date?
      for _ in 0..<7_200 {
        _ = try await deliverer.deliverDue(now: time.now)
        if paused == nil, try await outbox.health(of: "desk").pause != nil { paused = time.now }
        time.pass(1)
      }
      let since = try #require(paused)
      let probes = transport.times.filter { $0 > since }
      let shortest = zip(probes.dropFirst(), probes).map { $0.timeIntervalSince($1) }.min() ?? 0
      #expect(probes.count > 200)
      #expect(shortest >= WebhookHealth.probeInterval)

      transport.isWell = true
      let healed = time.now
      var seconds = 0
      while Set(transport.delivered).count < 30, seconds < 600 {
        _ = try await deliverer.deliverDue(now: time.now)
        time.pass(1)
        seconds += 1
      }
      let first = try #require(transport.times.first { $0 >= healed }).timeIntervalSince(healed)
      #expect(first <= 60)
      #expect(seconds <= 60)
      print(
        "a dead webhook: \(probes.count) probes, at least \(shortest) s apart; back \(first) s after it was well,",
        "all 30 delivered within \(seconds) s")
      try database.close()
    }
  }

  @Test(.enabled(if: isLong, "left out: it measures; `make test-faults` runs it"))
  func theOthersKeepTheirSpeed() async throws {
    let well = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
    let dead = try LoopbackServer(keepsRequests: false) { _ in .silence }
    var speeds: [Bool: [Double]] = [:]
    // In turns, so that what else the machine does falls on both alike.
    for round in 0..<10 {
      let isOneDead = !round.isMultiple(of: 2)
      try await withTemporaryFolder { folder in
        let database = try StateDatabase(folder: folder.path)
        let outbox = SQLiteOutbox(database)
        var webhooks = try (0..<49).map { try well.webhook("w\($0)") }
        for webhook in webhooks {
          _ = try await outbox.accept(Self.parcels(120, named: "d", to: webhook.name), now: Date())
        }
        if isOneDead {
          webhooks.append(try dead.webhook("dead"))
          _ = try await outbox.accept(Self.parcels(120, named: "d", to: "dead"), now: Date())
        }
        let loop = try CurlLoop(limits: CurlLoop.Limits(inFlight: 256, perHost: 200))
        let deliverer = ContinuousDeliverer(Deliverer(outbox: outbox, transport: loop, webhooks: webhooks))
        let delivered = EventCounter()
        let began = ContinuousClock.now
        async let ending = deliverer.run { event in
          if case .attempted(let record) = event, record.state == .delivered { delivered.note() }
        }
        await delivered.reached(49 * 120)
        speeds[isOneDead, default: []].append(49 * 120 / Double(seconds: began.duration(to: .now)))
        deliverer.stop()
        deliverer.stop()
        _ = try await ending
        await loop.stop()
        try database.close()
      }
    }
    let median = { (values: [Double]) in values.sorted()[values.count / 2] }
    let (alone, beside) = (median(speeds[false] ?? []), median(speeds[true] ?? []))
    #expect(beside >= alone * 0.95)
    print("49 webhooks: \(Int(alone))/s; with a fiftieth that is dead: \(Int(beside))/s (\(beside / alone))")
    well.stop()
    dead.stop()
  }
}

/// Fails until it is well, and notes when it was asked.
private final class DyingTransport: Transport, Sendable {
  private let time: TestTime
  private let state = Mutex((isWell: false, times: [Date](), delivered: [String]()))

  init(_ time: TestTime) {
    self.time = time
  }

  var times: [Date] { state.withLock { $0.times } }
  var delivered: [String] { state.withLock { $0.delivered } }
  var isWell: Bool {
    get { state.withLock { $0.isWell } }
    set { state.withLock { $0.isWell = newValue } }
  }

  func send(_ request: OutgoingRequest) async throws(TransferFailure) -> HTTPAnswer {
    let now = time.now
    let isWell = state.withLock { state in
      state.times.append(now)
      if state.isWell { state.delivered.append(request.headers.first { $0.name == "webhook-id" }?.value ?? "") }
      return state.isWell
    }
    guard isWell else { throw TransferFailure(.connection, "connection refused") }
    return HTTPAnswer(status: 200, headers: [], body: [])
  }
}
