internal import Content
internal import Delivery
internal import GRDB

/// Keeps the last generated text of each draft beside the outbox.
package struct SQLiteGeneratedTexts: GeneratedTexts {
  private let database: StateDatabase

  package init(_ database: StateDatabase) {
    self.database = database
  }

  package func text(ofDraft id: String) throws -> String? {
    try reporting {
      try database.queue.read { database in
        let find = try database.cachedStatement(sql: "SELECT text FROM generated_texts WHERE draft = ?")
        return try String.fetchOne(find, arguments: [id])
      }
    }
  }

  package func record(_ text: String, ofDraft id: String) throws {
    try reporting {
      try database.queue.inTransaction(.immediate) { database in
        let save = try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO generated_texts (draft, text) VALUES (?, ?)")
        try save.execute(arguments: [id, text])
        return .commit
      }
    }
  }

  private func reporting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw OutboxError(error, path: database.path)
    }
  }
}
