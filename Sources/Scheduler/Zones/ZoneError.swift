/// Why a time zone cannot be used.
package struct ZoneError: Error, Hashable, Sendable {
  /// What is wrong and what to do, as a sentence for people.
  package var message: String
}
