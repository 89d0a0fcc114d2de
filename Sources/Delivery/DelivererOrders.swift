internal import Synchronization

/// What others tell a running deliverer; whoever gives an order wakes it.
final class DelivererOrders: Sendable {
  /// What was said since the last look.
  struct Order {
    /// How often it was asked to stop; this and the end of the grace time are never taken back.
    var stops = 0
    var isGraceOver = false
    /// Something may be due.
    var isWoken = true
    /// Webhooks in the place of those that it has.
    var webhooks: [Webhook]?
  }

  /// Yields when there is something to look at; several at once are one.
  let signals: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let order = Mutex(Order())

  init() {
    (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    signal()
  }

  /// Changes what is said, and wakes the deliverer.
  func give(_ change: (inout Order) -> Void) {
    order.withLock { change(&$0) }
    signal()
  }

  /// Takes what was said.
  func take() -> Order {
    order.withLock { order in
      defer {
        order.webhooks = nil
        order.isWoken = false
      }
      return order
    }
  }

  /// Wakes the deliverer without an order.
  func signal() {
    continuation.yield()
  }
}
