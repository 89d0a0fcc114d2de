internal import Glibc
internal import Synchronization

/// Brings changes from the thread that sees them to the task that waits for them; the thread's side of it.
final class ChangeMailbox: Sendable {
  /// What happened since the reader looked last.
  typealias Changes = AsyncMapSequence<AsyncStream<Void>, PublicationChange>

  private final class Letter: Sendable {
    let change = Mutex<PublicationChange>([])
  }

  /// Readable when the reader is gone: its task was cancelled, or nobody has the sequence any more.
  let end: Int32
  private let bell: AsyncStream<Void>.Continuation
  private let letter: Letter

  private init(end: Int32, bell: AsyncStream<Void>.Continuation, letter: Letter) {
    self.end = end
    self.bell = bell
    self.letter = letter
  }

  deinit {
    close(end)
  }

  /// A mailbox and the sequence that its reader gets; nil when the system has no descriptor left.
  static func make() -> (mailbox: ChangeMailbox, changes: Changes)? {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    let (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let other = ends[1]
    // One of two sockets that is closed makes the other one readable. A stream ends once only.
    bell.onTermination = { _ in _ = close(other) }
    let letter = Letter()
    let changes = rings.map { letter.change.withLock { $0.takeAll() } }
    return (ChangeMailbox(end: ends[0], bell: bell, letter: letter), changes)
  }

  /// Joins a change to what the reader has not seen yet, and wakes it.
  func post(_ change: PublicationChange) {
    letter.change.withLock { $0.formUnion(change) }
    bell.yield()
  }
}

extension PublicationChange {
  fileprivate mutating func takeAll() -> Self {
    defer { self = [] }
    return self
  }
}
