/// Why a text says no recurrence.
package struct RecurrenceError: Error, Hashable, Sendable {
  /// What is wrong and what to write instead, as a sentence for people.
  package var message: String
}
