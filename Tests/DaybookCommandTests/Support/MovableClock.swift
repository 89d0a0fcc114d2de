import Foundation
import TestSupport
import Testing

/// The wall clock of a process, put where a test wants it: a C library that is loaded before the C library proper, and
/// a file that both sides see.
///
/// The clock runs on at its usual speed from wherever it was put; what measures spans of time is left alone.
final class MovableClock {
  private static let compiler = "/usr/bin/cc"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: compiler) }

  private let library: String
  private let file: URL
  private var offset: Int64 = 0

  /// Makes a clock that shows `date` now.
  init(in folder: URL, showing date: String) async throws {
    let source = SharedData.repository.appending(path: "Tests/MovableClock/movable-clock.c")
    library = folder.appending(path: "movable-clock.so").path
    file = folder.appending(path: "movable-clock")
    let process = Process()
    process.executableURL = URL(filePath: Self.compiler)
    process.arguments = ["-shared", "-fPIC", "-O1", "-o", library, source.path, "-ldl"]
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    try #require(process.terminationStatus == 0)
    let wanted = try Date(date, strategy: .iso8601)
    try put(Int64(wanted.timeIntervalSinceNow.rounded(.up)))
  }

  /// What it shows.
  var now: Date { Date(timeIntervalSinceNow: Double(offset)) }

  /// Puts it forth, or back, by so many seconds.
  func move(by seconds: Int) throws {
    try put(offset + Int64(seconds))
  }

  private func put(_ offset: Int64) throws {
    self.offset = offset
    let bytes = withUnsafeBytes(of: offset) { Data($0) }
    // In place, since the processes have the file in their memory.
    if let handle = try? FileHandle(forWritingTo: file) {
      try handle.write(contentsOf: bytes)
      try handle.close()
    } else {
      try bytes.write(to: file)
    }
  }

  /// The variables that a process with this clock is started with.
  var environment: [String: String] { ["LD_PRELOAD": library, "MOVABLE_CLOCK": file.path] }
}
