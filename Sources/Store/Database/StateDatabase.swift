internal import Delivery
internal import FoundationEssentials
internal import GRDB
internal import Synchronization

/// The publication's state in one SQLite file, `.daybook/state.sqlite`, which many processes may share.
///
/// Every commit is synced before it is acknowledged (WAL with `synchronous=FULL`).
package final class StateDatabase: Sendable {
  /// The file's path, for messages.
  package let path: String
  let queue: DatabaseQueue
  let writer: GroupCommit
  /// Held by a process that delivers, and by one that runs schedules.
  let delivererLock: PresenceLock
  let schedulerLock: PresenceLock

  /// Opens the database in the state folder, and makes what is missing: the folder with mode 0700, the file with 0600.
  ///
  /// Throws ``OutboxError``.
  package init(folder: String) throws {
    let files = StateFiles(folder: folder)
    path = files.database
    delivererLock = PresenceLock(path: files.delivererLock)
    schedulerLock = PresenceLock(path: files.schedulerLock)
    do {
      queue = try Self.open(files)
    } catch let error as OutboxError {
      throw error
    } catch {
      throw OutboxError(error, path: files.database)
    }
    writer = GroupCommit(queue: queue, path: files.database)
  }

  private static func open(_ files: StateFiles) throws -> DatabaseQueue {
    // The usual case, a finished database, needs no lock.
    if files.databaseIsThere, let queue = try? connect(files.database), try queue.read(Schema.isCurrent) {
      return queue
    }
    return try files.withSetupLock {
      try files.createDatabaseFile()
      let queue = try connect(files.database)
      try Schema.migrate(queue, path: files.database)
      return queue
    }
  }

  private static func connect(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "daybook-state"
    // A short random sleep between tries serves many small writers better than SQLite's own growing ones. Half a minute of
    // them outlasts a disk that is busy with something else: each commit waits for a sync.
    configuration.busyMode = .callback { tries in
      guard tries < 15_000 else { return false }
      sleepMicroseconds(UInt32.random(in: 500...3_500))
      return true
    }
    configuration.prepareDatabase { database in
      // For `SQLiteOutbox.reclaimSpace`; of effect before the first table alone, and later a write on each opening.
      if try Int.fetchOne(database, sql: "PRAGMA page_count") == 0 {
        try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      }
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA journal_size_limit = 16777216")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      // GRDB lowers this to NORMAL when it sets WAL up itself; then a power cut could take acknowledged rows.
      let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      guard level == 2, mode == "wal" else {
        throw OutboxError.unusable(
          path: path, reason: "SQLite does not sync its log here (journal mode \(mode ?? "?"))")
      }
    }
    return queue
  }

  /// Reads, and puts what SQLite reports into words.
  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    do {
      return try await queue.read(body)
    } catch let error as DatabaseError {
      throw OutboxError(error, path: path)
    }
  }

  /// Takes over into the file what the log holds, as far as nobody is in the way.
  func checkpoint() async throws {
    do {
      try await queue.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    } catch {
      throw OutboxError(error, path: path)
    }
  }

  /// Writes the file anew without its free pages.
  func vacuum() async throws {
    do {
      try await queue.vacuum()
    } catch {
      throw OutboxError(error, path: path)
    }
  }

  /// Closes the database; nothing may be asked of it afterwards.
  package func close() throws {
    try queue.close()
    delivererLock.release()
    schedulerLock.release()
  }
}
