import Foundation
import Testing

/// A `daybook inbox` on a free port, ended with the value.
final class RunningInbox {
  let port: Int
  private let process: Process
  private let log: URL
  private let file: URL

  /// Starts an inbox in a publication and waits until it listens.
  init(
    in publication: URL, arguments: [String] = [], environment: [String: String] = SamplePublication.environment
  ) async throws {
    log = publication.appending(path: "inbox-\(UUID().uuidString).log")
    file = publication.appending(path: "inbox-\(UUID().uuidString).jsonl")
    try Data().write(to: log)
    process = CommandRun.process(
      ["inbox", "--port", "0", "--output", file.path] + arguments, in: publication,
      environment: environment)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    var found: Int?
    for _ in 0..<200 where found == nil {
      try await Task.sleep(for: .milliseconds(50))
      let text = try String(contentsOf: log, encoding: .utf8)
      found = text.firstMatch(of: /Listening on http:\/\/127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) }
    }
    self.port = try #require(found, "the inbox listens")
  }

  deinit {
    process.terminate()
  }

  /// What arrived so far.
  func received() throws -> [Rows.Received] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Rows.Received.self, from: Data($0.utf8)) }
  }
}
