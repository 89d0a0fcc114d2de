internal import Delivery
internal import Glibc

/// The files of the state folder: what they are called, how they are made, who may read them.
struct StateFiles: Sendable {
  let folder: String

  var database: String { folder + "/state.sqlite" }
  var setupLock: String { folder + "/setup.lock" }
  var delivererLock: String { folder + "/deliverer.lock" }
  var schedulerLock: String { folder + "/scheduler.lock" }

  /// Whether the database file is there and has something in it.
  var databaseIsThere: Bool {
    var status = stat()
    return unsafe stat(database, &status) == 0 && status.st_size > 0
  }

  /// Runs `body` while no other process sets this folder up.
  func withSetupLock<Result>(_ body: () throws -> Result) throws -> Result {
    try createFolder()
    let lock = unsafe Glibc.open(setupLock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw OutboxError.cannotWrite(path: setupLock, reason: lastReason()) }
    defer { Glibc.close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw OutboxError.cannotWrite(path: setupLock, reason: lastReason()) }
    }
    return try body()
  }

  private func createFolder() throws {
    if unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    throw OutboxError.cannotWrite(path: folder, reason: lastReason())
  }

  /// Makes the empty file before SQLite does, so that nobody else can read it at any time; its log inherits the mode.
  func createDatabaseFile() throws {
    let file = unsafe Glibc.open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OutboxError.cannotWrite(path: database, reason: lastReason()) }
    Glibc.close(file)
    // The new name has to be on disk as well.
    let directory = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw OutboxError.cannotWrite(path: folder, reason: lastReason()) }
    defer { Glibc.close(directory) }
    guard fsync(directory) == 0 else { throw OutboxError.cannotWrite(path: folder, reason: lastReason()) }
  }
}

/// What the system says about the call that just failed, in its own words and in lower case.
func lastReason() -> String {
  let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  return reason.prefix(1).lowercased() + reason.dropFirst()
}

/// Sleeps on the calling thread, which belongs to the database.
func sleepMicroseconds(_ count: UInt32) {
  usleep(count)
}
