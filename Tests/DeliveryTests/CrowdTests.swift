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
    var rounds: [Round] = []
    for _ in 0..<3 { rounds.append(try await Self.round(requests, beside: healthy, loop: loop)) }
    await loop.stop()
    #expect(rounds.allSatisfy { $0.longest <= 5 })
    #expect(rounds.allSatisfy { $0.grown <= 64 << 10 })
    // The middle one of three, for what else the machine does.
    let middle = rounds.sorted { $0.beside / $0.alone < $1.beside / $1.alone }[1]
    #expect(middle.beside <= 2 * middle.alone)
    for round in rounds {
      print(
        "a healthy receiver: p99 \(round.alone) ms; beside 200 that dawdle: p99 \(round.beside) ms; they end",
        "after \(round.longest) s at most (deadline 4 s); memory + \(round.grown) KiB, their own servers included")
    }
    healthy.stop()
    dawdlers.forEach { $0.stop() }
  }

  /// The 99th percentiles of a healthy receiver in milliseconds, the longest of the others in seconds, KiB of memory.
  private struct Round {
    var alone: Double
    var beside: Double
    var longest: Double
    var grown: Int
  }

  private static func round(
    _ requests: [OutgoingRequest], beside healthy: LoopbackServer, loop: CurlLoop
  ) async throws -> Round {
    let alone = try await times(3_000, to: healthy, loop: loop)
    let before = memory()
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
    while began.duration(to: .now) < .milliseconds(3_500) { beside += try await times(500, to: healthy, loop: loop) }
    let grown = memory() - before
    return Round(alone: p99(alone), beside: p99(beside), longest: await endings.max() ?? 0, grown: grown)
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
