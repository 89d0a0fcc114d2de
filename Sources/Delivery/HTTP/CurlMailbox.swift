internal import CCurl
internal import Synchronization

/// Carries orders to the loop's thread, and wakes it; the one thing that both sides touch.
@safe final class CurlMailbox: Sendable {
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
  /// The loop's multi handle.
  ///
  /// Of its functions, other threads call `curl_multi_wakeup` alone, which is made for it
  /// (libcurl-thread(3)), and under the lock, so that the handle cannot go away meanwhile.
  nonisolated(unsafe) let multi: UnsafeMutableRawPointer

  init?() {
    guard let multi = unsafe curl_multi_init() else { return nil }
    unsafe self.multi = multi
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
      // One wake-up does for all the orders that are waiting.
      if state.orders.isEmpty { _ = unsafe curl_multi_wakeup(multi) }
      state.orders.append(order)
      return true
    }
  }

  /// Takes all orders.
  func collect() -> [Order] {
    state.withLock { state in
      defer { state.orders.removeAll(keepingCapacity: true) }
      return state.orders
    }
  }

  /// Closes the multi handle, once nothing is in it, and gives the orders that came too late.
  @discardableResult
  func close() -> [Order] {
    state.withLock { state in
      guard state.isOpen else { return [] }
      state.isOpen = false
      _ = unsafe curl_multi_cleanup(multi)
      defer { state.orders = [] }
      return state.orders
    }
  }
}
