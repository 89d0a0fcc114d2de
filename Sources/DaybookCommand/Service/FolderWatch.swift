internal import Glibc

/// The work of a ``FolderWatcher``'s thread: waits for the kernel's notices, gathers them, and looks for itself.
struct FolderWatch {
  private typealias Instant = ContinuousClock.Instant

  private let places: PublicationPlaces
  private let pace: FolderWatcher.Pace
  private let mailbox: ChangeMailbox
  private let warn: @Sendable (String) -> Void

  private var inotify: Inotify?
  private var marks: [PublicationChange: FileMarks] = [:]
  /// What has changed and is not told yet, and until when it may wait.
  private var gathered: PublicationChange = []
  private var firstGathered = ContinuousClock.now
  private var due: Instant?
  private var nextLook = ContinuousClock.now

  init(
    places: PublicationPlaces, pace: FolderWatcher.Pace, mailbox: ChangeMailbox,
    warn: @escaping @Sendable (String) -> Void
  ) {
    self.places = places
    self.pace = pace
    self.mailbox = mailbox
    self.warn = warn
  }

  /// Takes note of how everything is now.
  mutating func begin(_ notices: () throws(InotifyError) -> Inotify) {
    do throws(InotifyError) {
      let inotify = try notices()
      _ = try inotify.watch(places.folders())
      self.inotify = inotify
    } catch {
      doWithout(error)
    }
    marks = places.look(.everything)
    setNextLook()
  }

  /// Watches until the reader is gone.
  mutating func run() {
    while wait() {
      if let inotify { take(inotify.notices()) }
      if ContinuousClock.now >= nextLook { look() }
      if let due, ContinuousClock.now >= due { tell() }
      // No more than so many rounds a second, however busy the outbox is.
      if hasEnded(within: pace.breath) { return }
    }
  }

  private mutating func take(_ notices: Inotify.Notices) {
    var change = notices.change
    if notices.areFoldersOld, let inotify {
      do throws(InotifyError) {
        change.formUnion(try inotify.watch(places.folders()))
      } catch {
        doWithout(error)
        change = .everything
      }
    }
    gather(change)
  }

  private mutating func gather(_ change: PublicationChange) {
    if change.contains(.outbox) { mailbox.post(.outbox) }
    let others = change.subtracting(.outbox)
    guard !others.isEmpty else { return }
    let now = ContinuousClock.now
    if gathered.isEmpty { firstGathered = now }
    gathered.formUnion(others)
    due = min(firstGathered + pace.patience, now + pace.quiet)
  }

  private mutating func tell() {
    marks.merge(places.look(gathered)) { $1 }
    mailbox.post(gathered)
    gathered = []
    due = nil
  }

  private mutating func look() {
    let now = places.look(.everything)
    var change: PublicationChange = []
    for (part, marks) in now where self.marks[part] != marks { change.formUnion(part) }
    marks = now
    setNextLook()
    // Notices have told of the outbox already.
    gather(inotify == nil ? change : change.subtracting(.outbox))
  }

  private mutating func setNextLook() {
    nextLook = .now + (inotify == nil ? pace.lookWithoutNotices : pace.look)
  }

  private mutating func doWithout(_ error: InotifyError) {
    inotify = nil
    nextLook = min(nextLook, .now + pace.lookWithoutNotices)
    let seconds = pace.lookWithoutNotices.components.seconds
    warn(
      "the kernel does not watch the publication's folders (inotify: \(error.reason)); the files are looked at every "
        + "\(seconds) s instead. More of fs.inotify.max_user_watches and max_user_instances helps")
  }

  /// Waits for notices, or for something to do; false when the reader is gone.
  private func wait() -> Bool {
    let next = min(due ?? nextLook, nextLook)
    var polled = [pollfd(fd: mailbox.end, events: Int16(POLLIN), revents: 0)]
    if let inotify { polled.append(pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0)) }
    poll(&polled, nfds_t(polled.count), Self.milliseconds(until: next))
    return polled[0].revents == 0
  }

  private func hasEnded(within time: Duration) -> Bool {
    var polled = pollfd(fd: mailbox.end, events: Int16(POLLIN), revents: 0)
    poll(&polled, 1, Self.milliseconds(until: .now + time))
    return polled.revents != 0
  }

  /// The time as poll(2) takes it, rounded up.
  private static func milliseconds(until instant: Instant) -> Int32 {
    let rest = (instant - .now).components
    guard rest.seconds >= 0, rest.attoseconds >= 0 else { return 0 }
    return Int32(min(rest.seconds, 3_600) * 1_000 + rest.attoseconds / 1_000_000_000_000_000 + 1)
  }
}
