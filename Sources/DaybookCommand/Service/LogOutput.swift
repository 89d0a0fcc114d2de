internal import FoundationEssentials
internal import Glibc
internal import Logging

/// Where log lines go, and in which form.
struct LogOutput: Sendable {
  var format: LogFormat
  /// What no line may show.
  var secrets: LogSecrets
  /// Whether the journal reads the lines: each one begins with its priority, `<4>`, and text carries no time.
  var isForJournal: Bool
  var now: @Sendable () -> Date
  /// Takes one line with its line feed.
  var write: @Sendable (String) -> Void

  /// The output of this process: standard error.
  static func standardError(
    format: LogFormat, secrets: LogSecrets, environment: [String: String]
  ) -> LogOutput {
    LogOutput(
      format: format, secrets: secrets, isForJournal: isJournal(STDERR_FILENO, environment: environment),
      now: { Date() }, write: { _ = FileSystem.writeAll(Array($0.utf8), to: STDERR_FILENO) })
  }

  /// A logger that writes here; `label` is not shown.
  func logger(label: String = "daybook", level: Logger.Level = .info) -> Logger {
    Logger(label: label) { _ in Handler(output: self, logLevel: level) }
  }

  /// Whether a descriptor is the journal's socket that `JOURNAL_STREAM` names by device and inode (systemd.exec(5)).
  static func isJournal(_ descriptor: Int32, environment: [String: String]) -> Bool {
    var status = stat()
    guard let name = environment["JOURNAL_STREAM"], fstat(descriptor, &status) == 0 else { return false }
    return name == "\(status.st_dev):\(status.st_ino)"
  }

  fileprivate func write(_ line: LogLine) {
    let priority = isForJournal ? "<\(line.level.priority)>" : ""
    switch format {
    case .text: write(priority + line.text(withTime: !isForJournal) + "\n")
    case .json: write(priority + line.json + "\n")
    }
  }

  /// What swift-log calls.
  private struct Handler: LogHandler {
    var output: LogOutput
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      var fields = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
      if let error = event.error { fields["error"] = "\(error)" }
      output.write(
        LogLine(
          date: output.now(), level: event.level, message: event.message.description, fields: fields,
          secrets: output.secrets))
    }
  }
}

extension Logger.Level {
  /// The priority as syslog(3) numbers it.
  fileprivate var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
