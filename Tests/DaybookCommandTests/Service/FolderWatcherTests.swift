import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DaybookCommand

@Suite(.timeLimit(.minutes(10)))
struct FolderWatcherTests {
  /// A step of an editor, and the part of the publication that it changes.
  private static let steps: [(name: String, expected: PublicationChange, step: @Sendable (URL) throws -> Void)] = [
    ("a settings file is written", .settings, { try $0.write("daybook.yaml", "name: B") }),
    (
      "a settings file is replaced by rename", .settings,
      { folder in
        try folder.write(".daybook.yaml.new", "name: C")
        try #require(rename(folder.file(".daybook.yaml.new"), folder.file("daybook.yaml")) == 0)
      }
    ),
    ("a timeline is written", .timelines, { try $0.write("Timelines/a.md", "changed") }),
    ("a timeline is removed", .timelines, { try #require(unlink($0.file("Timelines/a.md")) == 0) }),
    ("a template in a folder", .templates, { try $0.write("Templates/posts/x.mustache", "{{title}}") }),
    ("a draft in a new folder of a new folder", .drafts, { try $0.write("Drafts/2024-09-05/x/wins.md", "text") }),
    ("a draft in that folder again", .drafts, { try $0.write("Drafts/2024-09-05/x/wins.md", "edited") }),
    (
      "a folder of drafts is moved", .drafts,
      { try #require(rename($0.file("Drafts/2024-09-05"), $0.file("Drafts/2024-09-06")) == 0) }
    ),
    ("a draft in the moved folder", .drafts, { try $0.write("Drafts/2024-09-06/x/wins.md", "again") }),
    ("the outbox", .outbox, { try $0.write(".daybook/state.sqlite-wal", "frames") }),
  ]

  @Test func everyPartIsToldAndNoOther() async throws {
    try await withPublication { folder in
      let watcher = try await FolderWatcher.start(folder.places, pace: .brisk) { Issue.record("\($0)") }
      var changes = watcher.changes.makeAsyncIterator()
      var previous: PublicationChange = []
      for (name, expected, step) in Self.steps {
        try step(folder)
        // On a busy machine a step may ring twice; a part that nobody touched must not.
        while let change = await changes.next(isolation: #isolation), change != expected {
          #expect(expected.union(previous).isSuperset(of: change), "\(name)")
          if change.contains(expected) { break }
        }
        previous = expected
        try await Task.sleep(for: .milliseconds(150))
      }
    }
  }

  @Test func foldersThatWereNotThereAreSeenWhenTheyCome() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("daybook.yaml", "name: A")
      let watcher = try await FolderWatcher.start(folder.places, pace: .brisk) { Issue.record("\($0)") }
      var seen: PublicationChange = []
      try folder.write("Timelines/a.md", "text")
      try folder.write(".daybook/state.sqlite-wal", "frames")
      for await change in watcher.changes {
        seen.formUnion(change)
        if seen.isSuperset(of: [.timelines, .outbox]) { break }
      }
      try folder.write("Timelines/a.md", "edited")
      // The time limit ends this where it is not told.
      for await change in watcher.changes where change.contains(.timelines) { break }
    }
  }

  @Test func whatEditorsWriteBesideAFileIsNoChange() async throws {
    try await withPublication { folder in
      let watcher = try await FolderWatcher.start(folder.places, pace: .brisk) { Issue.record("\($0)") }
      for name in ["Timelines/.a.md.swp", "Timelines/a.md~", "Drafts/x.md.77.tmp", "notes.txt", ".daybook/cache"] {
        try folder.write(name, "text")
      }
      try await Task.sleep(for: .milliseconds(200))
      try folder.write("Templates/newsletter.mustache", "{{title}}")
      var changes = watcher.changes.makeAsyncIterator()
      #expect(await changes.next(isolation: #isolation) == .templates)
    }
  }

  @Test func manyWritesAreFewNotices() async throws {
    try await withPublication { folder in
      let watcher = try await FolderWatcher.start(folder.places, pace: .brisk) { Issue.record("\($0)") }
      for number in 0..<500 { try folder.write("Drafts/\(number).md", "text") }
      try await Task.sleep(for: .milliseconds(1_500))
      try folder.write("daybook.yaml", "the end")
      var count = 0
      for await change in watcher.changes {
        if change.contains(.settings) { break }
        #expect(change == .drafts)
        count += 1
      }
      // A slow reader gets everything at once.
      #expect(count <= 1)
    }
  }

  @Test func theTargetOfALinkIsLookedAt() async throws {
    try await withPublication { folder in
      try await withTemporaryFolder { elsewhere in
        try elsewhere.write("shared.md", "text")
        try #require(symlink(elsewhere.file("shared.md"), folder.file("Timelines/shared.md")) == 0)
        var pace = FolderWatcher.Pace.brisk
        pace.look = .milliseconds(100)
        let watcher = try await FolderWatcher.start(folder.places, pace: pace) { Issue.record("\($0)") }
        try elsewhere.write("shared.md", "edited elsewhere")
        var changes = watcher.changes.makeAsyncIterator()
        #expect(await changes.next(isolation: #isolation) == .timelines)
      }
    }
  }

  @Test func anOverflowOfTheKernelsQueueMeansEverything() async throws {
    try await withPublication { folder in
      let inotify = try Inotify()
      _ = try inotify.watch(folder.places.folders())
      let queue = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
      let length = try #require(Int(queue.trimmingCharacters(in: .whitespacesAndNewlines)))
      for number in 0...length / 2 {
        let path = folder.file("Drafts/\(number % 2).md")
        close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644))
        unlink(path)
      }
      let notices = inotify.notices()
      #expect(notices.change == .everything)
      #expect(notices.areFoldersOld)
      #expect(inotify.notices().change == [])
    }
  }

  @Test func withoutTheKernelsHelpTheFilesAreLookedAt() async throws {
    try await withPublication { folder in
      let warning = Mutex("")
      let watcher = try await FolderWatcher.start(folder.places, pace: .brisk) { () throws(InotifyError) in
        throw InotifyError(reason: "no space left on device")
      } warn: { text in
        warning.withLock { $0 = text }
      }
      #expect(warning.withLock(\.self).contains("inotify: no space left on device"))
      var changes = watcher.changes.makeAsyncIterator()
      for (file, expected) in [("Timelines/a.md", .timelines), (".daybook/state.sqlite-wal", .outbox)]
        as [(String, PublicationChange)]
      {
        try folder.write(file, "edited")
        var change = await changes.next(isolation: #isolation)
        while change?.contains(expected) == false { change = await changes.next(isolation: #isolation) }
      }
    }
  }

  @Test func theThreadEndsWithItsReader() async throws {
    try await withPublication { folder in
      let places = folder.places
      let reader = Task {
        let watcher = try await FolderWatcher.start(places, pace: .brisk) { Issue.record("\($0)") }
        for await _ in watcher.changes {}
      }
      while try !Self.isWatched(folder) { try await Task.sleep(for: .milliseconds(20)) }
      reader.cancel()
      try await reader.value
      do {
        _ = try await FolderWatcher.start(places, pace: .brisk) { Issue.record("\($0)") }
      }
      // The time limit ends this test if the threads stay.
      while try Self.isWatched(folder) { try await Task.sleep(for: .milliseconds(20)) }
    }
  }

  /// Whether an inotify instance of this process watches a folder; other tests have theirs.
  private static func isWatched(_ folder: URL) throws -> Bool {
    var system = stat()
    guard unsafe stat(folder.path, &system) == 0 else { throw POSIXError(.ENOENT) }
    let mark = "ino:\(String(system.st_ino, radix: 16)) "
    return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fdinfo").contains { name in
      (try? String(contentsOfFile: "/proc/self/fdinfo/\(name)", encoding: .utf8))?.split(separator: "\n")
        .contains { $0.hasPrefix("inotify ") && $0.contains(mark) } ?? false
    }
  }
}

extension FolderWatcher.Pace {
  /// Quicker than people need it, for tests.
  fileprivate static let brisk = Self(
    quiet: .milliseconds(50), patience: .seconds(1), breath: .milliseconds(5), look: .seconds(600),
    lookWithoutNotices: .milliseconds(50))
}

/// A small publication in a folder of its own.
private func withPublication(_ body: (URL) async throws -> Void) async throws {
  try await withTemporaryFolder { folder in
    let files = [
      "daybook.yaml", "Timelines/a.md", "Templates/posts/x.mustache", "Drafts/2024-W36/newsletter.md",
      ".daybook/state.sqlite-wal",
    ]
    for file in files { try folder.write(file, "text") }
    try await body(folder)
  }
}

extension URL {
  fileprivate var places: PublicationPlaces { PublicationPlaces(WorkspaceFolder(path: path)) }

  fileprivate func file(_ name: String) -> String { appending(path: name).path }

  fileprivate func write(_ name: String, _ text: String) throws {
    let file = appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
