internal import Delivery
internal import Scheduler
internal import Synchronization

/// What a running service knows of itself, for its pages, its status line and the watchdog.
final class ServiceStatus: Sendable {
  /// Attempts of one webhook that ended in one way.
  struct Outcome: Hashable {
    var webhook: String
    /// `delivered`, `retried` or `dead`.
    var word: String
  }

  /// The parts of a service that need the store.
  enum Part: Hashable, CaseIterable {
    case schedules, deliveries
  }

  private struct State {
    var attempts: [Outcome: Int] = [:]
    /// The last sign of life of the schedules.
    var beat = ContinuousClock.now
    /// When the schedules have something to do next, in seconds since 1970.
    var next: Int?
    /// What keeps a part from the store, and when it was last found so.
    var troubles: [Part: (text: String, at: ContinuousClock.Instant)] = [:]
    var isStopping = false
    var isStateReplaced = false
  }

  /// A part tries again once a second: what it has not said for so long is over.
  private static let patience = Duration.seconds(5)
  /// The schedules look at the clock once a second; a round that takes so long has come to a halt.
  private static let longestRound = Duration.seconds(900)

  private let state = Mutex(State())

  /// Counts an attempt.
  func count(_ record: DeliveryRecord) {
    let word =
      switch record.state {
      case .delivered: "delivered"
      case .dead: "dead"
      case .pending, .sending, .cancelled: "retried"
      }
    state.withLock { $0.attempts[Outcome(webhook: record.webhook, word: word), default: 0] += 1 }
  }

  /// Takes note that the schedules were looked at, and when they have something to do next; true where that is new.
  func beat(next: Int?) -> Bool {
    state.withLock { state in
      defer { (state.beat, state.next) = (.now, next) }
      return state.next != next
    }
  }

  /// Takes note of what keeps a part from its work; true unless it was said before.
  func note(_ trouble: String, of part: Part) -> Bool {
    state.withLock { state in
      defer { state.troubles[part] = (trouble, .now) }
      return state.troubles[part].map { $0.text != trouble || $0.at + Self.patience < .now } ?? true
    }
  }

  /// Takes note that the store's file is another one than this service works with.
  func setStateReplaced() {
    state.withLock { $0.isStateReplaced = true }
  }

  var isStateReplaced: Bool { state.withLock(\.isStateReplaced) }

  func setStopping() {
    state.withLock { $0.isStopping = true }
  }

  var attempts: [Outcome: Int] { state.withLock(\.attempts) }

  /// Why the process should be restarted; empty while it works.
  var notAlive: [String] {
    let beat = state.withLock(\.beat)
    return beat + Self.longestRound > .now
      ? [] : ["the schedules have not been looked at for \(beat.duration(to: .now))"]
  }

  /// Why it cannot do its work now, beside its settings.
  var notReady: [String] {
    state.withLock { state in
      let troubles = Part.allCases.compactMap { state.troubles[$0] }.filter { $0.at + Self.patience >= .now }
      return (state.isStopping ? ["it is stopping"] : []) + troubles.map(\.text)
    }
  }
}
