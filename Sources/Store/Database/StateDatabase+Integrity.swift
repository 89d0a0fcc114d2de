internal import Delivery
internal import GRDB

extension StateDatabase {
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
