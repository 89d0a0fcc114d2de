internal import Foundation

/// A program of this package, run as a process of its own.
package struct ChildProcess: Sendable {
  private let process: Process
  private let output: FileHandle

  /// Starts a program that was built beside the tests; `wrapper` is what it is run under, as in `strace` with options.
  package init(
    _ name: String, _ arguments: [String], under wrapper: [String] = [], environment: [String: String] = [:]
  ) throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
    let words = wrapper + [program] + arguments
    process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let pipe = Pipe()
    process.standardOutput = pipe
    output = pipe.fileHandleForReading
    try process.run()
  }

  /// Everything it prints until it ends.
  package func text() throws -> String {
    let data = try output.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Waits for the next piece of what it prints.
  package func piece() -> String {
    String(decoding: output.availableData, as: UTF8.self)
  }

  /// Ends it at once with SIGKILL and waits until it is gone; does nothing to one that has ended.
  package func kill() {
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  package var isRunning: Bool { process.isRunning }
  package var exitCode: Int32 { process.terminationStatus }
}
