import Foundation

/// Times of one piece of work, done again and again.
struct Measurement {
  private static let clock = ContinuousClock()

  private(set) var times: [Duration] = []

  /// Runs `body` so many times, each of them timed.
  init(_ count: Int, _ body: (_ round: Int) throws -> Void) rethrows {
    for round in 0..<count { times.append(try Self.clock.measure { try body(round) }) }
    times.sort()
  }

  var median: Duration { times[times.count / 2] }
  var worst: Duration { times[times.count - 1] }

  /// One line of the table.
  static func row(_ name: String, _ typical: Duration, worst: Duration, wanted: String) {
    print("| \(name) | \(text(typical)) | \(text(worst)) | \(wanted) |")
    keep(name, typical, wanted: wanted)
  }

  /// Adds the row to the file that RESULTS names, in the form of `Benchmarks/record`.
  private static func keep(_ name: String, _ time: Duration, wanted: String) {
    guard let path = ProcessInfo.processInfo.environment["RESULTS"], let file = FileHandle(forUpdatingAtPath: path)
    else { return }
    file.seekToEndOfFile()
    let milliseconds = Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
    let bound = wanted.isEmpty ? "" : "at most \(wanted)"
    file.write(Data("row\t\(name)\tms\t\(milliseconds)\t\(bound)\t\t\n".utf8))
    file.closeFile()
  }

  func row(_ name: String, wanted: String) {
    Self.row(name, median, worst: worst, wanted: wanted)
  }

  private static func text(_ time: Duration) -> String {
    let nanoseconds = Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) / 1e9
    for (unit, size) in [("s", 1e9), ("ms", 1e6), ("µs", 1e3)] where nanoseconds >= size {
      return "\((nanoseconds / size * 100).rounded() / 100) \(unit)"
    }
    return "\(nanoseconds.rounded()) ns"
  }
}
