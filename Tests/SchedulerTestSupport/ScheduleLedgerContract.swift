package import Scheduler
internal import Testing

/// What every implementation of a schedule ledger has to do; each clause gets an empty ledger.
package enum ScheduleLedgerContract {
  /// One promise.
  package struct Clause: Sendable, CustomTestStringConvertible {
    package let name: String
    package let check: @Sendable (any ScheduleLedger) async throws -> Void

    package var testDescription: String { name }
  }

  package static let clauses: [Clause] = recording + claiming + ending + sharing

  static let start = 1_725_868_800  // 2024-09-09T08:00:00Z

  /// An evaluation of a daily schedule that finds the given due times.
  static func evaluation(
    _ due: [Int], of schedule: String = "daily", step: ScheduleStep = .run, lead: Int = 0, since previous: Int? = nil,
    reached: Int = start
  ) -> Evaluation {
    Evaluation(
      series: Series(schedule: schedule, step: step), lead: lead, previous: previous, reached: reached, due: due)
  }

  static func keep(_ evaluations: [Evaluation], in ledger: any ScheduleLedger) async throws {
    let isKept = try await ledger.record(evaluations)
    #expect(isKept)
  }

  static func claim(
    _ ledger: any ScheduleLedger, of schedules: [String] = ["daily"], owner: String = "a", at now: Int = start,
    lease: Int = 60
  ) async throws -> OccurrenceClaim? {
    try await ledger.claim(of: schedules, owner: owner, now: now, lease: lease)
  }
}

extension ScheduleLedgerContract {
  static let recording: [Clause] = [
    Clause(name: "what was never looked at has no instant, and nothing is there") { ledger in
      let reached = try await ledger.reached()
      #expect(reached.isEmpty)
      #expect(try await ledger.occurrences(of: nil, limit: 10).isEmpty)
      #expect(try await ledger.nextOpening(of: ["daily"]) == nil)
      #expect(try await claim(ledger) == nil)
    },
    Clause(name: "an evaluation keeps its instant and its occurrences") { ledger in
      try await keep([evaluation([start - 60, start])], in: ledger)
      #expect(try await ledger.reached() == [Series(schedule: "daily", step: .run): start])
      let records = try await ledger.occurrences(of: "daily", limit: 10)
      #expect(records.map(\.occurrence.due) == [start, start - 60])
      #expect(records.allSatisfy { $0.state == .open && $0.attempts == 0 && $0.note == nil })
    },
    Clause(name: "an evaluation from an instant that is no longer the stored one keeps nothing") { ledger in
      try await keep([evaluation([start])], in: ledger)
      #expect(try await ledger.record([evaluation([start + 60])]) == false)
      let stale = evaluation([start + 60], since: start - 1, reached: start + 60)
      let fresh = evaluation([], of: "weekly", reached: start + 60)
      #expect(try await ledger.record([fresh, stale]) == false)
      #expect(try await ledger.reached() == [Series(schedule: "daily", step: .run): start])
      #expect(try await ledger.occurrences(of: nil, limit: 10).count == 1)
      try await keep([evaluation([start + 60], since: start, reached: start + 60)], in: ledger)
    },
    Clause(name: "what an evaluation finds is claimed with it, and nothing by one that is not kept") { ledger in
      let terms = ClaimTerms(of: ["daily"], owner: "a", now: start, lease: 60)
      guard case .kept(let claim?) = try await ledger.record([evaluation([start - 60, start])], claiming: terms) else {
        Issue.record("nothing is claimed")
        return
      }
      #expect(claim.occurrence.due == start - 60 && claim.owner == "a" && claim.attempt == 1)
      #expect(try await ledger.record([evaluation([start + 60])], claiming: terms) == .overtaken)
      #expect(try await ledger.occurrences(of: nil, limit: 10).map(\.state) == [.open, .claimed])
    },
    Clause(name: "an instant may go back, and what is there stays as it is") { ledger in
      try await keep([evaluation([start])], in: ledger)
      let claim = try #require(try await claim(ledger))
      #expect(try await ledger.end(claim, as: .done(note: "made"), now: start))
      try await keep([evaluation([], since: start, reached: start - 90_000)], in: ledger)
      try await keep([evaluation([start], since: start - 90_000)], in: ledger)
      #expect(try await ledger.occurrences(of: "daily", limit: 10).map(\.state) == [.done])
    },
    Clause(name: "the steps of a schedule are kept apart") { ledger in
      let run = evaluation([start])
      let prepare = evaluation([start], step: .prepare, lead: 3_600, reached: start - 3_600)
      try await keep([run, prepare], in: ledger)
      #expect(try await ledger.occurrences(of: "daily", limit: 10).map(\.occurrence.step) == [.run, .prepare])
      let early = try #require(try await claim(ledger, at: start - 3_600))
      #expect(early.occurrence.step == .prepare)
      #expect(try await ledger.end(early, as: .done(note: ""), now: start - 3_600))
      #expect(try await claim(ledger, at: start - 3_600) == nil)
      #expect(try await claim(ledger)?.occurrence.step == .run)
    },
  ]
}
