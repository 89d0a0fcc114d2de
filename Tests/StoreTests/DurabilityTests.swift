import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// What an acknowledgement is worth: synced, said within a second when it cannot be given, and never lost to rivals.
@Suite(.serialized, .timeLimit(.minutes(10))) struct DurabilityTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"
  private static let strace = "/usr/bin/strace"
  private static let isRoot = geteuid() == 0

  @Test func everyCommitIsSynced() async throws {
    try await withTemporaryFolder { folder in
      // On the connection that made the database, and on one that found it.
      for _ in 1...2 {
        let database = try StateDatabase(folder: folder.path)
        #expect(try database.syncLevel() == 2)
        try database.close()
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: strace), "left out: strace is not installed"))
  func everyAcknowledgementComesAfterASync() async throws {
    try await withTemporaryFolder { folder in
      let trace = folder.appending(path: "trace")
      let said = try ChildProcess(
        "DelivererHelper", ["accept-each", folder.appending(path: "state").path, "50", "one"],
        under: [Self.strace, "-f", "-o", trace.path, "-e", "trace=write,pwrite64,fsync,fdatasync", "-s", "64"]
      ).text()
      #expect(said.split(separator: "\n").count == 50)
      var acknowledged = 0
      var isSynced = false
      for line in try String(contentsOf: trace, encoding: .utf8).split(separator: "\n") {
        if line.contains("fdatasync(") || line.contains("fsync(") { isSynced = true }
        if line.contains("pwrite64(") { isSynced = false }
        if line.contains("write(1, \"msg_") {
          acknowledged += 1
          #expect(isSynced, "\(line)")
        }
      }
      #expect(acknowledged == 50)
      print("acknowledgements: \(acknowledged) of 50 after a sync")
    }
  }

  @Test func writersBesideADelivererAreNeverTurnedAway() async throws {
    let (writers, count) = Self.isLong ? (8, 500) : (4, 60)
    let server = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
    try await withTemporaryFolder { folder in
      _ = try ChildProcess("DelivererHelper", ["accept", folder.path, "2000"]).text()
      let deliverer = try ChildProcess("DelivererHelper", ["run", folder.path, "\(server.port)"])
      let children = try (0..<writers).map {
        try ChildProcess("DelivererHelper", ["accept-opening", folder.path, "\(count)", "writer\($0)"])
      }
      let lines = try children.flatMap { try $0.text().split(separator: "\n").map(String.init) }
      deliverer.send(SIGTERM)
      #expect(try deliverer.text() == "ready\nreleased 0, unrecorded 0\n")
      let refused = lines.filter { !$0.hasPrefix("msg_") }
      #expect(refused == [])
      #expect(lines.count == writers * count)
      let times = lines.compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }.sorted()
      let p99 = times[times.count * 99 / 100]
      if Self.isLong { #expect(p99 <= 250) }
      print(
        "writers: \(writers) × \(count) beside a deliverer, \(refused.count) turned away,",
        "p50 \(times[times.count / 2]) ms, p99 \(p99) ms")
      let database = try StateDatabase(folder: folder.path)
      let rows = try await SQLiteOutbox(database).deliveries(DeliveryFilter())
      #expect(rows.count == 2_000 + writers * count)
      try database.close()
    }
    server.stop()
  }

  @Test(.enabled(if: isRoot, "left out: a small file system can be mounted by root alone"))
  func aFullDiskIsSaidAndWhatWasAcceptedStays() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    try await withTemporaryFolder { folder in
      let disk = folder.appending(path: "disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
      guard Self.run("/bin/mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.path]) else {
        // A container may forbid mounts even to root: nothing can be shown there.
        return
      }
      defer { _ = Self.run("/bin/umount", ["-l", disk.path]) }
      let state = disk.appending(path: "state").path
      let child = try ChildProcess("DelivererHelper", ["accept-each", state, "100000", "many"])
      let lines = try child.text().split(separator: "\n").map(String.init)
      #expect(child.exitCode == 73)
      let refusal = try #require(lines.last)
      #expect(refusal.contains("state.sqlite: cannot write: no space left on the disk"), "\(refusal)")
      let wait = refusal.split(separator: " ").dropFirst(2).first.flatMap { Double($0.dropLast()) } ?? .infinity
      if Self.isLong { #expect(wait <= 1_000) }
      let acknowledged = Set(lines.dropLast().compactMap { $0.split(separator: " ").first.map(String.init) })
      #expect(acknowledged.count > 500)

      // A deliverer waits until there is space, and then goes on by itself.
      let deliverer = try ChildProcess("DelivererHelper", ["run", state, "\(server.port)"])
      #expect(deliverer.piece() == "ready\n")
      let trouble = deliverer.piece()
      #expect(trouble.hasPrefix("trouble: \(state)/state.sqlite: cannot write: no space left"), "\(trouble)")
      #expect(Self.run("/bin/mount", ["-o", "remount,size=32m", disk.path]))
      let freed = ContinuousClock.now
      while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      let resumed = freed.duration(to: .now)
      if Self.isLong { #expect(resumed <= .seconds(5)) }
      let more = try ChildProcess("DelivererHelper", ["accept-each", state, "100", "more"]).text()
      #expect(more.split(separator: "\n").count == 100)
      let received = { Set(server.requests.compactMap { $0.header("webhook-id") }) }
      while received().count < acknowledged.count + 100 { try await Task.sleep(for: .milliseconds(20)) }
      deliverer.send(SIGTERM)
      _ = try deliverer.text()
      #expect(deliverer.exitCode == 0)
      let lost = acknowledged.subtracting(received())
      #expect(lost.isEmpty)
      let database = try StateDatabase(folder: state)
      #expect(try database.problems() == [])
      try database.close()
      print(
        "full disk: \(acknowledged.count) acknowledged, \(lost.count) lost, refused within \(wait) ms,",
        "delivering again \(resumed) after space was freed")
    }
    server.stop()
  }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
