import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// What was accepted survives SIGKILL; `DAYBOOK_LONG_TESTS=1` takes 20,000 deliveries through 500 kills.
@Suite(.serialized) struct CrashTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  @Test func killedBetweenAcceptanceAndDeliveryNothingIsLost() async throws {
    let server = try LoopbackServer { _ in .answer(200) }
    try await withTemporaryFolder { folder in
      let ids = try ChildProcess("DelivererHelper", ["accept", folder.path, "100"]).text()
        .split(separator: "\n").map(String.init)
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
    let (count, rounds) = Self.isLong ? (20_000, 500) : (1_500, 10)
    let server = try LoopbackServer { _ in .answer(200) }
    try await withTemporaryFolder { folder in
      let ids = try ChildProcess("DelivererHelper", ["accept", folder.path, "\(count)"]).text()
        .split(separator: "\n").map(String.init)
      var kills = 0
      for _ in 0..<rounds {
        let child = try ChildProcess("DelivererHelper", ["deliver", folder.path, "\(server.port)"])
        // The pauses count from the moment that it delivers.
        _ = child.piece()
        try await Task.sleep(for: .milliseconds(Int.random(in: 5...(Self.isLong ? 20 : 150))))
        if child.kill() { kills += 1 }
        let database = try StateDatabase(folder: folder.path)
        #expect(try database.problems() == [])
        try database.close()
      }
      _ = try ChildProcess("DelivererHelper", ["deliver", folder.path, "\(server.port)"]).text()

      let bodies = Dictionary(grouping: server.requests) { $0.header("webhook-id") ?? "" }
      #expect(Set(bodies.keys) == Set(ids))
      #expect(bodies.values.allSatisfy { Set($0.map(\.body)).count == 1 })
      let doubles = server.requests.count - count
      #expect((0...kills * 64).contains(doubles))
      print("crash test: \(count) accepted, \(kills) kills, 0 lost, \(doubles) sent twice")
    }
    server.stop()
  }
}
