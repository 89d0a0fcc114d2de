internal import ArgumentParser
internal import Content
internal import Scheduler
internal import Timeline

/// `daybook pick`: what happened on these days in other years.
struct PickCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick",
    abstract: "Show the \"on this day\" picks.",
    discussion: """
      EXAMPLES
        daybook pick                                today's picks
        daybook pick --date 2025-08-25 --explain    why these, and why not the others
        daybook pick --date 2025-07-01 --days 31    a month of them
        daybook pick --date 2025-07-01 --month      what names July, and no day
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("The first day, YYYY-MM-DD; otherwise today.", valueName: "day"))
  var date: String?
  @Option(help: "How many days.")
  var days = 1
  @Flag(help: "Show the picks of the month: entries that name this month of another year, and no day.")
  var month = false
  @Option(help: "Leave out what this channel had within the cool-down.")
  var channel: String?
  @Flag(help: "Show also what was left out, and why.")
  var explain = false

  func validate() throws {
    guard (1...3_660).contains(days) else { throw ValidationError("--days takes a number from 1 to 3660") }
    if month, days != 1 { throw ValidationError("--month and --days exclude each other") }
    let channels = Channel.all.map(\.name)
    guard let channel, !channels.contains(channel) else { return }
    throw ValidationError("--channel \(channel): no such channel; known: \(channels.joined(separator: ", "))")
  }

  func run() throws {
    let workspace = try Workspace(options)
    let history = try channel == nil ? PickHistory() : workspace.history()
    let request = PickRequest(firstDay: try workspace.day(date), days: days, channel: channel, explains: explain)
    let selection = try workspace.withAnniversaryIndex { index in
      let picker = Picker(index, rules: workspace.settings.onThisDay)
      return month ? picker.selectMonth(request, history: history) : picker.select(request, history: history)
    }
    if output.json {
      try Console.print(json: rows(of: selection))
    } else {
      Console.print(text(of: selection))
    }
  }

  private func rows(of selection: PickSelection) -> [PickRow] {
    let picked = selection.picks.map { PickRow($0, isPicked: explain ? true : nil) }
    return explain ? picked + selection.rejections.map { PickRow($0) } : picked
  }

  private func text(of selection: PickSelection) -> String {
    var lines = selection.picks.map { line($0.entry, on: $0.occursOn, reason: $0.reason) }
    if lines.isEmpty { lines.append("Nothing to remember on these days.") }
    guard explain else { return lines.joined(separator: "\n") }
    lines.append(
      selection.rejections.isEmpty
        ? "\nNothing else has its day then; an uncertain or approximate date has none." : "\nLeft out:")
    lines += selection.rejections.map { line($0.entry, on: $0.occursOn, reason: $0.reason) }
    lines.append("\n\(Picker.order)")
    return lines.joined(separator: "\n")
  }

  private func line(_ entry: Entry, on day: CivilDay, reason: String) -> String {
    "\(day)  \(entry.displayTitle)\n            \(entry.date.edtf), \(reason) (\(entry.id))"
  }
}

/// One row of `pick --json`.
private struct PickRow: Encodable {
  var entry: String
  var title: String
  var date: String
  var occursOn: String
  var years: Int
  var milestone: Bool
  var reason: String
  /// Only with `--explain`: false for what was left out.
  var picked: Bool?

  init(_ pick: Pick, isPicked: Bool?) {
    entry = pick.entry.id
    title = pick.entry.displayTitle
    date = pick.entry.date.edtf
    occursOn = pick.occursOn.description
    years = pick.years
    milestone = pick.isMilestone
    reason = pick.reason
    picked = isPicked
  }

  init(_ rejection: PickSelection.Rejection) {
    entry = rejection.entry.id
    title = rejection.entry.displayTitle
    date = rejection.entry.date.edtf
    occursOn = rejection.occursOn.description
    years = rejection.years
    milestone = false
    reason = rejection.reason
    picked = false
  }
}
