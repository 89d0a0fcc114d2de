extension ContinuousDeliverer {
  /// How often it looks, and how long it waits.
  package struct Pace: Sendable, Hashable {
    /// The longest time between two looks into the outbox.
    package var look: Duration
    /// How long after an error of the outbox it tries again.
    package var afterTrouble: Duration
    /// How long what is under way may go on after the first stop.
    package var grace: Duration
    /// How long it may take then to give back what had to be cut off.
    package var handBack: Duration

    package init(
      look: Duration = .seconds(1), afterTrouble: Duration = .seconds(1), grace: Duration = .seconds(20),
      handBack: Duration = .milliseconds(500)
    ) {
      self.look = look
      self.afterTrouble = afterTrouble
      self.grace = grace
      self.handBack = handBack
    }
  }

  /// What there is to tell while it runs.
  package enum Event: Sendable {
    /// An attempt has ended and is recorded; the row is as it is then.
    case attempted(DeliveryRecord)
    /// The outbox cannot be used for now, as on a full disk; it is tried again.
    case trouble(any Error)
  }

  /// How it ended.
  package struct Ending: Sendable, Hashable {
    /// Deliveries that were cut off and given back: the next run sends them again, with the same id.
    package var released = 0
    /// Deliveries whose end could not be recorded any more; they come back when their leases end, or at the start of
    /// the next process if it is alone.
    package var unrecorded = 0

    package init(released: Int = 0, unrecorded: Int = 0) {
      self.released = released
      self.unrecorded = unrecorded
    }
  }
}
