import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// What an acknowledgement is worth on a disk that fails a sync, cuts a write short, or loses its power.
@Suite(.serialized, .enabled(if: FaultyDisk.isAvailable, "left out: no C compiler"))
struct FailingDiskTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  private static func ids(_ lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix("msg_") }.compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func whatWasAcknowledgedBeforeASyncFailedIsThere() async throws {
    try await withTemporaryFolder { folder in
      let disk = try FaultyDisk(in: folder)
      let state = folder.appending(path: "state").path
      try StateDatabase(folder: state).close()
      var acknowledged: Set<String> = []
      var slowest = Duration.zero
      let rounds = Self.isLong ? 200 : 12
      for round in 1...rounds {
        let began = ContinuousClock.now
        let child = try ChildProcess(
          "DelivererHelper", ["accept-each", state, "60", "round\(round)"],
          environment: disk.environment(["FAIL_SYNC_AT": "\(1 + round % 20)"]))
        let lines = try child.text().split(separator: "\n").map(String.init)
        slowest = max(slowest, began.duration(to: .now))
        #expect(child.exitCode == 73)
        #expect(lines.last?.contains("state.sqlite: cannot write: the disk failed") == true, "\(lines.last ?? "")")
        acknowledged.formUnion(Self.ids(lines.dropLast()))
      }
      let lost = acknowledged.subtracting(try await Self.rows(state))
      #expect(acknowledged.count > rounds)
      #expect(lost.isEmpty)
      if Self.isLong { #expect(slowest < .seconds(5)) }
      print(
        "failing syncs: \(rounds) rounds, \(acknowledged.count) acknowledged, \(lost.count) lost, stopped within",
        slowest)
    }
  }

  @Test func aDelivererOnADiskThatFailsStops() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    try await withTemporaryFolder { folder in
      let disk = try FaultyDisk(in: folder)
      let state = folder.appending(path: "state").path
      let ids = try ChildProcess("DelivererHelper", ["accept", state, "50"]).text().split(separator: "\n")
        .map(String.init)
      let child = try ChildProcess(
        "DelivererHelper", ["run", state, "\(server.port)"], environment: disk.environment(["FAIL_SYNC_AT": "2"]))
      #expect(try child.text().contains("failed: \(state)/state.sqlite: cannot write: the disk failed"))
      #expect(child.exitCode == 73)
      _ = try ChildProcess("DelivererHelper", ["deliver", state, "\(server.port)"]).text()
      #expect(Set(server.requests.compactMap { $0.header("webhook-id") }) == Set(ids))
    }
    server.stop()
  }

  @Test func writesThatAreCutShortAreFinished() async throws {
    try await withTemporaryFolder { folder in
      let disk = try FaultyDisk(in: folder)
      let state = folder.appending(path: "state").path
      let rounds = Self.isLong ? 200 : 4
      var acknowledged: [String] = []
      for round in 0..<rounds {
        let child = try ChildProcess(
          "DelivererHelper", ["accept-each", state, "20", "cut\(round)"],
          environment: disk.environment(["CUT_WRITE_AT": "\(2 + round % 9)"]))
        acknowledged += Self.ids(try child.text().split(separator: "\n").map(String.init))
        #expect(child.exitCode == 0)
      }
      #expect(acknowledged.count == rounds * 20)
      #expect(try await Self.rows(state) == Set(acknowledged))
      print("short writes: \(rounds) rounds, \(acknowledged.count) acknowledged, 0 lost")
    }
  }

  @Test func whatWasAcknowledgedBeforeThePowerWasCutIsThere() async throws {
    try await withTemporaryFolder { folder in
      let disk = try FaultyDisk(in: folder)
      let state = folder.appending(path: "state")
      try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
      var acknowledged: Set<String> = []
      let rounds = Self.isLong ? 100 : 6
      var start: [String: Data] = [:]
      for round in 0..<rounds {
        let journal = folder.appending(path: "journal")
        try? FileManager.default.removeItem(at: journal)
        let child = try ChildProcess(
          "DelivererHelper", ["accept-each", state.path, "100000", "round\(round)"],
          environment: disk.environment(["DISK_JOURNAL": journal.path, "DISK_FOLDER": state.path]))
        var said = ""
        let wanted = Int.random(in: 1...(Self.isLong ? 400 : 100))
        while said.utf8.count(where: { $0 == 0x0A }) < wanted {
          let piece = child.piece()
          if piece.isEmpty { break }
          said += piece
        }
        #expect(child.kill())
        said += try child.text()
        acknowledged.formUnion(Self.ids(said.split(separator: "\n").map(String.init)))

        let files = try DiskJournal(journal).files(
          in: state.path, from: start, cut: round.isMultiple(of: 2) ? .dropsAll : .keepsSome)
        try FileManager.default.removeItem(at: state)
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        for (name, data) in files { try data.write(to: state.appending(path: name)) }
        #expect(acknowledged.subtracting(try await Self.rows(state.path)).isEmpty)
        start = try Self.files(in: state)
      }
      let lost = acknowledged.subtracting(try await Self.rows(state.path))
      print("power cuts: \(rounds), \(acknowledged.count) acknowledged, \(lost.count) lost")
    }
  }

  /// The ids in a sound database.
  private static func rows(_ state: String) async throws -> Set<String> {
    let database = try StateDatabase(folder: state)
    #expect(try database.problems() == [])
    let ids = try await SQLiteOutbox(database).deliveries(DeliveryFilter()).map(\.id)
    try database.close()
    return Set(ids)
  }

  private static func files(in folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }
}
