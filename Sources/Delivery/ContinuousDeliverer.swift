internal import FoundationEssentials

/// Delivers what becomes due until it is told to stop; what a daemon runs.
///
/// ```swift
/// let deliverer = ContinuousDeliverer(Deliverer(outbox: outbox, transport: loop, webhooks: webhooks))
/// async let ending = deliverer.run { event in log(event) }
/// deliverer.wake()                     // something was accepted by this process
/// deliverer.replace(webhooks: others)  // the settings changed
/// deliverer.stop()                     // SIGTERM; once more for a second one
/// let result = try await ending
/// await loop.stop()
/// ```
///
/// It looks into the outbox when it is woken, when the next attempt is due, and at least every ``Pace/look``, since
/// other processes put things in too. One instance runs once. `wake`, `replace` and `stop` may be called from
/// anywhere, before `run` too.
package actor ContinuousDeliverer {
  private enum Phase { case running, draining, ending }

  private var deliverer: Deliverer
  private let pace: Pace
  private let sleep: @Sendable (Duration) async throws -> Void
  private let orders = Mailbox(DelivererOrders())

  private var phase = Phase.running
  private var flight: Flight
  private var attempts: [String: Task<Void, Never>] = [:]
  private var alarm = DelivererAlarm()
  /// Whether the claims of dead processes were taken back, if this one is alone.
  private var hasRecovered = false
  /// Whether it waits after an error of the outbox.
  private var isResting = false
  private var isHandBackOver = false
  private var failure: (any Error)?
  private var ending = Ending()

  /// The deliverer brings the wall clock, by which things are due; `sleep` waits.
  package init(
    _ deliverer: Deliverer, pace: Pace = Pace(),
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.deliverer = deliverer
    self.pace = pace
    self.sleep = sleep
    flight = Flight(bounds: deliverer.bounds, webhooks: deliverer.webhooks)
    orders.ring()
  }

  // MARK: Orders from outside

  /// Says that something in the outbox may be due now.
  package nonisolated func wake() {
    orders.post { $0.isWoken = true }
  }

  /// Puts other webhooks in the place of those that it has; what is under way goes on with the old ones.
  package nonisolated func replace(webhooks: [Webhook]) {
    orders.post {
      $0.webhooks = webhooks
      $0.isWoken = true
    }
  }

  /// Asks for the end: nothing new is begun, and what is under way has the grace time to finish.
  ///
  /// What is left then is cut off and given back. Asked a second time, it does so at once.
  package nonisolated func stop() {
    orders.post { $0.stops += 1 }
  }

  // MARK: Running

  /// Delivers until ``stop()``; `report` is told of what happens, several things at once perhaps.
  ///
  /// Throws when the outbox is beyond use (``OutboxError/diskFailed(path:reason:)``,
  /// ``OutboxError/unusable(path:reason:)``): the process had better end and start again. A cancelled task is the same
  /// as a second ``stop()``.
  package func run(_ report: @escaping @Sendable (Event) async -> Void = { _ in }) async throws -> Ending {
    // On its own, so that a cancelled caller does not cut off the giving back as well.
    let work = Task { try await deliver(report) }
    return try await withTaskCancellationHandler {
      try await work.value
    } onCancel: {
      orders.post { $0.stops += 2 }
    }
  }

  private func deliver(_ report: @escaping @Sendable (Event) async -> Void) async throws -> Ending {
    for await _ in orders.rings {
      obey(orders.withContent { $0.take() })
      if phase == .running, !isResting { await look(report) }
      if phase == .draining, attempts.isEmpty { phase = .ending }
      if phase == .ending { break }
    }
    alarm.cancel()
    await cutOff()
    if let failure { throw failure }
    return ending
  }

  private func obey(_ order: DelivererOrders) {
    if let webhooks = order.webhooks {
      deliverer = deliverer.with(webhooks: webhooks)
      flight.replace(webhooks: deliverer.webhooks)
    }
    if order.isWoken { flight.mayHaveMore() }
    if order.stops == 1, phase == .running {
      phase = .draining
      Task { [pace, sleep, orders] in
        try? await sleep(pace.grace)
        orders.post { $0.isGraceOver = true }
      }
    }
    if order.stops > 1 || order.isGraceOver { phase = .ending }
  }

  /// Begins as many attempts as there is room for, and sets the alarm for those that are not due yet.
  private func look(_ report: @escaping @Sendable (Event) async -> Void) async {
    do {
      if !hasRecovered { _ = try await deliverer.outbox.recoverLeases(now: deliverer.clock()) }
      hasRecovered = true
      let quotas = flight.quotas()
      let claims = try await deliverer.outbox.claim(
        quotas, owner: deliverer.owner, now: deliverer.clock(), lease: deliverer.lease)
      flight.departed(quotas, claims: claims)
      for claim in claims { begin(claim, report) }
      guard !alarm.isSet else { return }
      setAlarm(at: try await deliverer.outbox.nextDue(webhooks: flight.dryWebhooks) ?? .distantFuture)
    } catch {
      guard mayGoOn(after: error) else { return }
      isResting = true
      alarm.cancel()
      setAlarm(at: deliverer.clock().addingTimeInterval(Double(seconds: pace.afterTrouble)))
      await report(.trouble(error))
    }
  }

  private func begin(_ claim: Claim, _ report: @escaping @Sendable (Event) async -> Void) {
    var deliverer = deliverer
    deliverer.afterFailedRecord = { [self] error in
      guard await mayGoOn(after: error) else { throw error }
      await report(.trouble(error))
      try await sleep(pace.afterTrouble)
    }
    attempts[claim.record.id] = Task { @concurrent [deliverer] in
      do {
        let record = try await deliverer.attempt(claim, now: deliverer.elapsing(from: deliverer.clock()))
        await report(.attempted(record))
        await ended(claim, record)
      } catch {
        await ended(claim, nil)
      }
    }
  }

  private func ended(_ claim: Claim, _ record: DeliveryRecord?) {
    attempts[claim.record.id] = nil
    // A refusal is the payload's fault, not the webhook's.
    flight.landed(claim.record.webhook, isWell: record.map { $0.state != .pending } ?? false)
    if let record {
      let isGivenBack = record.state == .pending && record.attemptsForgiven > claim.record.attemptsForgiven
      if isGivenBack { ending.released += 1 }
      if let next = record.nextAttempt { setAlarm(at: next) }
    } else {
      ending.unrecorded += 1
    }
    orders.ring()
  }

  /// Whether an error of the outbox may pass; otherwise this is the end.
  private func mayGoOn(after error: any Error) -> Bool {
    switch error as? OutboxError {
    case .diskFailed, .unusable:
      failure = failure ?? error
      phase = .ending
      orders.ring()
      return false
    case .cannotWrite, .noSuchDelivery, .notPossible, nil: return true
    }
  }

  // MARK: Waiting

  /// Rings at `date`, or when it is time to look anyway; an alarm that is set for an earlier time stays.
  private func setAlarm(at date: Date) {
    let now = deliverer.clock()
    // What a lease of this process's own holds is never due to it: more than twenty looks a second are worth nothing.
    let seconds = min(max(date.timeIntervalSince(now), 0.05), Double(seconds: pace.look))
    alarm.set(to: now.addingTimeInterval(seconds)) { [sleep] in
      guard (try? await sleep(.seconds(seconds))) != nil, !Task.isCancelled else { return }
      await self.ring()
    }
  }

  private func ring() {
    alarm.cancel()
    isResting = false
    flight.mayHaveMore()
    orders.ring()
  }

  // MARK: Ending

  /// Cancels what is under way, and waits a moment for it to be given back.
  private func cutOff() async {
    for task in attempts.values { task.cancel() }
    let limit = Task { [pace, sleep] in
      try? await sleep(pace.handBack)
      isHandBackOver = true
      orders.ring()
    }
    while !attempts.isEmpty, !isHandBackOver {
      for await _ in orders.rings { break }
    }
    limit.cancel()
    ending.unrecorded += attempts.count
  }
}
