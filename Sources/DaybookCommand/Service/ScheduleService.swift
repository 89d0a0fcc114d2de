internal import Delivery
internal import FoundationEssentials
internal import Scheduler

/// Runs the schedules of a publication until it is told to stop.
///
/// It sleeps until something is due, and looks at the clock once a second all the same: clocks are put back and forth,
/// and machines sleep. What is due is decided by the ledger, so that it may run beside any number of others.
actor ScheduleService {
  /// The longest time between two looks at the clock.
  private static let look = Duration.seconds(1)
  /// So many seconds before a due time the drafts are made that need nobody's approval.
  private static let ahead = 0.4...2.0
  /// The longest time between two rounds that change nothing, though files change.
  private static let longestPause = Duration.seconds(5)
  /// How far the clock may be from where it should be before that is a step.
  private static let tolerance = 2.0

  private struct Orders {
    var change: PublicationChange = []
    var isStopping = false
  }

  /// What there is to tell while it runs.
  enum Event: Sendable {
    /// A step of a schedule has ended; one that waits for the same reason as before is told of once.
    case ended(StepReport)
    /// The clock was put back or forth by so many seconds.
    case clockStepped(Double)
    /// The store cannot be used for now, as on a full disk; it is tried again.
    case trouble(any Error)
    /// The clock was looked at, and what was due is done; the schedules have something to do next then.
    case looked(next: Int?)
  }

  private let queue = OwnQueue("daybook-schedules")
  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  private let live: LiveWorkspace
  private let ledger: any ScheduleLedger
  private let outbox: any Outbox
  private let clock: ServiceClock
  private let owner = Parcel.newID()
  private let onAcceptance: @Sendable () -> Void
  private let report: @Sendable (Event) async -> Void
  private let orders = Mailbox(Orders())

  private var nextRound: Int?
  /// When the last round began, by the clock.
  private var lastRound = 0
  /// What was made for the next due time ahead of it.
  private var ahead: DraftsAhead?
  /// Whether somebody, perhaps this process, has written to the store since the next round was reckoned.
  private var isStoreNew = false
  private var lastReckoning = ContinuousClock.now
  /// When the clock was looked at last, and what it showed.
  private var lastLook: (at: ContinuousClock.Instant, date: Date)?
  private var mustReopen = true
  private var earliestReopening = ContinuousClock.now
  private var pause = Duration.zero
  private var hasRecovered = false
  /// What each step waits for that was told of.
  private var waiting: [Occurrence: String] = [:]

  /// - Parameters:
  ///   - live: the publication and its settings in force.
  ///   - ledger: where occurrences are kept.
  ///   - outbox: what is to be sent goes there.
  ///   - clock: the schedules' clock.
  ///   - onAcceptance: called as soon as something lies in the outbox.
  ///   - report: told of what happens, in order.
  init(
    _ live: LiveWorkspace, ledger: any ScheduleLedger, outbox: any Outbox, clock: ServiceClock,
    onAcceptance: @escaping @Sendable () -> Void, report: @escaping @Sendable (Event) async -> Void
  ) {
    self.live = live
    self.ledger = ledger
    self.outbox = outbox
    self.clock = clock
    self.onAcceptance = onAcceptance
    self.report = report
    orders.ring()
  }

  // MARK: Orders from outside

  /// Says that parts of the publication may have changed.
  nonisolated func note(_ change: PublicationChange) {
    orders.post { $0.change.formUnion(change) }
  }

  /// Asks for the end: the step that is under way comes to its end, and nothing new is begun.
  nonisolated func stop() {
    orders.post { $0.isStopping = true }
  }

  // MARK: Running

  /// Runs until ``stop()``.
  ///
  /// - Throws: ``OutboxError`` when the store is beyond use.
  func run() async throws {
    var alarm: Task<Void, Never>?
    defer { alarm?.cancel() }
    for await _ in orders.rings {
      alarm?.cancel()
      let (change, isStopping) = orders.withContent { orders in
        defer { orders.change = [] }
        return (orders.change, orders.isStopping)
      }
      if isStopping { return }
      try await look(after: change)
      await report(.looked(next: nextRound))
      let wait = timeToNextLook()
      alarm = Task { [clock, orders] in
        if (try? await clock.sleep(wait)) != nil { orders.ring() }
      }
    }
  }

  private func look(after change: PublicationChange) async throws {
    if let step = clockStep() {
      nextRound = clock.seconds
      isStoreNew = false
      await report(.clockStepped(step))
    }
    if change.contains(.outbox) { isStoreNew = true }
    if !change.subtracting(.outbox).isEmpty { mustReopen = true }
    // Whether its drafts were touched is looked at when they are needed.
    if !change.subtracting([.outbox, .drafts]).isEmpty { ahead = nil }
    do {
      // Another process may have put something off, or died while it was at work.
      if isStoreNew, lastReckoning + Self.look <= .now { try await reckon() }
      let reopens = mustReopen && ContinuousClock.now >= earliestReopening
      guard reopens || clock.seconds >= nextRound ?? .max else { return makeAhead() }
      try await round(reopening: reopens)
    } catch {
      switch error as? OutboxError {
      case .diskFailed, .unusable: throw error
      case .cannotWrite, .noSuchDelivery, .notPossible, nil: break
      }
      nextRound = clock.seconds + 1
      await report(.trouble(error))
    }
  }

  private func round(reopening reopens: Bool) async throws {
    lastRound = clock.seconds
    let runner = runner
    if !hasRecovered { _ = try await ledger.recoverClaims(now: lastRound) }
    hasRecovered = true
    if reopens {
      mustReopen = false
      try await runner.reopen()
    }
    var news = 0
    var repetitions = 0
    try await runner.round(isStopping: { orders.withContent { $0.isStopping } }) { step in
      guard isNew(step) else { return repetitions += 1 }
      news += 1
      await report(.ended(step))
    }
    if reopens { spaceReopenings(isFruitless: news == 0 && repetitions > 0) }
    try await reckon()
  }

  /// Makes the drafts of what is due in a moment, once.
  private func makeAhead() {
    guard let nextRound, nextRound != ahead?.due else { return }
    let left = Double(nextRound) - clock.now().timeIntervalSince1970
    guard Self.ahead.contains(left) else { return }
    ahead = runner.makeAhead(of: nextRound)
  }

  private var runner: ScheduleRunner {
    ScheduleRunner(
      workspace: live.workspace, ledger: ledger, outbox: outbox, owner: owner, now: { [clock] in clock.seconds },
      ahead: ahead, onAcceptance: onAcceptance)
  }

  /// From the beginning of the last round: what has become due since must not be passed over.
  private func reckon() async throws {
    isStoreNew = false
    lastReckoning = .now
    nextRound = try await runner.nextRound(after: lastRound)
  }

  /// Keeps what changes files itself, and waits all the same, from going round and round.
  private func spaceReopenings(isFruitless: Bool) {
    let isLongAgo = earliestReopening + Self.longestPause * 2 < .now
    pause = isFruitless && !isLongAgo ? min(max(pause * 2, .milliseconds(250)), Self.longestPause) : .zero
    earliestReopening = .now + pause
  }

  private func isNew(_ step: StepReport) -> Bool {
    guard step.result == .waiting else {
      waiting[step.occurrence] = nil
      return true
    }
    return waiting.updateValue(step.note, forKey: step.occurrence) != step.note
  }

  /// By how many seconds the clock was put back or forth since it was looked at last; nil when it was not.
  private func clockStep() -> Double? {
    let (instant, date) = (ContinuousClock.now, clock.now())
    defer { lastLook = (instant, date) }
    guard let lastLook else { return nil }
    let step = date.timeIntervalSince(lastLook.date) - Double(seconds: lastLook.at.duration(to: instant))
    return abs(step) > Self.tolerance ? step : nil
  }

  private func timeToNextLook() -> Duration {
    var wait = Self.look
    if let nextRound {
      let left = Double(nextRound) - clock.now().timeIntervalSince1970
      wait = min(wait, .seconds(max(left, 0)))
    }
    if mustReopen { wait = min(wait, max(.zero, ContinuousClock.now.duration(to: earliestReopening))) }
    return wait
  }
}
