import Foundation

/// The `daybook` program as a user runs it: a real process.
struct CommandRun {
  var status: Int32
  var output: String
  var messages: String

  /// Runs `daybook` to its end.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - folder: the folder to run in.
  ///   - environment: added to a small environment of its own: nothing of the test's leaks in.
  ///   - input: what standard input gives.
  /// - Throws: when the program cannot be started.
  init(
    _ arguments: String..., in folder: URL, environment: [String: String] = [:], input: String = ""
  ) async throws {
    try await self.init(arguments: arguments, in: folder, environment: environment, input: input)
  }

  init(arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = "") async throws {
    let process = Self.process(arguments, in: folder, environment: environment)
    // Files and not pipes: no reader has to keep up, however much is written.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "daybook-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, err, given) = (
      scratch.appending(path: "out"), scratch.appending(path: "err"), scratch.appending(path: "in")
    )
    for file in [out, err] { try Data().write(to: file) }
    try Data(input.utf8).write(to: given)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = try FileHandle(forReadingFrom: given)
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: out), as: UTF8.self)
    messages = String(decoding: try Data(contentsOf: err), as: UTF8.self)
  }

  /// A process that is set up and not yet started.
  static func process(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"].merging(environment) { $1 }
    return process
  }

  /// The output read as JSON.
  func json<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(output.utf8))
  }

  /// The program that was built with these tests, beside them.
  private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "daybook")
}
