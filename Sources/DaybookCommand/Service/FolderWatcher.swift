internal import Delivery

/// Tells which parts of a publication have changed, soon after they did.
///
/// Changes that come together are told together: an editor's several writes are one change. Nothing is lost when the
/// reader is slow; what it has not read yet is joined. The sequence ends, and the watching with it, when the task that
/// reads it is cancelled or nobody has it any more.
///
/// The kernel's notices (inotify) tell at once. What they do not cover – network mounts, the target of a link – is
/// found by looking at the files once in a while, and where there are no notices at all, once in a few seconds.
///
/// ```swift
/// let watcher = try await FolderWatcher.start(PublicationPlaces(folder)) { logger.warning("\($0)") }
/// for await change in watcher.changes { if change.contains(.settings) { … } }
/// ```
struct FolderWatcher: Sendable {
  /// How fast changes are told.
  struct Pace: Sendable {
    /// So long nothing else must happen before files are told to have changed.
    var quiet: Duration = .milliseconds(150)
    /// They are told after this time anyway.
    var patience: Duration = .seconds(1)
    /// The shortest time between two notices of the outbox; the first is told at once.
    var breath: Duration = .milliseconds(20)
    /// How often the files are looked at although notices come, and when none do.
    var look: Duration = .seconds(60)
    var lookWithoutNotices: Duration = .seconds(3)
  }

  /// What changed; for one reader.
  let changes: ChangeMailbox.Changes

  /// Watches a publication from now on.
  ///
  /// - Parameters:
  ///   - places: where the publication's parts stand.
  ///   - pace: how fast changes are told.
  ///   - notices: how the kernel is asked.
  ///   - warn: called from another thread with a sentence when the kernel cannot be asked.
  /// - Returns: when what changes from here on will be told.
  /// - Throws: ``CommandFailure`` when the system gives no thread.
  static func start(
    _ places: PublicationPlaces, pace: Pace = Pace(),
    notices: @escaping @Sendable () throws(InotifyError) -> Inotify = { () throws(InotifyError) in try Inotify() },
    warn: @escaping @Sendable (String) -> Void
  ) async throws(CommandFailure) -> FolderWatcher {
    guard let (mailbox, changes) = ChangeMailbox.make() else { throw CommandFailure(.unavailable, cannotWatch) }
    let isStarted = await withCheckedContinuation { (started: CheckedContinuation<Bool, Never>) in
      let isThread = OwnThread.start {
        var watch = FolderWatch(places: places, pace: pace, mailbox: mailbox, warn: warn)
        watch.begin(notices)
        started.resume(returning: true)
        watch.run()
      }
      if !isThread { started.resume(returning: false) }
    }
    guard isStarted else { throw CommandFailure(.unavailable, cannotWatch) }
    return FolderWatcher(changes: changes)
  }

  private static let cannotWatch = "the system gives no thread to watch the publication with: out of resources"
}
