import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// `daybook send` on a disk that is full.
@Suite(
  "A full disk", .enabled(if: geteuid() == 0, "left out: a small file system can be mounted by root alone"),
  .timeLimit(.minutes(10)))
struct CommandDiskTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  /// A thousand bytes that are quickly checked.
  private static let longWord = String(repeating: "w", count: 999) + " "

  @Test("What cannot be kept is said at once, and goes when there is space")
  func full() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
      let publication = try Publication(
        in: folder, webhooks: SendTests.webhook("a", port: server.port), more: "check: {post-too-long: off}")
      let state = folder.appending(path: ".daybook")
      try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
      let mount = try ChildProcess(
        program: "/bin/mount", ["-t", "tmpfs", "-o", "size=8m,mode=0700", "tmpfs", state.path])
      _ = try mount.text()
      // A container may forbid mounts even to root: nothing can be shown there.
      guard mount.exitCode == 0 else { return }
      defer { _ = try? ChildProcess(program: "/bin/umount", ["-l", state.path]).text() }
      let small = try await publication.post("small")
      #expect(try await CommandRun("send", small, "--enqueue", in: folder).status == 0)
      let post = try await publication.post("next")
      let large = try await publication.post("large", text: String(repeating: Self.longWord, count: 800))
      let ballast = state.appending(path: "ballast")

      // No room for so much as the log's index, then none for a large draft.
      var waits: [Duration] = []
      for (free, draft) in [(0, post), (1 << 19, large)] {
        try Self.fill(ballast, leaving: free)
        let began = ContinuousClock.now
        let run = try await CommandRun("send", draft, in: folder)
        waits.append(began.duration(to: .now))
        #expect(run.status == 73)
        #expect(run.messages.contains("state.sqlite: cannot write: no space left on the disk"), "\(run.messages)")
        #expect(server.accepted == 0)
      }
      if Self.isLong { #expect(waits[0] <= .seconds(1)) }
      truncate(ballast.path, 0)
      #expect(try await CommandRun("send", post, large, in: folder).status == 0)
      #expect(try await publication.deliveries().map(\.state) == ["delivered", "delivered", "delivered"])
      print(
        "daybook send on a full disk: exit code 73 after \(waits[0]), with a draft of 800 KB after \(waits[1]);",
        "all delivered once there was space")
      server.stop()
    }
  }

  /// Makes the file so large that this much of the file system is free.
  private static func fill(_ file: URL, leaving free: Int) throws {
    // To remove it would not do: a child that was just forked may have it open, and its space with it.
    truncate(file.path, 0)
    var system = statvfs()
    guard unsafe statvfs(file.deletingLastPathComponent().path, &system) == 0 else { throw POSIXError(.ENOENT) }
    try Data(count: Int(system.f_bavail) * Int(system.f_bsize) - free).write(to: file)
  }
}
