import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// Look-ups that lead elsewhere each time, and look-ups that never end; the addresses that are really connected to are
/// noted below libcurl.
@Suite(.serialized, .enabled(if: FakeNetwork.isAvailable, "left out: no C compiler"), .timeLimit(.minutes(10)))
struct LyingNamesTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  /// What names lead to in turn: a public address first and something else the next time, or both at once.
  private static let answers = [
    "93.184.216.34", "127.0.0.1", "8.8.8.8,127.0.0.1", "10.0.0.7,1.1.1.1", "2606:4700:4700::1111", "::1",
    "::ffff:127.0.0.1,9.9.9.9", "169.254.169.254", "64:ff9b::7f00:1", "fe80::1", "0.0.0.0", "::", "192.168.1.1",
    "172.16.0.1,93.184.216.34", "100.64.0.1", "fd00:ec2::254", "2002:7f00:1::", "224.0.0.1", "255.255.255.255",
  ]

  @Test func noAnswerOfANameServerLeadsToAForbiddenAddress() async throws {
    try await withTemporaryFolder { folder in
      let network = try FakeNetwork(in: folder)
      let count = Self.isLong ? 1_000 : 100
      let helper = try ChildProcess(
        "DelivererHelper", ["rebind", "-", "\(count)"], environment: network.environment(answers: Self.answers))
      let said = try helper.text()
      let connections = network.connections()
      let policy = AddressPolicy(.public)
      let forbidden = try connections.filter { !policy.permits(try #require(IPAddress($0), "\($0)")) }
      #expect(forbidden.isEmpty)
      // Public addresses were tried, or the log would say nothing.
      #expect(Set(connections) == ["93.184.216.34", "8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "9.9.9.9"])
      #expect(!said.contains("status"))
      let refused = try #require(said.firstMatch(of: /forbiddenAddress (\d+)/).flatMap { Int($0.1) })
      #expect(refused >= count)
      if Self.isLong {
        print(
          "\(2 * count) look-ups that lead elsewhere each time: \(connections.count) connections tried,",
          "\(forbidden.count) of them to forbidden ranges; \(refused) requests refused")
      }
    }
  }

  @Test func namesThatHangHoldUpNobody() async throws {
    try await withTemporaryFolder { folder in
      let network = try FakeNetwork(in: folder)
      let server = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
      var rounds: [Round] = []
      for _ in 0..<(Self.isLong ? 5 : 1) { rounds.append(try Self.round(beside: 100, in: network, server)) }
      server.stop()
      #expect(rounds.allSatisfy { $0.timeouts == 100 && $0.threads <= 64 })
      guard Self.isLong else { return }
      for round in rounds {
        print(
          "a healthy webhook: p99 \(round.alone.p99) ms, stall \(round.alone.stall) ms; beside 100 names that hang:",
          "p99 \(round.beside.p99) ms, stall \(round.beside.stall) ms, \(round.threads) threads at most")
      }
      // The middle one, for what else the machine does.
      let ratios = rounds.map { $0.beside.p99 / $0.alone.p99 }.sorted()
      #expect(ratios[ratios.count / 2] <= 2)
      #expect(rounds.map(\.beside.stall).sorted()[rounds.count / 2] <= 50)
    }
  }

  /// What a process of its own measures: a healthy webhook alone, and beside names that hang; in milliseconds.
  private struct Round {
    /// `stall`: the longest time that the loop did not look at its sockets.
    typealias Times = (p99: Double, stall: Double)
    var alone: Times
    var beside: Times
    var threads: Int
    var timeouts: Int
  }

  private static func round(beside names: Int, in network: FakeNetwork, _ server: LoopbackServer) throws -> Round {
    let helper = try ChildProcess(
      "DelivererHelper", ["beside-hanging", "-", "\(server.port)", "\(names)", isLong ? "2000" : "100"],
      environment: network.environment())
    let said = try helper.text()
    let form = /alone ([\d.]+) ([\d.]+) beside ([\d.]+) ([\d.]+) threads (\d+)\ntimeouts (\d+)/
    let match = try #require(said.firstMatch(of: form), "\(said)")
    let times = try [match.1, match.2, match.3, match.4].map { try #require(Double($0)) }
    return Round(
      alone: (times[0], times[1]), beside: (times[2], times[3]), threads: try #require(Int(match.5)),
      timeouts: try #require(Int(match.6)))
  }
}
