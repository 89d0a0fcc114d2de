/// An occurrence in the ledger, and what became of it.
package struct OccurrenceRecord: Hashable, Sendable {
  /// Where an occurrence stands; the raw value is the word in the store.
  package enum State: String, Hashable, Sendable, CaseIterable {
    /// Waits to be done.
    case open
    /// A process works on it.
    case claimed
    case done
    /// Given up.
    case failed
  }

  /// How the work on an occurrence ended.
  package enum Ending: Hashable, Sendable {
    /// Done; the note says what was made, or why there was nothing to make.
    case done(note: String)
    /// Given up, and why.
    case failed(reason: String)
    /// Put off to a later instant, in seconds since 1970, and why.
    case putOff(until: Int, reason: String)
  }

  package var occurrence: Occurrence
  package var state: State
  /// How often it was claimed.
  package var attempts: Int
  /// What the last ending said, as a sentence for people.
  package var note: String?

  package init(occurrence: Occurrence, state: State = .open, attempts: Int = 0, note: String? = nil) {
    self.occurrence = occurrence
    self.state = state
    self.attempts = attempts
    self.note = note
  }
}
