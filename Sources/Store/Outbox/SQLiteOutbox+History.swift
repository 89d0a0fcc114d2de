package import Delivery
internal import FoundationEssentials
internal import GRDB

extension SQLiteOutbox {
  package func counts() async throws -> [DeliveryCount] {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT webhook, state, COUNT(*) AS count FROM deliveries GROUP BY webhook, state ORDER BY webhook, state")
      return rows.compactMap { row in
        DeliveryState(rawValue: row["state"]).map {
          DeliveryCount(webhook: row["webhook"], state: $0, count: row["count"])
        }
      }
    }
  }

  package func history(of webhook: String) async throws -> WebhookHistory {
    try await read { database in
      let sums = try Row.fetchOne(
        database,
        sql: """
          SELECT MAX(CASE WHEN state = 'delivered' THEN finished END) AS success,
            COUNT(CASE WHEN state IN ('pending', 'sending') THEN 1 END) AS open,
            COUNT(CASE WHEN state = 'dead' THEN 1 END) AS dead
          FROM deliveries WHERE webhook = ?
          """, arguments: [webhook])
      let failure = try Row.fetchOne(
        database,
        sql: """
          SELECT attempts.* FROM attempts JOIN deliveries ON deliveries.seq = attempts.delivery
          WHERE webhook = ? AND error IS NOT NULL ORDER BY began DESC, delivery DESC LIMIT 1
          """, arguments: [webhook])
      return WebhookHistory(
        lastSuccess: (sums?["success"] as Int64?).map { Milliseconds(count: $0).date },
        lastFailure: failure.map(Attempt.init), open: sums?["open"] ?? 0, dead: sums?["dead"] ?? 0)
    }
  }
}
