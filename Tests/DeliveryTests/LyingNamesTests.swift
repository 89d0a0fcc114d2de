import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// Look-ups that lead elsewhere each time, and look-ups that never end; the addresses that are really connected to are
/// noted below libcurl.
@Suite(.serialized, .enabled(if: FakeNetwork.isAvailable, "left out: no C compiler"), .timeLimit(.minutes(3)))
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
      let names = 100
      let helper = try ChildProcess(
        "DelivererHelper", ["beside-hanging", "-", "\(server.port)", "\(names)", Self.isLong ? "2000" : "100"],
        environment: network.environment())
      let said = try helper.text()
      server.stop()
      let form = /alone ([\d.]+) ([\d.]+) beside ([\d.]+) ([\d.]+) threads (\d+)\ntimeouts (\d+)/
      let match = try #require(said.firstMatch(of: form), "\(said)")
      #expect(try #require(Int(match.6)) == names)
      #expect(try #require(Int(match.5)) <= 64)
      if Self.isLong {
        #expect(try #require(Double(match.3)) <= 2 * #require(Double(match.1)))
        let beside = try (p99: #require(Double(match.3)), longest: #require(Double(match.4)))
        // Where the machine itself stops for longer than that, it does so without the names too.
        #expect(try beside.longest <= max(50, 2 * #require(Double(match.2))))
        print(
          "a healthy webhook: p99 \(match.1) ms; beside \(names) names that hang: p99 \(beside.p99) ms, the longest",
          "\(beside.longest) ms, \(match.5) threads at most")
      }
    }
  }
}
