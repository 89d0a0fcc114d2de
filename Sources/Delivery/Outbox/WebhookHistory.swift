package import FoundationEssentials

/// What came of a webhook's deliveries so far, for people.
package struct WebhookHistory: Sendable, Hashable {
  /// When a delivery last arrived.
  package var lastSuccess: Date?
  /// The last attempt that failed; nil when retention has removed it.
  package var lastFailure: Attempt?
  /// Deliveries that wait or are under way, and those that were given up.
  package var open: Int
  package var dead: Int

  package init(lastSuccess: Date? = nil, lastFailure: Attempt? = nil, open: Int = 0, dead: Int = 0) {
    self.lastSuccess = lastSuccess
    self.lastFailure = lastFailure
    self.open = open
    self.dead = dead
  }
}
