import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// `daybook send` on a disk that is full.
@Suite(
  "A full disk", .enabled(if: geteuid() == 0, "left out: a small file system can be mounted by root alone"),
  .timeLimit(.minutes(2)))
struct CommandDiskTests {
  @Test("What cannot be kept is said at once, and goes when there is space")
  func full() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("a", port: server.port))
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
      let ballast = state.appending(path: "ballast")
      try Data(count: 6 << 20).write(to: ballast)
      let large = try await publication.post("large", text: String(repeating: "word ", count: 500_000))

      let began = ContinuousClock.now
      let run = try await CommandRun("send", large, in: folder)
      let wait = began.duration(to: .now)
      #expect(run.status == 73)
      #expect(run.messages.contains("state.sqlite: cannot write: no space left on the disk"), "\(run.messages)")
      #expect(server.accepted == 0)
      try FileManager.default.removeItem(at: ballast)
      #expect(try await CommandRun("send", large, in: folder).status == 0)
      #expect(try await publication.deliveries().map(\.state) == ["delivered", "delivered"])
      print("daybook send on a full disk: exit code 73 after \(wait), and all delivered once there was space")
      server.stop()
    }
  }
}
