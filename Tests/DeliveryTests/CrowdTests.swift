import Delivery
import DeliveryTestSupport
import Foundation
import Testing

/// Many receivers that take their time, and one that does not.
@Suite(.serialized) struct CrowdTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  @Test(.enabled(if: isLong, "left out: it measures; `make test-faults` runs it"))
  func aHealthyReceiverDoesNotFeelThoseThatDawdle() async throws {
    let head = "HTTP/1.1 200 OK\r\n"
    let healthy = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
    let dawdlers = try [
      LoopbackServer(keepsRequests: false) { _ in
        .dribble(head + String(repeating: "X: y\r\n", count: 999), milliseconds: 50)
      },
      LoopbackServer(keepsRequests: false) { _ in
        .dribble(head + "Content-Length: 9999\r\n\r\n" + String(repeating: "a", count: 9_999), milliseconds: 10)
      },
      LoopbackServer(keepsRequests: false) { _ in .silence },
    ]
    let hole = try BlackHole()
    let deadlines = Deadlines(connect: .seconds(2), firstByte: .seconds(3), whole: .seconds(4))
    let ports = dawdlers.map(\.port) + [hole.port]
    let requests = try (0..<200).map { number in
      OutgoingRequest(
        url: try WebhookURL("http://127.0.0.1:\(ports[number % 4])/\(number)", network: .loopback),
        network: .loopback, headers: [], body: Array(repeating: 0x20, count: 2_000), deadlines: deadlines)
    }
    let loop = try CurlLoop()
    let alone = try await Self.times(5_000, to: healthy, loop: loop)
    let before = Self.memory()
    let began = ContinuousClock.now
    async let endings = withTaskGroup(of: Double.self) { group in
      for request in requests {
        group.addTask {
          let began = ContinuousClock.now
          _ = await loop.outcome(of: request)
          return Double(seconds: began.duration(to: .now))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var beside: [Double] = []
    while began.duration(to: .now) < .milliseconds(3_500) {
      beside += try await Self.times(500, to: healthy, loop: loop)
    }
    let grown = Self.memory() - before
    let longest = await endings.max() ?? 0
    await loop.stop()
    #expect(longest <= 5)
    #expect(grown <= 64 << 10)
    // Twice as long as alone, and a millisecond for the clock and the threads of 150 servers in this process.
    #expect(Self.p99(beside) <= 2 * Self.p99(alone) + 1)
    print(
      "a healthy receiver: p99 \(Self.p99(alone)) ms; beside 200 that dawdle: p99 \(Self.p99(beside)) ms; they end",
      "after \(longest) s at most (deadline 4 s); memory + \(grown) KiB, their own servers included")
    healthy.stop()
    dawdlers.forEach { $0.stop() }
  }

  private static func times(_ count: Int, to server: LoopbackServer, loop: CurlLoop) async throws -> [Double] {
    let request = try server.request()
    var times: [Double] = []
    for _ in 0..<count {
      let began = ContinuousClock.now
      _ = try await loop.send(request)
      times.append(Double(seconds: began.duration(to: .now)) * 1_000)
    }
    return times
  }

  private static func p99(_ times: [Double]) -> Double {
    times.sorted()[times.count * 99 / 100]
  }

  /// The resident memory of this process, in KiB.
  private static func memory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
