internal import ArgumentParser
internal import Content
internal import Delivery
internal import FoundationEssentials
internal import Glibc
internal import Scheduler

/// `daybook tick`: runs what is due, once.
struct TickCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick",
    abstract: "Run what the schedules are due for, deliver what is due, and exit: for cron and systemd timers.",
    discussion: """
      Call it every minute, or at the due times; any number of processes at once make each occurrence once. What was \
      missed since the last call is made up for as the schedule's catchUp says. `daybook run` does the same all the \
      time.

      EXIT CODES
        0   all that was due is done, or waits for an approval or its next attempt
        1   something was given up, or could not be made

      EXAMPLES
        * * * * * cd /srv/club && daybook tick              a line of a crontab
        daybook tick --now 2024-09-09T07:00 --dry-run       what would run then
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Option(
    help: ArgumentHelp("The schedules' clock, as 2024-09-09T07:00 or with an offset; otherwise now.", valueName: "time")
  )
  var now: String?

  func run() async throws {
    let workspace = try Workspace(options)
    let instant = try workspace.instant(now, option: "--now")
    guard !change.dryRun else { return try await rehearse(workspace, at: instant) }
    let began = ContinuousClock.now
    let database = try workspace.database()
    let runner = ScheduleRunner(
      workspace: workspace, ledger: database.ledger, outbox: database.outbox, owner: Parcel.newID(),
      now: { instant + Int(began.duration(to: .now).components.seconds) })
    _ = try await database.ledger.recoverClaims(now: instant)
    try await runner.reopen()
    var reports: [StepReport] = []
    try await runner.round { reports.append($0) }
    if !change.json { for report in reports { show(report) } }
    let rows = try await Mailroom(workspace).send(Consignment())
    try show(reports, rows)
    // Whoever reads the mail of cron has to be told.
    let stuck = try await workspace.stuck(in: database.outbox)
    if !stuck.isEmpty || reports.contains(where: { $0.result == .failed || $0.hasFailures || $0.isTrouble })
      || rows.contains(where: { $0.state == .dead })
    {
      throw CommandFailure(.failed, messages: stuck)
    }
  }

  private func show(_ report: StepReport) {
    report.result == .done ? Console.print(report.line) : Console.message(report.line)
    for note in report.drafts.flatMap(\.notes) { Console.message(note) }
  }

  private func show(_ reports: [StepReport], _ rows: [DeliveryRecord]) throws {
    if change.json {
      return try Console.print(json: Result(runs: reports.map(StepRow.init), deliveries: rows.map(DeliveryRow.init)))
    }
    for row in rows { Console.print(DeliveryRow(row).line) }
    if reports.isEmpty, rows.isEmpty { Console.print("Nothing is due.") }
  }

  /// Shows what is due, and changes nothing at all.
  private func rehearse(_ workspace: Workspace, at instant: Int) async throws {
    let schedules = workspace.settings.schedules.map(\.schedule)
    let isNew = try !workspace.hasState()
    let ledger: any ScheduleLedger = isNew ? MemoryScheduleLedger() : try workspace.database().ledger
    let reached = try await ledger.reached()
    let waiting = try await ledger.occurrences(of: nil, limit: 1_000).filter { $0.state == .open }.map(\.occurrence)
    let found = schedules.flatMap { schedule in
      schedule.steps.flatMap { step in
        schedule.evaluate(step, since: reached[Series(schedule: schedule.name, step: step)], at: instant).occurrences
      }
    }
    var seen: Set<Occurrence> = []
    let due = (waiting + found).filter { seen.insert($0).inserted }
    let reports = try due.sorted { $0.due < $1.due }.compactMap { occurrence in
      try schedules.first { $0.name == occurrence.schedule }.map { try rehearse(occurrence, of: $0, workspace) }
    }
    if change.json { return try Console.print(json: Result(runs: reports.map(StepRow.init), deliveries: [])) }
    for report in reports { Console.print("would run  \(report.line)") }
    if reports.isEmpty { Console.print("Nothing is due.") }
  }

  private func rehearse(_ occurrence: Occurrence, of schedule: Schedule, _ workspace: Workspace) throws -> StepReport {
    var report = StepReport(occurrence, zone: schedule.zone)
    let outcome = try ScheduledDrafts(workspace: workspace, schedule: schedule, due: occurrence.due).plan()
    report.drafts = outcome.results
    let targets =
      occurrence.step == .run && !schedule.sendTo.isEmpty ? ["for \(schedule.sendTo.joined(separator: ", "))"] : []
    report.ending = .done(
      note: (outcome.failures.map { "not made: \($0)" } + outcome.results.map(\.words) + outcome.nothing + targets)
        .joined(separator: "; "))
    return report
  }

  private struct Result: Encodable {
    var runs: [StepRow]
    var deliveries: [DeliveryRow]
  }
}
