internal import Glibc

/// The kernel's own notices of changes in folders, inotify(7); belongs to the thread that made it.
final class Inotify {
  /// What the notices since the last reading say.
  struct Notices {
    var change: PublicationChange = []
    /// Folders came, went or moved: those to watch have to be looked up again.
    var areFoldersOld = false
  }

  /// Readable when there are notices.
  let descriptor: Int32
  private var watched: [Int32: [PublicationPlaces.Watched]] = [:]

  /// - Throws: ``InotifyError`` where the kernel gives no instance (128 for a user, often).
  init() throws(InotifyError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw InotifyError(reason: FileSystem.systemReason()) }
  }

  deinit {
    close(descriptor)
  }

  /// Watches exactly these folders from now on; those that are not there are left out.
  ///
  /// - Returns: what the folders that are new to the watch may hold already.
  /// - Throws: ``InotifyError`` when the kernel's limit is reached.
  func watch(_ folders: [PublicationPlaces.Watched]) throws(InotifyError) -> PublicationChange {
    var next: [Int32: [PublicationPlaces.Watched]] = [:]
    var new: PublicationChange = []
    for folder in folders {
      let number = inotify_add_watch(descriptor, folder.path, Self.mask)
      guard number >= 0 else {
        guard errno != ENOSPC, errno != ENOMEM else { throw InotifyError(reason: FileSystem.systemReason()) }
        continue
      }
      if watched[number] == nil { new.formUnion(folder.all) }
      next[number, default: []].append(folder)
    }
    for number in watched.keys where next[number] == nil { inotify_rm_watch(descriptor, number) }
    watched = next
    return new
  }

  /// Reads what there is, without waiting.
  func notices() -> Notices {
    var notices = Notices()
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        add(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: &notices)
      }
    }
    return notices
  }

  private func add(_ bytes: UnsafeRawBufferPointer, to notices: inout Notices) {
    let head = MemoryLayout<inotify_event>.size
    var offset = 0
    while offset + head <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let field = bytes[(offset + head)...].prefix(Int(event.len))
      add(event, name: String(decoding: field.prefix { $0 != 0 }, as: UTF8.self), to: &notices)
      offset += head + Int(event.len)
    }
  }

  private func add(_ event: inotify_event, name: String, to notices: inout Notices) {
    let mask = event.mask
    if mask & UInt32(IN_Q_OVERFLOW) != 0 {
      notices.change = .everything
      notices.areFoldersOld = true
      return
    }
    let aboutFolders = UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_UNMOUNT) | UInt32(IN_IGNORED)
    if mask & (aboutFolders | UInt32(IN_ISDIR)) != 0 { notices.areFoldersOld = true }
    if mask & UInt32(IN_IGNORED) != 0 { watched[event.wd] = nil }
    for folder in watched[event.wd] ?? [] where !name.isEmpty {
      let change = folder.change(of: name)
      if mask & UInt32(IN_MODIFY) != 0 {
        // A file that somebody writes is read when it is whole; the database's log just grows.
        notices.change.formUnion(change.intersection(.outbox))
      } else {
        // Opening and closing a database touches its log too, and means nothing.
        notices.change.formUnion(change.subtracting(.outbox))
        // Such a name may be that of a link to a folder.
        if folder.isByName, !change.isEmpty { notices.areFoldersOld = true }
      }
    }
  }

  private static let mask = [
    IN_ATTRIB, IN_CLOSE_WRITE, IN_CREATE, IN_DELETE, IN_DELETE_SELF, IN_MODIFY, IN_MOVE_SELF, IN_MOVED_FROM,
    IN_MOVED_TO, IN_ONLYDIR,
  ].reduce(UInt32(0)) { $0 | UInt32($1) }
}

/// Why the kernel does not watch folders for us.
struct InotifyError: Error {
  var reason: String
}
