internal import Foundation
internal import Glibc
internal import Synchronization

/// A program of this package, run as a process of its own.
///
/// Foundation's `Process` now and then says that a child has ended while it runs, which would spare it the kill; here
/// waitpid(2) alone decides, so that a signal never goes to a process that is not this child.
package final class ChildProcess {
  private let identifier: pid_t
  private let output: FileHandle
  private var status: Int32?

  /// Starts a program that was built beside the tests; `wrapper` is what it is run under, as in `strace` with options.
  package convenience init(
    _ name: String, _ arguments: [String], under wrapper: [String] = [], environment: [String: String] = [:]
  ) throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
    let words = wrapper + [program] + arguments
    try self.init(program: words[0], Array(words.dropFirst()), environment: environment)
  }

  /// Starts any program by its path.
  package init(program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let words = [program] + arguments
    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }.map { "\($0)=\($1)" }
    (identifier, output) = try Self.launches.withLock { _ in try Self.launch(words, variables) }
  }

  /// One launch at a time, so that no child inherits another's pipe before it is marked as close-on-exec.
  private static let launches = Mutex(())

  private static func launch(_ words: [String], _ variables: [String]) throws -> (pid_t, FileHandle) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    var identifier: pid_t = 0
    var texts = unsafe words.map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup($0) } + [nil]
    let result = unsafe posix_spawn(&identifier, words[0], &actions, nil, &texts, &settings)
    unsafe posix_spawn_file_actions_destroy(&actions)
    unsafe (texts + settings).forEach { unsafe free($0) }
    close(ends[1])
    let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    guard result == 0 else { throw POSIXError(.ENOENT) }
    return (identifier, output)
  }

  /// Everything it prints until it ends.
  package func text() throws -> String {
    let data = try output.readToEnd() ?? Data()
    wait(options: 0)
    return String(decoding: data, as: UTF8.self)
  }

  /// Waits for the next piece of what it prints.
  package func piece() -> String {
    String(decoding: output.availableData, as: UTF8.self)
  }

  /// Sends it a signal, unless it has ended.
  package func send(_ signal: Int32) {
    wait(options: WNOHANG)
    if status == nil { Glibc.kill(identifier, signal) }
  }

  /// What Linux says about it under `/proc`, as in `status`; empty once it has ended.
  package func proc(_ name: String) -> String {
    (try? String(contentsOfFile: "/proc/\(identifier)/\(name)", encoding: .utf8)) ?? ""
  }

  /// How many files and sockets it has open.
  package var descriptorCount: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(identifier)/fd").count) ?? 0
  }

  /// Ends it at once with SIGKILL and waits until it is gone; false for one that had ended by itself.
  @discardableResult
  package func kill() -> Bool {
    wait(options: WNOHANG)
    guard status == nil else { return false }
    Glibc.kill(identifier, SIGKILL)
    wait(options: 0)
    return true
  }

  /// Its exit code; nil while it runs, and for one that a signal ended.
  package var exitCode: Int? {
    guard let status, status & 0x7F == 0 else { return nil }
    return Int((status >> 8) & 0xFF)
  }

  private func wait(options: Int32) {
    guard status == nil else { return }
    var found: Int32 = 0
    if unsafe waitpid(identifier, &found, options) == identifier { status = found }
  }
}
