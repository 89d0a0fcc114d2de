/// A ledger that lives as long as its process; for tests and for runs that change nothing.
package actor MemoryScheduleLedger: ScheduleLedger {
  private struct Row {
    var record: OccurrenceRecord
    var owner: String?
    /// From when on it can be claimed: of an open one; of a claimed one, the end of its lease.
    var opens: Int
  }

  private var instants: [Series: Int] = [:]
  private var rows: [Occurrence: Row] = [:]

  package init() {}

  package func reached() -> [Series: Int] {
    instants
  }

  package func record(_ evaluations: [Evaluation], claiming terms: ClaimTerms?) -> Recording {
    guard evaluations.allSatisfy({ instants[$0.series] == $0.previous }) else { return .overtaken }
    for evaluation in evaluations {
      instants[evaluation.series] = evaluation.reached
      for occurrence in evaluation.occurrences where rows[occurrence] == nil {
        rows[occurrence] = Row(
          record: OccurrenceRecord(occurrence: occurrence), opens: occurrence.due - evaluation.lead)
      }
    }
    return .kept(terms.flatMap(claim))
  }

  package func recoverClaims(now: Int) -> Int {
    // Whoever shares this ledger shares the process, so no claim here is a dead process's.
    0
  }

  package func claim(_ terms: ClaimTerms) -> OccurrenceClaim? {
    let open = waiting(of: terms.schedules).filter { row in
      row.record.state == .open
        ? row.opens <= terms.now : OccurrenceClaim.isOpen(leaseEnd: row.opens, lease: terms.lease, now: terms.now)
    }
    guard let occurrence = open.map(\.record.occurrence).min(by: Self.comesFirst), var row = rows[occurrence] else {
      return nil
    }
    row.record.state = .claimed
    row.record.attempts += 1
    row.owner = terms.owner
    row.opens = terms.now + terms.lease
    rows[occurrence] = row
    return OccurrenceClaim(occurrence: occurrence, owner: terms.owner, attempt: row.record.attempts)
  }

  private static func comesFirst(_ left: Occurrence, _ right: Occurrence) -> Bool {
    (left.due, left.schedule, left.step.rawValue) < (right.due, right.schedule, right.step.rawValue)
  }

  package func end(_ claim: OccurrenceClaim, as ending: OccurrenceRecord.Ending, now: Int) -> Bool {
    guard var row = rows[claim.occurrence], row.record.state == .claimed, row.owner == claim.owner,
      row.record.attempts == claim.attempt
    else { return false }
    row.owner = nil
    switch ending {
    case .done(let note): (row.record.state, row.record.note) = (.done, note)
    case .failed(let reason): (row.record.state, row.record.note) = (.failed, reason)
    case .putOff(let until, let reason):
      (row.record.state, row.record.note, row.opens) = (.open, reason, until)
    }
    rows[claim.occurrence] = row
    return true
  }

  package func reopen(of schedules: [String], now: Int) {
    for row in waiting(of: schedules) where row.record.state == .open && row.opens > now {
      rows[row.record.occurrence]?.opens = now
    }
  }

  package func occurrences(of schedule: String?, limit: Int) -> [OccurrenceRecord] {
    let records = rows.values.map(\.record).filter { schedule == nil || $0.occurrence.schedule == schedule }
    return Array(records.sorted { Self.comesFirst($1.occurrence, $0.occurrence) }.prefix(limit))
  }

  package func nextOpening(of schedules: [String]) -> Int? {
    waiting(of: schedules).map(\.opens).min()
  }

  package func prune(dueBefore instant: Int) -> Int {
    let old = rows.values.filter {
      $0.record.occurrence.due < instant && ($0.record.state == .done || $0.record.state == .failed)
    }
    for row in old { rows[row.record.occurrence] = nil }
    return old.count
  }

  private func waiting(of schedules: [String]) -> [Row] {
    rows.values.filter {
      schedules.contains($0.record.occurrence.schedule)
        && ($0.record.state == .open || $0.record.state == .claimed)
    }
  }
}
