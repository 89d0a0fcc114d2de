package import Delivery
package import FoundationEssentials
internal import GRDB

extension SQLiteOutbox {
  package func deliveries(_ filter: DeliveryFilter) async throws -> [DeliveryRecord] {
    try await read { database in
      var conditions: [String] = []
      var arguments: StatementArguments = []
      for (column, values) in [
        ("state", filter.states.map(\.rawValue)), ("draft", Array(filter.drafts)), ("webhook", Array(filter.webhooks)),
      ] where !values.isEmpty {
        conditions.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        arguments += StatementArguments(values)
      }
      let filtered = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
      let limited = filter.limit.map { " LIMIT \(max(0, $0))" } ?? ""
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM deliveries \(filtered) ORDER BY seq DESC\(limited)", arguments: arguments)
      return rows.reversed().map(DeliveryRecord.init)
    }
  }

  package func delivery(_ id: String) async throws -> DeliveryRecord? {
    try await read { try DeliveryRecord.fetch(id, in: $0) }
  }

  package func attempts(of id: String) async throws -> [Attempt] {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT attempts.* FROM attempts JOIN deliveries ON deliveries.seq = attempts.delivery
          WHERE deliveries.id = ? ORDER BY number
          """, arguments: [id])
      return rows.map(Attempt.init)
    }
  }

  package func payload(of id: String) async throws -> Payload? {
    try await read { try Payload.fetch(id, in: $0) }
  }

  package func health(of webhook: String) async throws -> WebhookHealth {
    try await read { try WebhookHealth.fetch(webhook, in: $0) }
  }

  package func nextDue(webhooks: [String]) async throws -> Date? {
    try await read { database in
      let find = try database.cachedStatement(
        sql: "SELECT due FROM deliveries WHERE webhook = ? AND due IS NOT NULL ORDER BY due LIMIT 1")
      let isAnyWaiting = try database.cachedStatement(
        sql: "SELECT 1 FROM deliveries WHERE webhook = ? AND due IS NOT NULL AND state = 'pending' LIMIT 1")
      let dates = try webhooks.compactMap { webhook -> Date? in
        guard let due = try Int64.fetchOne(find, arguments: [webhook]) else { return nil }
        let health = try WebhookHealth.fetch(webhook, in: database)
        if health.isProbing, try Int.fetchOne(isAnyWaiting, arguments: [webhook]) != nil { return health.heldUntil }
        return max(Milliseconds(count: due).date, health.heldUntil ?? .distantPast)
      }
      return dates.min()
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await database.read(body)
  }
}
