/// What others have told a running deliverer.
struct DelivererOrders {
  /// How often it was asked to stop; this and the end of the grace time are never taken back.
  var stops = 0
  var isGraceOver = false
  /// Something may be due.
  var isWoken = true
  /// Webhooks in the place of those that it has.
  var webhooks: [Webhook]?

  /// Takes what was said since the last look.
  mutating func take() -> DelivererOrders {
    defer {
      webhooks = nil
      isWoken = false
    }
    return self
  }
}
