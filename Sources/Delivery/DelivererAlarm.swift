internal import FoundationEssentials

/// A time at which something is to be done; an earlier one takes the place of a later one.
struct DelivererAlarm {
  private var pending: (task: Task<Void, Never>, time: Date)?

  var isSet: Bool { pending != nil }

  /// Begins `wait`, which ends with what is to be done, unless an earlier time is set already.
  mutating func set(to time: Date, _ wait: @escaping @Sendable () async -> Void) {
    if let pending, pending.time <= time { return }
    cancel()
    pending = (Task { await wait() }, time)
  }

  mutating func cancel() {
    pending?.task.cancel()
    pending = nil
  }
}
