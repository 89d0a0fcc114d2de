internal import ArgumentParser
internal import Scheduler

/// `daybook schedule`: what will run when.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Show what will run when.",
    discussion: """
      The times are those of each schedule's zone, with the offset that holds then.

      EXAMPLES
        daybook schedule
        daybook schedule --from 2025-03-24 --count 20    what the change of the clocks does to it
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var output: OutputOptions
  @Option(
    help: ArgumentHelp(
      "The first instant: 2025-03-24, 2025-03-24T07:00 or 2025-03-24T07:00:00+01:00; otherwise now.", valueName: "time")
  )
  var from: String?
  @Option(help: "How many runs.")
  var count = 10

  func validate() throws {
    guard (1...10_000).contains(count) else { throw ValidationError("--count takes a number from 1 to 10000") }
  }

  func run() throws {
    let workspace = try Workspace(options)
    let schedules = workspace.settings.schedules.map(\.schedule)
    let from = try workspace.instant(from, option: "--from")
    let rows = Schedule.upcoming(of: schedules, after: from - 1, count: count).compactMap { occurrence in
      schedules.first { $0.name == occurrence.schedule }.map { ScheduleRow(occurrence, of: $0) }
    }
    if output.json { return try Console.print(json: rows) }
    for row in rows { Console.print(row.line) }
    guard rows.isEmpty else { return }
    Console.print(
      schedules.isEmpty
        ? "No schedule: say under schedules: in \(workspace.settingsFile) what is made when." : "Nothing will ever run."
    )
  }
}

/// One row of `schedule --json`.
private struct ScheduleRow: Encodable {
  var schedule: String
  var due: String
  var timeZone: String
  var make: String
  var sendTo: [String]
  var approval: String

  init(_ occurrence: Occurrence, of schedule: Schedule) {
    self.schedule = schedule.name
    due = schedule.zone.timestamp(at: occurrence.due)
    timeZone = schedule.zone.name
    make = schedule.product.rawValue
    sendTo = schedule.sendTo
    approval = schedule.approval.rawValue
  }

  var line: String {
    let target = sendTo.isEmpty ? "kept as drafts" : "→ \(sendTo.joined(separator: ", "))"
    let consent = sendTo.isEmpty || approval == "automatic" ? "" : ", once approved"
    return "\(due)  \(timeZone)  \(schedule): \(make) \(target)\(consent)"
  }
}
