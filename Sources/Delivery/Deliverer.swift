package import FoundationEssentials

/// Takes due deliveries out of the outbox, signs and sends them, and records what came of it.
package struct Deliverer: Sendable {
  let outbox: any Outbox
  let transport: any Transport
  private(set) var webhooks: [String: Webhook]
  let schedule: RetrySchedule
  let bounds: Bounds
  /// The wall clock, for signatures.
  let clock: @Sendable () -> Date
  /// Names this process in the claims that it makes.
  let owner: String
  /// Called when the end of an attempt cannot be recorded: it throws, or waits and returns for another try.
  var afterFailedRecord: @Sendable (any Error) async throws -> Void = { throw $0 }

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
    self.webhooks = Self.byName(webhooks)
    self.schedule = schedule
    self.bounds = bounds
    self.clock = clock
    owner = Parcel.newID()
  }

  private static func byName(_ webhooks: [Webhook]) -> [String: Webhook] {
    Dictionary(webhooks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same one, with the same claims, for other webhooks.
  func with(webhooks: [Webhook]) -> Deliverer {
    var other = self
    other.webhooks = Self.byName(webhooks)
    return other
  }

  /// The time on the outbox's clock, which shows `start` now and runs evenly from there.
  func elapsing(from start: Date) -> @Sendable () -> Date {
    let began = ContinuousClock.now
    return { start.addingTimeInterval(Double(seconds: began.duration(to: .now))) }
  }

  /// How long a claim is held: longer than any attempt of these webhooks can take, queueing and recording included.
  ///
  /// It follows from their deadlines, so that no settings can make it shorter than the work (Svix #2181).
  package var lease: Duration {
    let longest = webhooks.values.map(\.deadlines.whole).max() ?? .seconds(30)
    return longest * 2 + .seconds(60)
  }

  /// Makes one attempt for every delivery that is due at `now`, and gives their rows as they are afterwards.
  ///
  /// A failure that will be tried again leaves its row pending with `nextAttempt`. Throws when the outbox fails; what
  /// had been claimed then comes back when its lease ends.
  package func deliverDue(now: Date) async throws -> [DeliveryRecord] {
    _ = try await outbox.recoverLeases(now: now)
    let elapsed = elapsing(from: now)
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
        flight.landed(record.webhook, isWell: record.state != .pending)
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
