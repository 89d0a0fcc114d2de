/// Who claims an occurrence, of which schedules and for how long.
package struct ClaimTerms: Hashable, Sendable {
  /// The names of the schedules that the settings have.
  package var schedules: [String]
  /// Names the process and the moment of its start.
  package var owner: String
  /// The clock, in seconds since 1970; the claim expires after the lease.
  package var now: Int
  /// Longer than the work can take, in seconds.
  package var lease: Int

  package init(of schedules: [String], owner: String, now: Int, lease: Int) {
    self.schedules = schedules
    self.owner = owner
    self.now = now
    self.lease = lease
  }
}

/// What came of keeping evaluations.
package enum Recording: Hashable, Sendable {
  /// They are kept, and something may have been claimed.
  case kept(OccurrenceClaim?)
  /// Another process was faster, and nothing is kept.
  case overtaken
}
