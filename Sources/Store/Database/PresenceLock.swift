internal import Delivery
internal import Glibc
internal import Synchronization

/// A lock file that every process at one kind of work holds, shared; whoever gets it alone knows that all earlier ones
/// are gone.
///
/// The kernel lets go of it when a process ends, however it ends (flock(2)).
final class PresenceLock: Sendable {
  private let path: String
  private let descriptor = Mutex<Int32?>(nil)

  init(path: String) {
    self.path = path
  }

  deinit {
    release()
  }

  /// Takes the lock; `whenAlone` runs while no other process has it, and not at all where one has or where this process
  /// holds it already.
  func acquire<Value>(whenAlone: () async throws -> Value) async throws -> Value? {
    guard descriptor.withLock({ $0 == nil }) else { return nil }
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OutboxError.cannotWrite(path: path, reason: lastReason()) }
    var result: Value?
    do {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { result = try await whenAlone() }
      // Another process may have it alone for the moment of its own start.
      while flock(file, LOCK_SH | LOCK_NB) != 0 {
        guard errno == EWOULDBLOCK || errno == EINTR else {
          throw OutboxError.cannotWrite(path: path, reason: lastReason())
        }
        try await Task.sleep(for: .milliseconds(5))
      }
    } catch {
      Self.letGo(of: file)
      throw error
    }
    let isSpare = descriptor.withLock { held in
      if held != nil { return true }
      held = file
      return false
    }
    if isSpare { Self.letGo(of: file) }
    return result
  }

  func release() {
    descriptor.withLock { held in
      if let file = held { Self.letGo(of: file) }
      held = nil
    }
  }

  /// Unlocks the file before closing it: a child that was forked and has not begun its program yet has it open too, and
  /// the lock belongs to the open file, not to the descriptor (flock(2)).
  private static func letGo(of file: Int32) {
    flock(file, LOCK_UN)
    close(file)
  }
}
