package import FoundationEssentials

/// Takes due deliveries out of the outbox, signs and sends them, and records what came of it.
package struct Deliverer: Sendable {
  let outbox: any Outbox
  let transport: any Transport
  let webhooks: [String: Webhook]
  let schedule: RetrySchedule
  let bounds: Bounds
  /// The wall clock, for signatures.
  let clock: @Sendable () -> Date
  /// Names this process in the claims that it makes.
  let owner: String

  /// How much is under way at once.
  package struct Bounds: Sendable, Hashable {
    /// Deliveries in flight in all.
    package var inFlight: Int

    package init(inFlight: Int = 256) {
      self.inFlight = inFlight
    }
  }

  package init(
    outbox: any Outbox, transport: any Transport, webhooks: [Webhook], schedule: RetrySchedule = RetrySchedule(),
    bounds: Bounds = Bounds(), clock: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.outbox = outbox
    self.transport = transport
    self.webhooks = Dictionary(webhooks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.schedule = schedule
    self.bounds = bounds
    self.clock = clock
    owner = Parcel.newID()
  }

  /// How long a claim is held: longer than any attempt of these webhooks can take, queueing and recording included.
  var lease: Duration {
    let longest = webhooks.values.map(\.deadlines.whole).max() ?? .seconds(30)
    return longest * 2 + .seconds(60)
  }

  /// Makes one attempt for every delivery that is due at `now`, and gives their rows as they are afterwards.
  ///
  /// A failure that will be tried again leaves its row pending with `nextAttempt`. Throws when the outbox fails; what
  /// had been claimed then comes back when its lease ends.
  package func deliverDue(now: Date) async throws -> [DeliveryRecord] {
    _ = try await outbox.recoverLeases(now: now)
    let began = ContinuousClock.now
    let elapsed = { @Sendable in now.addingTimeInterval(Double(seconds: began.duration(to: .now))) }
    var flight = Flight(bounds: bounds, webhooks: webhooks)
    var records: [DeliveryRecord] = []
    try await withThrowingTaskGroup(of: DeliveryRecord.self) { group in
      while true {
        let quotas = flight.quotas()
        let claims = try await outbox.claim(quotas, owner: owner, now: now, lease: lease)
        flight.departed(quotas, claims: claims)
        for claim in claims {
          group.addTask { try await attempt(claim, now: elapsed) }
        }
        guard let record = try await group.next() else { break }
        flight.landed(record.webhook, isWell: record.state == .delivered)
        records.append(record)
      }
    }
    return records
  }
}

extension Double {
  /// A duration in seconds.
  package init(seconds duration: Duration) {
    self = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
