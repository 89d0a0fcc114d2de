package import FoundationEssentials

/// The changes that a row can go through: every outbox makes them by these rules.
extension DeliveryRecord {
  /// Takes in the end of its present attempt.
  package mutating func end(_ completion: Completion) {
    lastStatus = completion.attempt.status
    lastError = completion.attempt.error
    nextAttempt = nil
    switch completion.outcome {
    case .delivered: finish(.delivered, at: completion.attempt.ended)
    case .dead: finish(.dead, at: completion.attempt.ended)
    case .retry(let date):
      state = .pending
      nextAttempt = date
    case .released(let date):
      state = .pending
      nextAttempt = date
      attemptsForgiven += 1
    }
  }

  /// Starts a new round of attempts at a person's word.
  package mutating func retry(now: Date, hasPayload: Bool) throws(OutboxError) {
    guard state == .dead || state == .cancelled || state == .pending, hasPayload else {
      throw .notPossible(action: "retry", id: id, state: state)
    }
    beginRound(at: now)
  }

  /// Makes what was cancelled due again, since it is accepted once more; false for any other state.
  package mutating func revive(now: Date) -> Bool {
    guard state == .cancelled else { return false }
    beginRound(at: now)
    return true
  }

  private mutating func beginRound(at now: Date) {
    state = .pending
    nextAttempt = now
    roundBegan = now
    attemptsForgiven = attempts
    finished = nil
  }

  /// Takes it out at a person's word; doing so twice changes nothing.
  package mutating func cancel(now: Date) throws(OutboxError) {
    switch state {
    case .pending, .dead:
      nextAttempt = nil
      finish(.cancelled, at: now)
    case .cancelled: break
    case .sending, .delivered: throw .notPossible(action: "cancel", id: id, state: state)
    }
  }

  /// Whether retention may remove what was sent; a dead letter waits for a person.
  package func isPrunable(before date: Date) -> Bool {
    guard state == .delivered || state == .cancelled, let finished else { return false }
    return finished < date
  }

  private mutating func finish(_ state: DeliveryState, at date: Date) {
    self.state = state
    finished = date
  }
}

extension Attempt {
  /// When it was over.
  package var ended: Date { began.addingTimeInterval(Double(seconds: duration)) }
}
