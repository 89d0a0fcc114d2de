/// Where a delivery stands; the raw value is the word in `--json` and in the store.
package enum DeliveryState: String, Sendable, Hashable, CaseIterable {
  /// Waits for its next attempt.
  case pending
  /// Claimed by a process that is sending it.
  case sending
  case delivered
  /// Given up: refused for good, or failed too often. `deliveries retry` sends it again.
  case dead
  case cancelled
}
