import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// What was accepted survives SIGKILL; `DAYBOOK_LONG_TESTS=1` takes 20,000 deliveries through 500 kills.
///
/// The receiver's own log tells what arrived.
@Suite(.serialized) struct CrashTests {
  /// The points at which a process is stopped, and how often its delivery may come twice then.
  enum Point: String, CaseIterable {
    case committing, claimed, sent, recorded

    var doubles: Int { self == .sent ? 1 : 0 }
  }

  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"
  private static let inFlight = 16

  private static func ids(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: FaultyDisk.isAvailable, "left out: no C compiler"), arguments: Point.allCases)
  func stoppedAtAnyPointNothingIsLost(_ point: Point) async throws {
    try await withTemporaryFolder { folder in
      let log = try ReceiverLog(folder.appending(path: "received"))
      let server = try LoopbackServer { request in
        log.note(request)
        return .answer(200)
      }
      let disk = try FaultyDisk(in: folder)
      let state = folder.appending(path: "state").path
      let rounds = Self.isLong ? 100 : 3
      var ids: [String] = []
      for round in 0..<rounds {
        let accepted = try ChildProcess("DelivererHelper", ["accept-each", state, "1", "\(point)\(round)"]).text()
        ids.append(try #require(accepted.split(separator: " ").first.map(String.init)))
        if point == .committing {
          // The first two writes to the log belong to the claim, and its commit comes after them.
          let child = try ChildProcess(
            "DelivererHelper", ["deliver", state, "\(server.port)"],
            environment: disk.environment(["KILL_AT_LOG_WRITE": "\(1 + round % 2)"]))
          #expect(try child.text() == "ready\n")
          #expect(child.exitCode == nil)
        } else {
          let child = try ChildProcess("DelivererHelper", ["halt", state, "\(server.port)", point.rawValue])
          #expect(child.piece() == "at \(point)\n")
          #expect(child.kill())
        }
        #expect(try log.entries().count { $0.id == ids[round] } == (point == .sent || point == .recorded ? 1 : 0))
        _ = try ChildProcess("DelivererHelper", ["deliver", state, "\(server.port)"]).text()
      }
      let counts = Dictionary(grouping: try log.entries(), by: \.id).mapValues(\.count)
      #expect(Set(counts.keys) == Set(ids))
      let doubles = counts.values.map { $0 - 1 }
      #expect(doubles.allSatisfy { $0 <= point.doubles })
      print(
        "stopped when \(point): \(rounds) times, \(Set(ids).subtracting(counts.keys).count) lost,",
        "at most \(doubles.max() ?? 0) doubles of one")
      server.stop()
    }
  }

  @Test func killedWithClaimsByTheHundredNothingIsLost() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    try await withTemporaryFolder { folder in
      let ids = Self.ids(try ChildProcess("DelivererHelper", ["accept", folder.path, "100"]).text())
      #expect(ids.count == 100)
      let claimer = try ChildProcess("DelivererHelper", ["claim", folder.path])
      #expect(claimer.piece() == "claimed 100\n")
      claimer.kill()
      let said = try ChildProcess("DelivererHelper", ["deliver", folder.path, "\(server.port)"]).text()
      #expect(said == "ready\ndelivered 100\n")
      #expect(server.requests.compactMap { $0.header("webhook-id") }.sorted() == ids.sorted())
    }
    server.stop()
  }

  @Test func killedAgainAndAgainWhileDeliveringNothingIsLost() async throws {
    let (count, rounds, longest) = Self.isLong ? (20_000, 500, 500) : (600, 8, 150)
    try await withTemporaryFolder { folder in
      let log = try ReceiverLog(folder.appending(path: "received"))
      // Slow enough that the work lasts for all the kills.
      let server = try LoopbackServer(keepsRequests: false) { request in
        log.note(request)
        return log.round < rounds ? .after(milliseconds: .random(in: 0...120), .answer(200)) : .answer(200)
      }
      let state = folder.appending(path: "state").path
      let ids = Self.ids(try ChildProcess("DelivererHelper", ["accept", state, "\(count)"]).text())
      var kills = 0
      for round in 0..<rounds {
        log.round = round
        let child = try ChildProcess(
          "DelivererHelper", ["run", state, "\(server.port)", "inFlight=\(Self.inFlight)"])
        // The pauses count from the moment that it delivers.
        _ = child.piece()
        try await Task.sleep(for: .milliseconds(Int.random(in: 5...longest)))
        if child.kill() { kills += 1 }
        let database = try StateDatabase(folder: state)
        #expect(try database.problems() == [])
        try database.close()
      }
      log.round = rounds
      _ = try ChildProcess("DelivererHelper", ["deliver", state, "\(server.port)"]).text()

      let entries = try log.entries()
      let received = Dictionary(grouping: entries, by: \.id)
      let lost = Set(ids).subtracting(received.keys)
      #expect(lost.isEmpty)
      #expect(received.count == count)
      #expect(received.values.allSatisfy { Set($0.map(\.body)).count == 1 })
      // What came again was in flight at a kill: in each round, no more than may be.
      let again = received.values.flatMap { $0.sorted { $0.round < $1.round }.dropLast() }
      let perKill = Dictionary(grouping: again, by: \.round).mapValues(\.count)
      #expect(perKill.values.allSatisfy { $0 <= Self.inFlight })
      print(
        "crash test: \(count) accepted, \(kills) kills, \(entries.filter { $0.round < rounds }.count) came between",
        "kills, \(lost.count) lost, \(again.count) sent twice, at most \(perKill.values.max() ?? 0) after one kill",
        "(in flight: \(Self.inFlight))")
      server.stop()
    }
  }
}
