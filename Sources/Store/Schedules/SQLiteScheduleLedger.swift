internal import GRDB
package import Scheduler

/// The ledger of schedules beside the outbox, for any number of processes on one machine.
package struct SQLiteScheduleLedger: ScheduleLedger {
  private let database: StateDatabase

  package init(_ database: StateDatabase) {
    self.database = database
  }

  package func reached() async throws -> [Series: Int] {
    try await database.read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT schedule, step, reached FROM schedules")
      let pairs = rows.compactMap { row in
        ScheduleStep(rawValue: row["step"]).map { (Series(schedule: row["schedule"], step: $0), row["reached"] as Int) }
      }
      return Dictionary(pairs) { first, _ in first }
    }
  }

  package func record(_ evaluations: [Evaluation], claiming terms: ClaimTerms?) async throws -> Recording {
    try await database.writer.write { database in
      for evaluation in evaluations {
        guard try evaluation.previous == Self.reached(evaluation.series, in: database) else { return .overtaken }
      }
      for evaluation in evaluations { try Self.keep(evaluation, in: database) }
      return .kept(try terms.flatMap { try Self.claim($0, in: database) })
    }
  }

  private static func reached(_ series: Series, in database: Database) throws -> Int? {
    let find = try database.cachedStatement(sql: "SELECT reached FROM schedules WHERE schedule = ? AND step = ?")
    return try Int.fetchOne(find, arguments: [series.schedule, series.step.rawValue])
  }

  private static func keep(_ evaluation: Evaluation, in database: Database) throws {
    let series = evaluation.series
    let save = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO schedules (schedule, step, reached) VALUES (?, ?, ?)")
    try save.execute(arguments: [series.schedule, series.step.rawValue, evaluation.reached])
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO occurrences (schedule, step, due, state, opens) VALUES (?, ?, ?, 'open', ?) ON CONFLICT DO NOTHING
        """)
    for due in evaluation.due {
      try insert.execute(arguments: [series.schedule, series.step.rawValue, due, due - evaluation.lead])
    }
  }

  package func end(_ claim: OccurrenceClaim, as ending: OccurrenceRecord.Ending, now: Int) async throws -> Bool {
    let (state, note, opens): (OccurrenceRecord.State, String, Int?) =
      switch ending {
      case .done(let note): (.done, note, nil)
      case .failed(let reason): (.failed, reason, nil)
      case .putOff(let until, let reason): (.open, reason, until)
      }
    return try await database.writer.write { database in
      let update = try database.cachedStatement(
        sql: """
          UPDATE occurrences SET state = ?, note = ?, opens = ?, owner = NULL
          WHERE schedule = ? AND step = ? AND due = ? AND state = 'claimed' AND owner = ? AND attempts = ?
          """)
      let occurrence = claim.occurrence
      try update.execute(
        arguments: [
          state.rawValue, note, opens, occurrence.schedule, occurrence.step.rawValue, occurrence.due, claim.owner,
          claim.attempt,
        ])
      return database.changesCount == 1
    }
  }

  package func occurrences(of schedule: String?, limit: Int) async throws -> [OccurrenceRecord] {
    try await database.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM occurrences WHERE ?1 IS NULL OR schedule = ?1
          ORDER BY due DESC, schedule DESC, step DESC LIMIT ?2
          """, arguments: [schedule, max(0, limit)])
      return rows.compactMap(OccurrenceRecord.init)
    }
  }

  package func prune(dueBefore instant: Int) async throws -> Int {
    try await database.writer.write { database in
      try database.execute(sql: "DELETE FROM occurrences WHERE due < ? AND opens IS NULL", arguments: [instant])
      return database.changesCount
    }
  }
}

// MARK: - Claims

extension SQLiteScheduleLedger {
  /// What may be claimed: open ones whose time has come, and claimed ones whose lease does not hold.
  private static let isOpen = """
    opens IS NOT NULL AND CASE state WHEN 'open' THEN opens <= :now ELSE opens <= :now OR opens > :latest END
    """

  package func claim(_ terms: ClaimTerms) async throws -> OccurrenceClaim? {
    guard !terms.schedules.isEmpty else { return nil }
    // To look first saves the disk a sync when nothing is open.
    let isAnyOpen = try await database.read { database in
      try Int.fetchOne(
        database, sql: "SELECT 1 FROM occurrences WHERE \(Self.condition(terms)) LIMIT 1",
        arguments: Self.arguments(terms)) != nil
    }
    guard isAnyOpen else { return nil }
    return try await database.writer.write { try Self.claim(terms, in: $0) }
  }

  private static func claim(_ terms: ClaimTerms, in database: Database) throws -> OccurrenceClaim? {
    guard !terms.schedules.isEmpty else { return nil }
    let row = try Row.fetchOne(
      database,
      sql: """
        UPDATE occurrences SET state = 'claimed', attempts = attempts + 1, owner = :owner, opens = :end
        WHERE id = (SELECT id FROM occurrences WHERE \(condition(terms)) ORDER BY due, schedule, step LIMIT 1)
        RETURNING *
        """, arguments: arguments(terms) + ["owner": terms.owner, "end": terms.now + terms.lease])
    return row.flatMap(OccurrenceRecord.init).map { record in
      OccurrenceClaim(occurrence: record.occurrence, owner: terms.owner, attempt: record.attempts)
    }
  }

  private static func condition(_ terms: ClaimTerms) -> String {
    "\(isOpen) AND schedule IN (\(names(terms.schedules)))"
  }

  private static func arguments(_ terms: ClaimTerms) -> StatementArguments {
    ["now": terms.now, "latest": terms.now + terms.lease + OccurrenceClaim.leaseTolerance]
  }

  package func recoverClaims(now: Int) async throws -> Int {
    let writer = database.writer
    let count = try await database.schedulerLock.acquire {
      try await writer.write { database in
        try database.execute(
          sql: "UPDATE occurrences SET state = 'open', owner = NULL, opens = ? WHERE state = 'claimed'",
          arguments: [now])
        return database.changesCount
      }
    }
    return count ?? 0
  }

  package func nextOpening(of schedules: [String]) async throws -> Int? {
    try await database.read { database in
      try Int.fetchOne(
        database, sql: "SELECT MIN(opens) FROM occurrences WHERE schedule IN (\(Self.names(schedules)))")
    }
  }

  package func reopen(of schedules: [String], now: Int) async throws {
    let condition = "state = 'open' AND opens > :now AND schedule IN (\(Self.names(schedules)))"
    let isAnyPutOff = try await database.read { database in
      try Int.fetchOne(
        database, sql: "SELECT 1 FROM occurrences WHERE \(condition) LIMIT 1", arguments: ["now": now]) != nil
    }
    guard isAnyPutOff else { return }
    try await database.writer.write { database in
      try database.execute(sql: "UPDATE occurrences SET opens = :now WHERE \(condition)", arguments: ["now": now])
    }
  }

  /// Names as SQL strings: they come from the settings, and there may be any number of them.
  private static func names(_ schedules: [String]) -> String {
    schedules.map { name in
      "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }.joined(separator: ", ")
  }
}

extension OccurrenceRecord {
  /// Nil for a row that another version of Daybook wrote with words of its own.
  fileprivate init?(_ row: Row) {
    guard let step = ScheduleStep(rawValue: row["step"]), let state = State(rawValue: row["state"]) else { return nil }
    self.init(
      occurrence: Occurrence(schedule: row["schedule"], step: step, due: row["due"]), state: state,
      attempts: row["attempts"], note: row["note"])
  }
}
