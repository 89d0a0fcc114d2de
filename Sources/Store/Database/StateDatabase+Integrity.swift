internal import Delivery
internal import GRDB

extension StateDatabase {
  /// SQLite's `PRAGMA synchronous` on the connection that writes: 2, which is FULL.
  package func syncLevel() throws -> Int? {
    try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
  }

  /// What SQLite finds wrong with the file; empty for a sound one.
  ///
  /// Takes as long as reading the whole file does.
  package func problems() throws -> [String] {
    do {
      let lines = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      return lines == ["ok"] ? [] : lines
    } catch {
      throw OutboxError(error, path: path)
    }
  }
}
