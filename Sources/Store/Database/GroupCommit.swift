internal import Delivery
internal import GRDB
internal import Synchronization

/// Gathers writes that come at the same time into one transaction, and so into one sync of the disk.
///
/// A write has happened, and its caller goes on, once the transaction is committed.
final class GroupCommit: Sendable {
  /// One caller's write; it may be run more than once, each time in a fresh transaction.
  private struct Job: Sendable {
    /// Does the work and gives the function that tells the caller, to be called after the commit.
    let run: @Sendable (Database) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var isDraining = false
    /// Set after an I/O error: what the disk holds is uncertain then, and nothing more may be acknowledged.
    var broken: OutboxError?
  }

  private let state = Mutex(State())
  private let queue: DatabaseQueue
  private let path: String

  init(queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// Runs `work` in a transaction, perhaps with that of others, and returns when it is on disk.
  func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(
        Job(
          run: { database in
            let value = try work(database)
            return { continuation.resume(returning: value) }
          },
          fail: { continuation.resume(throwing: $0) }))
    }
  }

  private func enqueue(_ job: Job) {
    let mustStart = state.withLock { state in
      state.waiting.append(job)
      defer { state.isDraining = true }
      return !state.isDraining
    }
    guard mustStart else { return }
    queue.asyncWriteWithoutTransaction { [self] database in
      while let batch = nextBatch() { commit(batch, in: database) }
    }
  }

  private func nextBatch() -> [Job]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isDraining = false
        return nil
      }
      defer { state.waiting = [] }
      return state.waiting
    }
  }

  private func commit(_ batch: [Job], in database: Database) {
    if let broken = state.withLock({ $0.broken }) { return batch.forEach { $0.fail(broken) } }
    do {
      var answers: [@Sendable () -> Void] = []
      try database.inTransaction(.immediate) {
        answers = try batch.map { try $0.run(database) }
        return .commit
      }
      answers.forEach { $0() }
    } catch {
      note(error)
      // One caller's mistake must not fail the others: each gets a transaction of its own.
      if batch.count > 1 { return batch.forEach { commit([$0], in: database) } }
      batch.forEach { $0.fail(error is OutboxError ? error : OutboxError(error, path: path)) }
    }
  }

  private func note(_ error: any Error) {
    guard let error = error as? DatabaseError, error.resultCode == .SQLITE_IOERR else { return }
    state.withLock { $0.broken = OutboxError(error, path: path) }
  }
}
