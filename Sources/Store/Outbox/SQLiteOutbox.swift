package import Delivery
package import FoundationEssentials
internal import GRDB

/// The outbox on SQLite, for one machine; several processes may accept and deliver at the same time.
package struct SQLiteOutbox: Outbox {
  let database: StateDatabase

  package init(_ database: StateDatabase) {
    self.database = database
  }

  /// The file that it is kept in, for messages.
  package var path: String { database.path }

  /// Closes the database; nothing may be asked of it afterwards.
  package func close() throws {
    try database.close()
  }

  package func accept(_ parcels: [Parcel], now: Date) async throws -> [Acceptance] {
    try await database.writer.write { database in
      try parcels.map { try Self.accept($0, now: now, in: database) }
    }
  }

  private static func accept(_ parcel: Parcel, now: Date, in database: Database) throws -> Acceptance {
    let find = try database.cachedStatement(
      sql: "SELECT * FROM deliveries WHERE draft = ? AND text_hash = ? AND webhook = ?")
    if let row = try Row.fetchOne(find, arguments: [parcel.draft, parcel.textHash, parcel.webhook]) {
      return try accept(parcel, again: row, now: now, in: database)
    }
    let record = DeliveryRecord(
      id: parcel.id, draft: parcel.draft, textHash: parcel.textHash, webhook: parcel.webhook, nextAttempt: now,
      accepted: now)
    let time = Milliseconds(now)
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO deliveries (id, draft, text_hash, webhook, state, due, accepted, round_began)
        VALUES (?, ?, ?, ?, 'pending', ?, ?, ?)
        """)
    try insert.execute(
      arguments: [record.id, record.draft, record.textHash, record.webhook, time.count, time.count, time.count])
    let keep = try database.cachedStatement(sql: "INSERT INTO payloads (delivery, content_type, body) VALUES (?, ?, ?)")
    try keep.execute(
      arguments: [database.lastInsertedRowID, parcel.payload.contentType, Data(parcel.payload.body)])
    return Acceptance(record: record, isNew: true)
  }

  private static func accept(_ parcel: Parcel, again row: Row, now: Date, in database: Database) throws -> Acceptance {
    var record = DeliveryRecord(row)
    guard record.revive(now: now) else { return Acceptance(record: record, isNew: false) }
    try record.update(in: database)
    try database.execute(
      sql: "INSERT OR REPLACE INTO payloads (delivery, content_type, body) VALUES (?, ?, ?)",
      arguments: [row["seq"] as Int64, parcel.payload.contentType, Data(parcel.payload.body)])
    return Acceptance(record: record, isNew: true)
  }

  package func complete(_ completion: Completion) async throws -> Bool {
    try await database.writer.write { database in
      let find = try database.cachedStatement(
        sql: "SELECT * FROM deliveries WHERE id = ? AND state = 'sending' AND owner = ? AND attempts = ?")
      let number = completion.attempt.number
      guard let row = try Row.fetchOne(find, arguments: [completion.id, completion.owner, number]) else { return false }
      var record = DeliveryRecord(row)
      record.end(completion)
      try record.update(in: database)
      try completion.attempt.insert(of: row["seq"], in: database)
      if let event = completion.event {
        let health = try WebhookHealth.fetch(record.webhook, in: database)
        let next = health.after(event, at: completion.attempt.ended)
        if next != health { try next.save(in: database) }
        if health.pause != nil, next.pause == nil {
          try Self.hurry(record.webhook, at: completion.attempt.ended, in: database)
        }
      }
      return true
    }
  }

  /// Makes due what waits for a webhook that works again.
  private static func hurry(_ webhook: String, at date: Date, in database: Database) throws {
    try database.execute(
      sql: "UPDATE deliveries SET due = ? WHERE webhook = ? AND due > ? AND state = 'pending'",
      arguments: [Milliseconds(date).count, webhook, Milliseconds(date).count])
  }

  package func retry(_ id: String, now: Date) async throws -> DeliveryRecord {
    try await database.writer.write { database in
      var record = try Self.existing(id, in: database)
      try record.retry(now: now, hasPayload: try Payload.fetch(id, in: database) != nil)
      try record.update(in: database)
      return record
    }
  }

  package func cancel(_ id: String, now: Date) async throws -> DeliveryRecord {
    try await database.writer.write { database in
      var record = try Self.existing(id, in: database)
      try record.cancel(now: now)
      try record.update(in: database)
      return record
    }
  }

  private static func existing(_ id: String, in database: Database) throws -> DeliveryRecord {
    guard let record = try DeliveryRecord.fetch(id, in: database) else { throw OutboxError.noSuchDelivery(id: id) }
    return record
  }

  package func setHealth(_ health: WebhookHealth) async throws {
    try await database.writer.write { try health.save(in: $0) }
  }
}
