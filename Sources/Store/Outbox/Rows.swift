internal import Delivery
internal import FoundationEssentials
internal import GRDB

/// A point in time as the tables hold it.
struct Milliseconds {
  let count: Int64

  init(count: Int64) {
    self.count = count
  }

  init(_ date: Date) {
    count = Int64((date.timeIntervalSince1970 * 1_000).rounded())
  }

  var date: Date { Date(timeIntervalSince1970: Double(count) / 1_000) }
}

extension Row {
  fileprivate func date(_ column: String) -> Date? {
    (self[column] as Int64?).map { Milliseconds(count: $0).date }
  }
}

extension DeliveryRecord {
  init(_ row: Row) {
    let state = DeliveryState(rawValue: row["state"]) ?? .dead
    let accepted = row.date("accepted") ?? .distantPast
    self.init(
      id: row["id"], draft: row["draft"], textHash: row["text_hash"], webhook: row["webhook"], state: state,
      attempts: row["attempts"], attemptsForgiven: row["attempts_forgiven"], lastStatus: row["last_status"],
      lastError: row["last_error"], nextAttempt: state == .pending ? row.date("due") : nil, accepted: accepted,
      roundBegan: row.date("round_began"), finished: row.date("finished"))
  }

  static func fetch(_ id: String, in database: Database) throws -> DeliveryRecord? {
    let find = try database.cachedStatement(sql: "SELECT * FROM deliveries WHERE id = ?")
    return try Row.fetchOne(find, arguments: [id]).map(DeliveryRecord.init)
  }

  /// Writes back a row that is not being sent.
  func update(in database: Database) throws {
    let update = try database.cachedStatement(
      sql: """
        UPDATE deliveries
        SET state = ?, attempts_forgiven = ?, last_status = ?, last_error = ?, due = ?, owner = NULL, round_began = ?,
            finished = ?
        WHERE id = ?
        """)
    try update.execute(
      arguments: [
        state.rawValue, attemptsForgiven, lastStatus, lastError, nextAttempt.map { Milliseconds($0).count },
        Milliseconds(roundBegan).count, finished.map { Milliseconds($0).count }, id,
      ])
  }
}

extension Payload {
  init(_ row: Row) {
    self.init(body: Array(row["body"] as Data), contentType: row["content_type"])
  }

  static func fetch(_ id: String, in database: Database) throws -> Payload? {
    try Row.fetchOne(
      database,
      sql: "SELECT payloads.* FROM payloads JOIN deliveries ON seq = delivery WHERE deliveries.id = ?", arguments: [id]
    ).map(Payload.init)
  }
}

extension Attempt {
  init(_ row: Row) {
    self.init(
      number: row["number"], began: row.date("began") ?? .distantPast,
      duration: .microseconds(row["duration"] as Int64),
      status: row["status"], error: row["error"], answer: row["answer"])
  }

  func insert(of delivery: Int64, in database: Database) throws {
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO attempts (delivery, number, began, duration, status, error, answer) VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    let microseconds = Int64((Double(seconds: duration) * 1e6).rounded())
    try insert.execute(
      arguments: [delivery, number, Milliseconds(began).count, microseconds, status, error, answer])
  }
}

extension WebhookHealth {
  static func fetch(_ webhook: String, in database: Database) throws -> WebhookHealth {
    let find = try database.cachedStatement(sql: "SELECT * FROM webhooks WHERE name = ?")
    guard let row = try Row.fetchOne(find, arguments: [webhook]) else { return WebhookHealth(webhook: webhook) }
    let pause = row.date("paused_since").map { since in
      Pause(since: since, reason: row["pause_reason"] ?? "", nextProbe: row.date("next_probe"))
    }
    return WebhookHealth(
      webhook: webhook, failures: row["failures"], failingSince: row.date("failing_since"), pause: pause,
      slowUntil: row.date("slow_until"))
  }

  func save(in database: Database) throws {
    let save = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO webhooks
          (name, failures, failing_since, paused_since, pause_reason, next_probe, slow_until)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try save.execute(
      arguments: [
        webhook, failures, failingSince.map { Milliseconds($0).count }, (pause?.since).map { Milliseconds($0).count },
        pause?.reason, (pause?.nextProbe).map { Milliseconds($0).count }, slowUntil.map { Milliseconds($0).count },
      ])
  }
}
