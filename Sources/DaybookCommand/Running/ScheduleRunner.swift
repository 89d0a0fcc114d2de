internal import Content
internal import Delivery
internal import Scheduler

/// Does what schedules are due for; `tick` and `run` do it through here alone.
struct ScheduleRunner {
  /// Longer than a step can take, in seconds: a process that holds a claim for longer is taken for dead.
  private static let lease = 180
  /// How long something that failed waits before it is tried again, in seconds; it doubles up to the longest.
  private static let firstPause = 60
  private static let longestPause = 3_600
  /// How often a run is tried at least, though its time is over: one that is made up for begins when it is.
  private static let leastTries = 8
  /// What did not come about for so long is given up, in seconds, where no next occurrence comes sooner.
  private static let longestWait = 7 * 86_400

  var workspace: Workspace
  let ledger: any ScheduleLedger
  let outbox: any Outbox
  /// Names the process and the moment of its start.
  let owner: String
  /// The clock of the schedules, in whole seconds since 1970.
  let now: @Sendable () -> Int
  /// What was made a moment before its time.
  var ahead: DraftsAhead?
  /// Called as soon as something lies in the outbox, before the step has ended.
  var onAcceptance: @Sendable () -> Void = {}

  /// The names of the schedules that the settings have.
  private var names: [String] { workspace.settings.schedules.map(\.schedule.name) }

  /// Looks at the clock, and does all that is due, one after the other.
  ///
  /// - Parameters:
  ///   - isStopping: asked before each step; what is left stays for the next round.
  ///   - report: told of each step when it has ended.
  /// - Throws: what the store throws; an error in the work on a step is the step's.
  func round(
    isStopping: () -> Bool = { false }, report: (StepReport) async -> Void
  ) async throws {
    // The first step is claimed in the same write as the look at the clock: one sync less before its work begins.
    let (evaluations, first) = try await ledger.evaluate(
      workspace.settings.schedules.map(\.schedule), at: now(), claiming: isStopping() ? nil : terms)
    for evaluation in evaluations where evaluation.dropped > 0 { await report(dropped(evaluation)) }
    var next = first
    while let claim = next {
      var step = await work(on: claim)
      step.isEnded = try await ledger.end(claim, as: step.ending, now: now())
      await report(step)
      next = isStopping() ? nil : try await ledger.claim(terms)
    }
  }

  private var terms: ClaimTerms { ClaimTerms(of: names, owner: owner, now: now(), lease: Self.lease) }

  /// Lets what waits be looked at again in the next round, since files have changed.
  func reopen() async throws {
    try await ledger.reopen(of: names, now: now())
  }

  /// Makes the drafts of what is approved and sent automatically at an instant to come, so that there is only the
  /// sending to do then; what goes wrong here is found, and told, at its time.
  func makeAhead(of instant: Int) -> DraftsAhead {
    var ahead = DraftsAhead(due: instant)
    for schedule in workspace.settings.schedules.map(\.schedule)
    where schedule.approval == .automatic && schedule.next(after: instant - 1) == instant {
      ahead.made[schedule.name] = try? ScheduledDrafts(workspace: workspace, schedule: schedule, due: instant).make()
    }
    return ahead
  }

  /// When the next round is worth while, in seconds since 1970; nil when nothing ever comes.
  func nextRound(after instant: Int) async throws -> Int? {
    let steps = workspace.settings.schedules.compactMap { $0.schedule.nextStep(after: instant) }
    return try await (steps + [ledger.nextOpening(of: names)].compactMap(\.self)).min()
  }

  private func dropped(_ evaluation: Evaluation) -> StepReport {
    let occurrence = Occurrence(
      schedule: evaluation.series.schedule, step: evaluation.series.step, due: evaluation.due.last ?? evaluation.reached
    )
    var report = StepReport(occurrence, zone: schedule(occurrence.schedule)?.zone)
    let count = evaluation.dropped
    report.ending = .done(
      note:
        "\(count) earlier run\(count == 1 ? " was" : "s were") missed, and `catchUp:` leaves \(count == 1 ? "it" : "them") out"
    )
    report.isDropped = true
    return report
  }

  private func schedule(_ name: String) -> Schedule? {
    workspace.settings.schedules.first { $0.schedule.name == name }?.schedule
  }

  private func work(on claim: OccurrenceClaim) async -> StepReport {
    let occurrence = claim.occurrence
    guard let schedule = schedule(occurrence.schedule) else {
      return StepReport(occurrence, ending: .failed(reason: "there is no such schedule any more"))
    }
    var report = StepReport(occurrence, zone: schedule.zone)
    let work = ScheduledWork(
      workspace: workspace, outbox: outbox, schedule: schedule, due: occurrence.due,
      ahead: ahead?.drafts(for: occurrence, in: workspace), onAcceptance: onAcceptance)
    do {
      let outcome = try await work.take(occurrence.step)
      report.drafts = outcome.drafts
      report.accepted = outcome.accepted
      report.isTrouble = !outcome.failures.isEmpty
      report.hasFailures = !outcome.failures.isEmpty
      report.ending =
        outcome.isWaiting
        ? putOff(schedule, occurrence, for: Self.longestPause, mayOverrun: false, reason: outcome.note)
        : .done(note: outcome.note)
    } catch {
      let pause = min(Self.firstPause << min(claim.attempt - 1, 6), Self.longestPause)
      report.ending = putOff(
        schedule, occurrence, for: pause, mayOverrun: claim.attempt < Self.leastTries,
        reason: CommandFailure.words(for: error))
      report.isTrouble = true
    }
    return report
  }

  /// Puts a step off, or gives it up when its time is over and it may not go on beyond that.
  private func putOff(
    _ schedule: Schedule, _ occurrence: Occurrence, for pause: Int, mayOverrun: Bool, reason: String
  ) -> OccurrenceRecord.Ending {
    let end = min(schedule.next(after: occurrence.due) ?? .max, occurrence.due + Self.longestWait)
    let now = now()
    // A step before the due time has the run to make up for it.
    let last = occurrence.step == .run ? end : occurrence.due
    if now < last { return .putOff(until: min(now + pause, last), reason: reason) }
    guard occurrence.step == .run, mayOverrun else { return .failed(reason: reason) }
    return .putOff(until: now + pause, reason: reason)
  }
}
