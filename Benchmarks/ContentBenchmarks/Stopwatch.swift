import Foundation

/// Times of work that is done several times: on a busy machine the fastest round tells most.
enum Stopwatch {
  /// What is measured.
  enum Clock {
    /// The time of the clock on the wall.
    case wall
    /// The time that the process had a processor, for work on one thread: other programs do not count.
    case processor

    var now: Double {
      var time = timespec()
      clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }

  /// The seconds that `body` takes.
  static func seconds(by clock: Clock = .wall, _ body: () async throws -> Void) async rethrows -> Double {
    let began = clock.now
    try await body()
    return clock.now - began
  }

  /// The seconds of the fastest of some rounds.
  static func fastest(
    of rounds: Int, by clock: Clock = .wall, _ body: () async throws -> Void
  ) async rethrows -> Double {
    var fastest = Double.infinity
    for _ in 0..<rounds { fastest = min(fastest, try await seconds(by: clock, body)) }
    return fastest
  }
}
