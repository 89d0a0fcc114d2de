/// Remembers how far each schedule was looked at, and which occurrences are done.
///
/// An occurrence is there once, whoever and however many find it due (schedule, step and due time are unique), and one
/// process at a time works on it. Uniqueness in the store decides, not who believes to be in charge. Whatever a function
/// returns is on disk by then. Every implementation passes the suite `ScheduleLedgerContract`.
package protocol ScheduleLedger: Sendable {
  /// The instants up to which schedules were looked at; what was never looked at is not there.
  func reached() async throws -> [Series: Int]

  /// Keeps evaluations, and claims what is open then: both at once or neither.
  ///
  /// Their instants are kept, and their occurrences as open ones; those that are there stay as they are.
  ///
  /// - Parameters:
  ///   - evaluations: what a look at the clock found.
  ///   - terms: what is claimed, as ``claim(_:)`` does; nil for nothing.
  /// - Returns: what came of it; nothing at all is kept or claimed when one of the stored instants is no longer
  ///   ``Evaluation/previous``: another process was faster, and one has to look again.
  /// - Throws: what the store throws when it cannot be written.
  func record(_ evaluations: [Evaluation], claiming terms: ClaimTerms?) async throws -> Recording

  /// Opens what dead processes had claimed, where it is certain that no other one is at work, and gives the number;
  /// otherwise it is open again when the leases end. To be called once before the first claim.
  func recoverClaims(now: Int) async throws -> Int

  /// Claims the open occurrence that is due first; of one due time, by the schedule's name, then the step.
  ///
  /// An occurrence whose claim has expired is open again: its process is dead, and what it did is done once more; making
  /// drafts and accepting deliveries leave alone what is there. So is one whose lease ends too late to be true, since
  /// the clock was put back (``OccurrenceClaim/isOpen(leaseEnd:lease:now:)``).
  ///
  /// - Returns: the claim, or nil when nothing is open.
  /// - Throws: what the store throws when it cannot be written.
  func claim(_ terms: ClaimTerms) async throws -> OccurrenceClaim?

  /// Ends a claim; false when it is not its owner's any more, and then nothing is changed.
  func end(_ claim: OccurrenceClaim, as ending: OccurrenceRecord.Ending, now: Int) async throws -> Bool

  /// Lets what is put off be claimed at once, since what it waits for may have come.
  func reopen(of schedules: [String], now: Int) async throws

  /// What became of the occurrences of a schedule, or of all, the latest due first and at most `limit`.
  func occurrences(of schedule: String?, limit: Int) async throws -> [OccurrenceRecord]

  /// When something that is put off or claimed is open again at the earliest; nil when nothing waits.
  func nextOpening(of schedules: [String]) async throws -> Int?

  /// Forgets what ended and was due before an instant, and gives the number; a clock put back further would repeat it.
  func prune(dueBefore instant: Int) async throws -> Int
}

extension ScheduleLedger {
  /// Looks at all steps of all schedules, keeps what is due, and claims the first of it.
  ///
  /// - Parameters:
  ///   - schedules: all schedules of the settings.
  ///   - now: the clock, in whole seconds since 1970, rounded down.
  ///   - terms: what is claimed; nil for nothing.
  /// - Returns: the evaluations that found something due or dropped something, and the claim, if anything is open.
  /// - Throws: what the store throws when it cannot be written.
  package func evaluate(
    _ schedules: [Schedule], at now: Int, claiming terms: ClaimTerms? = nil
  ) async throws -> (evaluations: [Evaluation], claim: OccurrenceClaim?) {
    while true {
      let reached = try await reached()
      let evaluations = schedules.flatMap { schedule in
        schedule.steps.map { step in
          schedule.evaluate(step, since: reached[Series(schedule: schedule.name, step: step)], at: now)
        }
      }
      guard case .kept(let claim) = try await record(evaluations, claiming: terms) else { continue }
      return (evaluations.filter { !$0.due.isEmpty || $0.dropped > 0 }, claim)
    }
  }
}
