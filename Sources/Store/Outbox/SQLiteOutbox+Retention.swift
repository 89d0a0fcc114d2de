package import FoundationEssentials
internal import GRDB

extension SQLiteOutbox {
  /// The least free space that is worth the work, in bytes.
  private static let leastSpace = 1 << 20

  package func prune(finishedBefore date: Date) async throws -> Int {
    try await database.writer.write { database in
      let old = """
        SELECT seq FROM deliveries WHERE finished < ? AND state IN ('delivered', 'cancelled')
        AND seq IN (SELECT delivery FROM payloads)
        """
      let time = Milliseconds(date).count
      try database.execute(sql: "DELETE FROM attempts WHERE delivery IN (\(old))", arguments: [time])
      try database.execute(sql: "DELETE FROM payloads WHERE delivery IN (\(old))", arguments: [time])
      return database.changesCount
    }
  }

  /// Cuts free pages off the file where they are over a quarter of it; what is left makes room for what comes.
  package func reclaimSpace() async throws -> Int {
    let space = try await read { try FreeSpace($0) }
    guard space.free * 4 > space.whole, space.free * space.pageSize >= Self.leastSpace else { return 0 }
    if space.isIncremental {
      try await database.writer.write { try $0.execute(sql: "PRAGMA incremental_vacuum") }
      try await database.checkpoint()
    } else {
      // A file that an older Daybook made; it becomes one that can be cut at any time.
      try await database.vacuum()
    }
    return (space.free - (try await read { try FreeSpace($0) }).free) * space.pageSize
  }
}

/// How much of a database file is in no use.
private struct FreeSpace {
  /// The pages of the file, and those that hold nothing.
  let whole: Int
  let free: Int
  /// In bytes.
  let pageSize: Int
  /// Whether free pages can be cut off without writing the file anew (`PRAGMA auto_vacuum`, 2).
  let isIncremental: Bool

  init(_ database: Database) throws {
    let number = { (name: String) in try Int.fetchOne(database, sql: "PRAGMA \(name)") ?? 0 }
    whole = try number("page_count")
    free = try number("freelist_count")
    pageSize = try number("page_size")
    isIncremental = try number("auto_vacuum") == 2
  }
}
