internal import CCurl
internal import Glibc
internal import Synchronization

/// Carries orders to the loop's thread, and wakes it; the one thing that both sides touch.
final class CurlMailbox: Sendable {
  enum Order: Sendable {
    case start(CurlJob)
    case cancel(UInt64)
    /// The function is called when all is closed.
    case stop(@Sendable () -> Void)
  }

  private struct State {
    var orders: [Order] = []
    var isOpen = true
    var lastID: UInt64 = 0
  }

  private let state = Mutex(State())
  /// Readable while there are orders (eventfd(2)).
  let bell: Int32

  init?() {
    bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard bell >= 0 else { return nil }
  }

  deinit {
    Glibc.close(bell)
  }

  func newID() -> UInt64 {
    state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
  }

  /// Leaves an order; false where the loop has ended.
  @discardableResult
  func post(_ order: Order) -> Bool {
    state.withLock { state in
      guard state.isOpen else { return false }
      // Rung once, the bell does for all the orders that are waiting.
      if state.orders.isEmpty { eventfd_write(bell, 1) }
      state.orders.append(order)
      return true
    }
  }

  /// Takes all orders.
  func collect() -> [Order] {
    state.withLock { state in
      guard !state.orders.isEmpty else { return [] }
      var count: eventfd_t = 0
      unsafe eventfd_read(bell, &count)
      defer { state.orders.removeAll(keepingCapacity: true) }
      return state.orders
    }
  }

  /// Takes no more orders, and gives those that came too late.
  @discardableResult
  func close() -> [Order] {
    state.withLock { state in
      state.isOpen = false
      defer { state.orders = [] }
      return state.orders
    }
  }
}
