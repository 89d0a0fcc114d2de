package import Delivery
package import FoundationEssentials
internal import GRDB

extension SQLiteOutbox {
  package func recoverLeases(now: Date) async throws -> Int {
    let writer = database.writer
    let count = try await database.delivererLock.acquire {
      try await writer.write { database in
        try database.execute(
          sql: """
            UPDATE deliveries SET state = 'pending', owner = NULL, due = ?, attempts_forgiven = attempts_forgiven + 1
            WHERE due IS NOT NULL AND state = 'sending'
            """, arguments: [Milliseconds(now).count])
        let count = database.changesCount
        let horizon = Milliseconds(now.addingTimeInterval(RetrySchedule.furthest)).count
        try database.execute(
          sql: "UPDATE deliveries SET due = ? WHERE due > ? AND state = 'pending'",
          arguments: [Milliseconds(now).count, horizon])
        try database.execute(
          sql: "UPDATE webhooks SET next_probe = ? WHERE next_probe > ?", arguments: [Milliseconds(now).count, horizon])
        return count
      }
    }
    return count ?? 0
  }

  package func claim(
    _ quotas: [ClaimQuota], owner: String, now: Date, lease: Duration
  ) async throws -> [Claim] {
    guard !quotas.isEmpty else { return [] }
    // To look first saves the disk a sync when nothing is due.
    guard try await isAnythingDue(for: quotas.map(\.webhook), to: owner, at: now) else { return [] }
    let end = now.addingTimeInterval(Double(seconds: lease))
    return try await database.writer.write { database in
      try quotas.flatMap { try Self.claim($0, owner: owner, now: now, until: end, in: database) }
    }
  }

  private func isAnythingDue(for webhooks: [String], to owner: String, at now: Date) async throws -> Bool {
    try await read { database in
      let isDue = try database.cachedStatement(
        sql: "SELECT 1 FROM deliveries WHERE webhook = ? AND due <= ? AND owner IS NOT ? LIMIT 1")
      let isProbed = try database.cachedStatement(
        sql: """
          SELECT 1 FROM webhooks WHERE name = ? AND next_probe <= ?
          AND EXISTS (SELECT 1 FROM deliveries WHERE webhook = name AND due IS NOT NULL AND state = 'pending')
          """)
      let time = Milliseconds(now).count
      return try webhooks.contains { webhook in
        try Int.fetchOne(isDue, arguments: [webhook, time, owner]) != nil
          || Int.fetchOne(isProbed, arguments: [webhook, time]) != nil
      }
    }
  }

  private static func claim(
    _ quota: ClaimQuota, owner: String, now: Date, until end: Date, in database: Database
  ) throws -> [Claim] {
    let health = try WebhookHealth.fetch(quota.webhook, in: database)
    if let held = health.heldUntil, held > now { return [] }
    let take = try database.cachedStatement(
      sql: """
        UPDATE deliveries
        SET attempts_forgiven = attempts_forgiven + (state = 'sending'), attempts = attempts + 1,
            state = 'sending', owner = ?, due = ?
        WHERE seq IN (
          SELECT seq FROM deliveries
          WHERE webhook = ? AND due <= ? AND owner IS NOT ? AND (state = 'pending' OR due <= ?)
          ORDER BY due, seq LIMIT ?)
        RETURNING *
        """)
    let count = health.isProbing ? 1 : quota.count
    let time = Milliseconds(now).count
    let rows = try Row.fetchAll(
      take,
      arguments: [
        owner, Milliseconds(end).count, quota.webhook, health.isProbing ? .max : time, owner, time, count,
      ])
    if !rows.isEmpty, health.isProbing { try health.probed(at: now).save(in: database) }
    let find = try database.cachedStatement(sql: "SELECT content_type, body FROM payloads WHERE delivery = ?")
    // SQLite returns changed rows in no particular order.
    let ordered = rows.map { (sequence: $0["seq"] as Int64, row: $0) }.sorted { $0.sequence < $1.sequence }
    return try ordered.compactMap { sequence, row in
      guard let payload = try Row.fetchOne(find, arguments: [sequence]) else { return nil }
      return Claim(record: DeliveryRecord(row), payload: Payload(payload), owner: owner)
    }
  }
}
