internal import Synchronization

/// Remembers the longest time that the loop's thread was away from its sockets; the thread notes, anybody asks.
final class LoopStall: Sendable {
  /// In nanoseconds.
  private let longest = Atomic<Int64>(0)

  func note(_ time: Duration) {
    let (seconds, attoseconds) = time.components
    longest.max(seconds * 1_000_000_000 + attoseconds / 1_000_000_000, ordering: .relaxed)
  }

  /// Gives it, and begins anew.
  func take() -> Duration {
    .nanoseconds(longest.exchange(0, ordering: .relaxed))
  }
}
