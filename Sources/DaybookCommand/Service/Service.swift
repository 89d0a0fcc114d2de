internal import Delivery
internal import FoundationEssentials
internal import Logging

/// `daybook run`: the schedules and the deliveries of one publication, until somebody ends it.
struct Service {
  let live: LiveWorkspace
  let clock: ServiceClock
  let notifier: SystemdNotifier
  let logger: Logger
  let secrets: LogSecrets
  /// Where the health pages are served, if anywhere.
  let health: HealthAddress?
  /// How long what is under way may go on after the first signal to end.
  let grace: Duration

  /// The outbox is looked into at least so often; what others put in is told by the file system at once.
  static let look = Duration.seconds(5)

  /// Serves until a signal ends it.
  ///
  /// - Parameter signals: what somebody asks of it.
  /// - Throws: ``CommandFailure`` and ``OutboxError`` when it cannot begin, or when the store is beyond use.
  func run(signals: some AsyncSequence<ProcessSignal, Never> & Sendable) async throws {
    Console.redirectMessages { [logger] in logger.tell(message: $0) }
    defer { Console.redirectMessages(to: nil) }
    try await serve(signals)
  }

  /// All wiring is here.
  private func serve(_ signals: some AsyncSequence<ProcessSignal, Never> & Sendable) async throws {
    let store = try live.workspace.database()
    let transport = try live.workspace.transport()
    let deliverer = ContinuousDeliverer(
      live.workspace.deliverer(of: store.outbox, through: transport), pace: .init(look: Self.look, grace: grace))
    let clerk = DeliveryClerk(live, outbox: store.outbox, clock: clock)
    let status = ServiceStatus()
    let facts = ServiceHealth(live: live, status: status, ledger: store.ledger, outbox: store.outbox, clock: clock)
    let teller = ServiceTeller(
      logger: logger, notifier: notifier, status: status, facts: facts, deliverer: deliverer, clerk: clerk)
    let schedules = ScheduleService(
      live, ledger: store.ledger, outbox: store.outbox, clock: clock, onAcceptance: deliverer.wake,
      report: teller.tell)
    let changes = ChangeHandler(
      live: live, schedules: schedules, deliverer: deliverer, secrets: secrets, logger: logger)
    let ending = ServiceEnding(
      grace: grace, schedules: schedules, deliverer: deliverer, status: status, notifier: notifier, logger: logger)
    let watcher = try await FolderWatcher.start(PublicationPlaces(live.workspace.folder)) { [logger] in
      logger.warning("\($0)")
    }
    let pages = try await HealthPages.start(at: health, logger: logger, report: facts.report)
    let background = Task {
      await withDiscardingTaskGroup { group in
        group.addTask {
          for await signal in signals { await take(signal, changes, ending, facts) }
        }
        group.addTask {
          for await change in watcher.changes {
            await changes.handle(change)
            if change != .outbox { await notifier.notify(.status(facts.line())) }
          }
        }
        group.addTask { await notifier.keepAlive { status.notAlive.isEmpty } }
        group.addTask { await keepTidy(store) }
        group.addTask {
          guard await waitUntilStateIsReplaced() else { return }
          status.setStateReplaced()
          await ending.ask()
        }
      }
    }
    begin(facts)
    for problem in try await live.workspace.stuck(in: store.outbox) { logger.warning("\(problem)") }
    await notifier.notify(.ready, .status(facts.line()))
    let outcome = await work(schedules, deliverer, clerk, teller)
    await ending.end()
    pages.cancel()
    background.cancel()
    await transport.stop()
    logger.notice("ended")
    try outcome.get()
    guard status.isStateReplaced else { return }
    throw CommandFailure(
      .tryLater,
      "\(live.workspace.folder.database): it was deleted or replaced while this ran; start again to go on with what is there"
    )
  }

  /// Runs schedules and deliveries until both have ended; where one fails, so does the other.
  private func work(
    _ schedules: ScheduleService, _ deliverer: ContinuousDeliverer, _ clerk: DeliveryClerk, _ teller: ServiceTeller
  ) async -> Result<Void, any Error> {
    async let writing: Void = clerk.run(toldSomebody: deliverer.wake, trouble: teller.tell(clerkTrouble:))
    let outcome = await withTaskGroup(of: Result<Void, any Error>.self) { group in
      group.addTask { await result { try await schedules.run() } }
      group.addTask { await result { teller.tell(try await deliverer.run(teller.tell)) } }
      var outcome = Result<Void, any Error>.success(())
      for await end in group {
        guard case .failure = end else { continue }
        outcome = end
        schedules.stop()
        deliverer.stop()
      }
      return outcome
    }
    clerk.close()
    await writing
    return outcome
  }

  private func result(_ body: () async throws -> Void) async -> Result<Void, any Error> {
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}
