internal import FoundationEssentials
internal import Glibc
internal import Scheduler
internal import Timeline

extension Workspace {
  /// Timelines of fewer bytes in all are read as fast as their index would be opened.
  private static let leastIndexed = 1 << 18

  /// What `body` makes of the index of all timelines by days; of large ones from cache files in `.daybook/`, of which
  /// only those are made anew whose timeline has changed.
  ///
  /// What comes from a cache file has no text. `body` may be called again where a cache file turns out to be damaged.
  func withAnniversaryIndex<Value>(_ body: (AnniversaryIndex) -> Value) throws(CommandFailure) -> Value {
    let now = Int64(Date().timeIntervalSince1970 * 1e9)
    let files = try timelinePaths().compactMap(Self.file)
    guard files.reduce(0, { $0 + $1.size }) >= Self.leastIndexed else { return body(AnniversaryIndex(try entries())) }
    do {
      return try indexCache().withIndex(of: files, now: now, body)
    } catch {
      throw CommandFailure(error) ?? CommandFailure(.badData, "\(folder.display(folder.timelines)): \(error)")
    }
  }

  private func indexCache() -> AnniversaryIndexCache {
    let state = folder.state
    // Whatever changes what is read of a timeline; the folder keeps another publication's index apart.
    let order = settings.dateOrder.map { "\($0)" } ?? "none"
    return AnniversaryIndexCache(
      settings: "\(order) \(folder.path)",
      read: { Data(try FileSystem.read($0)) },
      parse: { bytes, path in
        let text = try FileSystem.decode(Array(bytes), path: folder.display(path))
        return try readings(of: [timeline(text, at: path)]).flatMap(\.document.taggedEntries)
      },
      load: { try? Data(contentsOf: URL(filePath: Path.join(state, $0)), options: .alwaysMapped) },
      save: { bytes, name in
        try? FileSystem.makeFolder(state, mode: 0o700)
        try? FileSystem.write(Array(bytes), to: Path.join(state, name))
      })
  }

  private static func file(_ path: String) -> AnniversaryIndexCache.File? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    return AnniversaryIndexCache.File(path: path, size: Int(status.st_size), modified: modified)
  }
}
