internal import Synchronization

extension PublicationFiles {
  /// Files in memory, from path to text, for tests and previews.
  package static func inMemory(_ files: [String: String] = [:]) -> PublicationFiles {
    let store = FileTable(files)
    return PublicationFiles(
      read: { path in store.files.withLock { $0[path] } },
      writeAtomically: { text, path in store.files.withLock { $0[path] = text } },
      remove: { path in store.files.withLock { $0[path] = nil } },
      list: { folder in store.files.withLock { $0.keys.filter { $0.hasPrefix(folder + "/") }.sorted() } })
  }
}

private final class FileTable: Sendable {
  let files: Mutex<[String: String]>

  init(_ files: [String: String]) {
    self.files = Mutex(files)
  }
}
