/// An occurrence that one owner may work on until its lease ends.
package struct OccurrenceClaim: Hashable, Sendable {
  package var occurrence: Occurrence
  package var owner: String
  /// Counts from 1; a high number says that the work never comes to an end.
  package var attempt: Int

  package init(occurrence: Occurrence, owner: String, attempt: Int) {
    self.occurrence = occurrence
    self.owner = owner
    self.attempt = attempt
  }
}

extension OccurrenceClaim {
  /// A lease that ends so much later than a new one would was given by a clock that has been put right since, in seconds.
  package static let leaseTolerance = Schedule.longestHold

  /// Whether a claimed occurrence may be claimed again.
  package static func isOpen(leaseEnd: Int, lease: Int, now: Int) -> Bool {
    leaseEnd <= now || leaseEnd > now + lease + leaseTolerance
  }
}
