import Foundation
import Testing

/// A `daybook run` as a process of its own, ended with the value.
final class RunningService {
  /// One line of its log.
  struct Line: Decodable {
    var timestamp: String
    var level: String
    var message: String
    var fields: [String: String]?

    var date: Date { (try? Date(timestamp.prefix(19) + "Z", strategy: .iso8601)) ?? .distantPast }
  }

  private let process: Process
  private let log: URL
  private let ended = AsyncStream.makeStream(of: Void.self)

  /// Starts it in a publication.
  init(in folder: URL, arguments: [String] = [], environment: [String: String] = [:]) throws {
    log = folder.appending(path: "run-\(UUID().uuidString).log")
    try Data().write(to: log)
    process = CommandRun.process(
      ["run", "--log-format", "json"] + arguments, in: folder,
      environment: SamplePublication.environment.merging(environment) { $1 })
    process.standardError = try FileHandle(forWritingTo: log)
    process.terminationHandler = { [ended] _ in ended.continuation.finish() }
    try process.run()
  }

  deinit {
    process.terminate()
  }

  /// The lines of its log so far; the last one may not be whole yet.
  func lines() throws -> [Line] {
    try String(contentsOf: log, encoding: .utf8).split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
    }
  }

  /// Everything that it wrote.
  func text() throws -> String { try String(contentsOf: log, encoding: .utf8) }

  /// The due times of the steps that it did, as often as it did them.
  func done() throws -> [String] {
    try lines().filter { $0.level == "info" }.compactMap { $0.fields?["due"] }
  }

  /// Waits for something.
  func reaches(
    _ what: String, patience: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
  ) async throws {
    try await eventually(what, patience: patience, sourceLocation: sourceLocation, condition)
  }

  /// Waits until it serves.
  func begun() async throws {
    try await reaches("it begins") { try text().contains("\"begun: ") }
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end, and gives its exit code; nil when a signal killed it.
  func end() async -> Int32? {
    for await _ in ended.stream {}
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  var isRunning: Bool { process.isRunning }
}

/// Waits for something, looking again and again.
func eventually(
  _ what: String, patience: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + patience
  while try await !condition() {
    guard ContinuousClock.now < end else {
      Issue.record("in vain: \(what)", sourceLocation: sourceLocation)
      return
    }
    try await Task.sleep(for: .milliseconds(10))
  }
}
