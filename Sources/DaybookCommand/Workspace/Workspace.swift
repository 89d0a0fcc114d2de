internal import Glibc
internal import Scheduler
internal import Timeline

/// A publication as a command works with it: its folder, its settings, and its timelines when they are asked for.
struct Workspace {
  let folder: WorkspaceFolder
  /// The settings as messages name them.
  let settingsFile: String
  let settings: Settings

  init(_ options: PublicationOptions) throws(CommandFailure) {
    let current = WorkspaceFolder.current()
    try self.init(in: .find(named: options.publication, from: current), seenFrom: current)
  }

  /// Reads the settings of the publication in a folder; messages name its files as somebody in `current` would.
  init(in folder: WorkspaceFolder, seenFrom current: String) throws(CommandFailure) {
    self.folder = folder
    settingsFile = Path.relative(folder.settings, to: current)
    let reader = SettingsReader(
      file: settingsFile, webhookFormats: Self.webhookFormats(in: folder), zoneFile: Self.zoneFile)
    settings = try reader.read(FileSystem.readText(folder.settings))
  }

  /// The publication that the command runs in, for commands that work without one too.
  static func ifAny(_ options: PublicationOptions) throws(CommandFailure) -> Workspace? {
    let isNamed = options.publication != nil
    guard isNamed || WorkspaceFolder.nearest(to: WorkspaceFolder.current()) != nil else { return nil }
    return try Workspace(options)
  }

  static func zoneFile(_ name: String) -> [UInt8]? {
    try? FileSystem.read(Path.join(Zone.systemFolder, name))
  }

  /// Today in the publication's zone.
  var today: CivilDay {
    settings.zone.day(at: time(nil))
  }

  var timelineSettings: TimelineSettings {
    settings.timelineSettings(today: today)
  }

  /// The day that `--date` names, or today.
  func day(_ option: String?) throws(CommandFailure) -> CivilDay {
    guard let option else { return today }
    guard let day = CivilDay(iso8601: option) else {
      throw CommandFailure(.usage, "--date \(option): there is no such day; write one as YYYY-MM-DD, as in 2024-09-09")
    }
    return day
  }

  /// The absolute paths of all timelines, sorted.
  func timelinePaths() throws(CommandFailure) -> [String] {
    let paths = FileSystem.names(in: folder.timelines).filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
      .map { Path.join(folder.timelines, $0) }
    guard !paths.isEmpty else {
      throw CommandFailure(
        .noInput, "\(folder.display(folder.timelines)): no timeline (*.md) there; `daybook import` writes one")
    }
    return paths
  }

  /// Reads every timeline of the publication.
  ///
  /// - Throws: ``CommandFailure`` when there is none, or when one of them has no dated entry.
  func timelines() throws(CommandFailure) -> [TimelineReading] {
    let paths = try timelinePaths()
    var readings: [TimelineReading] = []
    for path in paths { readings.append(timeline(try FileSystem.readText(path), at: path)) }
    return try self.readings(of: readings)
  }

  /// The readings, unless one of them has no dated entry; their errors are said on standard error.
  func readings(of readings: [TimelineReading]) throws(CommandFailure) -> [TimelineReading] {
    let errors = readings.flatMap(\.findings).filter { $0.severity == .error }
    let fatal = errors.filter { $0.rule == "no-entries" }
    guard fatal.isEmpty else { throw CommandFailure(.badData, findings: fatal) }
    for finding in errors { Console.message(finding.line) }
    return readings
  }

  /// All entries of all timelines, in the order of the files, each with the tags of its timeline behind its own.
  func entries() throws(CommandFailure) -> [Entry] {
    try timelines().flatMap(\.document.taggedEntries)
  }

  func timeline(_ text: String, at path: String) -> TimelineReading {
    TimelineReader.read(text, file: folder.display(path), settings: timelineSettings)
  }
}
