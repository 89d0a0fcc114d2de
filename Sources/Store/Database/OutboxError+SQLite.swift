internal import Delivery
internal import GRDB

extension OutboxError {
  /// Puts what SQLite reports into words for people.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = .unusable(path: path, reason: "\(error)")
      return
    }
    // The first thing that a full disk refuses is room for the log's index, which is made when the database is opened.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .cannotWrite(path: path, reason: "no space left on the disk")
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .cannotWrite(path: path, reason: "no space left on the disk")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .cannotWrite(path: path, reason: "another process holds it")
    case .SQLITE_READONLY, .SQLITE_PERM: self = .cannotWrite(path: path, reason: "it may not be written")
    case .SQLITE_IOERR: self = .diskFailed(path: path, reason: "\(error.extendedResultCode)")
    case .SQLITE_CANTOPEN: self = .unusable(path: path, reason: "it cannot be opened")
    case .SQLITE_NOTADB: self = .unusable(path: path, reason: "it is no SQLite database")
    case .SQLITE_CORRUPT: self = .unusable(path: path, reason: "it is damaged")
    default: self = .unusable(path: path, reason: error.message ?? "SQLite error \(error.extendedResultCode)")
    }
  }
}
