package import FoundationEssentials

/// When a failed delivery is tried again, and when it is given up.
///
/// Exponential back-off with full jitter: a delay is drawn evenly between the floor and a window that grows with each
/// failure, so that deliveries that failed together do not come back together.
package struct RetrySchedule: Sendable, Hashable {
  /// The shortest delay, in seconds.
  package var floor: TimeInterval = 5
  /// The window after the first failure.
  package var firstWindow: TimeInterval = 60
  /// What each further failure multiplies the window with.
  package var growth: Double = 12
  /// The longest delay.
  package var ceiling: TimeInterval = 12 * 3_600
  /// A delivery is given up after so many attempts, but never before ``span`` is over.
  package var attempts = 10
  /// A delivery is tried for at least so long, in seconds.
  package var span: TimeInterval = 72 * 3_600

  /// No attempt is put off further than this, in seconds: the longest `Retry-After` with its tenth is shorter.
  package static let furthest: TimeInterval = 48 * 3_600

  package init() {}

  /// The window from which the delay after the `failures`th failure is drawn.
  package func window(afterFailures failures: Int) -> ClosedRange<TimeInterval> {
    var end = firstWindow
    for _ in 1..<max(failures, 1) where end < ceiling { end *= growth }
    return floor...min(end, ceiling)
  }

  /// The delay in seconds after the `failures`th failure of a round that began `age` seconds ago; nil gives up.
  ///
  /// What the webhook asked for is honoured, with up to a tenth or the first window more, whichever is longer, so that
  /// all its deliveries do not come at once.
  package func delay(
    afterFailures failures: Int, age: TimeInterval, retryAfter: TimeInterval?,
    random: inout some RandomNumberGenerator
  ) -> TimeInterval? {
    if failures >= attempts, age >= span { return nil }
    if let retryAfter {
      return retryAfter + TimeInterval.random(in: 0...max(retryAfter / 10, firstWindow), using: &random)
    }
    return TimeInterval.random(in: window(afterFailures: failures), using: &random)
  }
}
