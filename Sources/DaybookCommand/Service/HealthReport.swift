internal import Delivery
internal import FoundationEssentials

/// How a running service is, for those who watch it from outside.
struct HealthReport: Sendable {
  /// Deliveries of a webhook in one state.
  struct Deliveries: Sendable {
    var webhook: String
    var state: DeliveryState
    var count: Int
  }

  /// Attempts at a webhook since the process began.
  struct Attempts: Sendable {
    var webhook: String
    /// A word of a small set, as `delivered`, `retried`, `dead`.
    var outcome: String
    var count: Int
  }

  struct Schedule: Sendable {
    var name: String
    /// When it was run last; nil before the first time.
    var lastRun: Date?
    /// When it is due next; nil for never.
    var nextDue: Date?
  }

  struct Webhook: Sendable {
    var name: String
    var isPaused: Bool
  }

  /// Why the process should be restarted; empty while it works.
  ///
  /// Sentences for people without a full stop.
  var notAlive: [String] = []
  /// Why it cannot do its work now, as settings that cannot be read; empty when it can.
  var notReady: [String] = []
  var deliveries: [Deliveries] = []
  var attempts: [Attempts] = []
  var schedules: [Schedule] = []
  var webhooks: [Webhook] = []
}
