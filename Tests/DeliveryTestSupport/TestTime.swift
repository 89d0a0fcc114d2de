package import Foundation
internal import Synchronization

/// A clock that stands still until a test lets time pass; whoever sleeps on it wakes then.
package final class TestTime: Sendable {
  private struct State {
    var now = Date(timeIntervalSince1970: 1_725_868_800)
    var lastNumber = 0
    var sleepers: [Int: (until: Date, wake: CheckedContinuation<Void, any Error>)] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  package var now: Date { state.withLock { $0.now } }

  package func pass(_ seconds: TimeInterval) {
    let awake = state.withLock { state in
      state.now.addTimeInterval(seconds)
      let numbers = state.sleepers.filter { $0.value.until <= state.now }.map(\.key)
      return numbers.compactMap { state.sleepers.removeValue(forKey: $0)?.wake }
    }
    awake.forEach { $0.resume() }
  }

  /// Lets time pass in steps until something has happened.
  package func pass(_ step: TimeInterval, until hasHappened: () -> Bool) async {
    // A cancelled task does not sleep: without the second condition it would go round and starve all other tests.
    while !hasHappened(), !Task.isCancelled {
      pass(step)
      try? await Task.sleep(for: .milliseconds(1))
    }
  }

  /// Returns when so many sleep.
  package func sleepers(_ count: Int) async {
    while state.withLock({ $0.sleepers.count }) < count, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(1))
    }
  }

  package func sleep(_ duration: Duration) async throws {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isCancelled = state.withLock { state in
          guard !Task.isCancelled else { return true }
          state.sleepers[number] = (state.now.addingTimeInterval(seconds), continuation)
          return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: number) }?.wake.resume(throwing: CancellationError())
    }
  }
}

/// Counts what happened, and lets a test wait for it.
package final class EventCounter: Sendable {
  private let state = Mutex(0)

  package init() {}

  package var count: Int { state.withLock { $0 } }

  package func note() {
    state.withLock { $0 += 1 }
  }

  /// Returns when so much has happened.
  package func reached(_ count: Int) async {
    while self.count < count, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
  }
}
