package import Scheduler

extension ScheduleLedger {
  /// Keeps evaluations and claims nothing; whether they are kept.
  package func record(_ evaluations: [Evaluation]) async throws -> Bool {
    try await record(evaluations, claiming: nil) == .kept(nil)
  }

  package func claim(of schedules: [String], owner: String, now: Int, lease: Int) async throws -> OccurrenceClaim? {
    try await claim(ClaimTerms(of: schedules, owner: owner, now: now, lease: lease))
  }
}
