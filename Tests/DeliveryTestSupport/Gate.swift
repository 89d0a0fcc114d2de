internal import Foundation

/// Lets so many pass and holds up all others, whom it counts; for threads of servers under test.
package final class Gate: @unchecked Sendable {
  // The condition guards both.
  private let condition = NSCondition()
  private var left: Int
  private var held = 0

  /// One that lets so many pass; none, for a gate that is closed.
  package init(opensFor count: Int = 0) {
    left = count
  }

  /// How many wait now.
  package var waiting: Int { condition.withLock { held } }

  /// Lets everybody pass from now on.
  package func open() {
    condition.withLock {
      left = .max
      condition.broadcast()
    }
  }

  /// Returns once one may pass.
  package func pass() {
    condition.withLock {
      held += 1
      while left == 0 { condition.wait() }
      held -= 1
      if left < .max { left -= 1 }
    }
  }
}
