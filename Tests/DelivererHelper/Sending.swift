import Delivery
import Foundation

/// The side of the helper that sends requests without an outbox, and looks at itself meanwhile.
enum Sending {
  /// Sends one request to a path of a local server after a harmless one to `/`, and tells what that cost.
  static func answer(port: Int, path: String) async throws {
    let loop = try CurlLoop()
    let deadlines = Deadlines(connect: .seconds(50), firstByte: .seconds(50), whole: .seconds(50))
    func send(_ path: String) async throws -> String {
      let request = OutgoingRequest(
        url: try WebhookURL("http://127.0.0.1:\(port)\(path)", network: .loopback), network: .loopback, headers: [],
        body: Array("{}".utf8), deadlines: deadlines)
      do throws(TransferFailure) {
        let answer = try await loop.send(request)
        return "status \(answer.status) kept \(answer.body.count)"
      } catch {
        return "failure \(error.kind)"
      }
    }
    for _ in 0..<20 { _ = try await send("/") }
    let before = memory("VmRSS")
    let outcome = try await send(path)
    let after = memory("VmHWM")
    await loop.stop()
    DelivererHelper.say("\(outcome) grew \(after - before)")
  }

  /// Sends `count` requests by https to names of a network that lies, each twice, and tells how they ended.
  static func rebind(count: Int) async throws {
    let loop = try CurlLoop()
    var endings: [String: Int] = [:]
    for _ in 0..<2 {
      for number in 0..<count {
        let request = OutgoingRequest(
          url: try WebhookURL("https://name-\(number).test/", network: .public), network: .public, headers: [],
          body: Array("{}".utf8))
        do throws(TransferFailure) {
          endings["status \(try await loop.send(request).status)", default: 0] += 1
        } catch {
          endings["\(error.kind)", default: 0] += 1
        }
      }
    }
    await loop.stop()
    for (ending, count) in endings { DelivererHelper.say("\(ending) \(count)") }
  }

  /// Sends to a healthy server, alone and then beside names whose look-up never ends, and tells its times.
  static func besideHanging(port: Int, names: Int, requests: Int) async throws {
    let loop = try CurlLoop()
    // For seconds as well, so that both meet what else the machine does.
    var alone: [Double] = []
    let endOfAlone = ContinuousClock.now + .seconds(3)
    while ContinuousClock.now < endOfAlone { alone += try await times(port: port, requests: requests, loop: loop) }
    let stallAlone = loop.takeLongestStall()
    let deadlines = Deadlines(connect: .seconds(2), firstByte: .seconds(2), whole: .seconds(3))
    async let timeouts = withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<names {
        let request = OutgoingRequest(
          url: try WebhookURL("http://hang-\(number).test/", network: .loopback), network: .loopback, headers: [],
          body: [], deadlines: deadlines)
        group.addTask {
          do throws(TransferFailure) {
            _ = try await loop.send(request)
            return false
          } catch {
            return error.kind == .timeout
          }
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    // The first ones hang when this begins, and the last ones have had their turn when it ends.
    var beside: [Double] = []
    var threads = 0
    let end = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < end {
      beside += try await times(port: port, requests: requests, loop: loop)
      threads = max(threads, memory("Threads"))
    }
    let stallBeside = loop.takeLongestStall()
    DelivererHelper.say(
      "alone \(summary(alone, stallAlone)) beside \(summary(beside, stallBeside)) threads \(threads)")
    DelivererHelper.say("timeouts \(try await timeouts)")
    // Waiting for the end of every look-up would take for ever.
    _exit(0)
  }

  private static func times(port: Int, requests: Int, loop: CurlLoop) async throws -> [Double] {
    var times: [Double] = []
    let request = OutgoingRequest(
      url: try WebhookURL("http://127.0.0.1:\(port)/", network: .loopback), network: .loopback, headers: [],
      body: Array("{}".utf8), deadlines: Deadlines(firstByte: .seconds(50), whole: .seconds(50)))
    for _ in 0..<requests {
      let began = ContinuousClock.now
      _ = try await loop.send(request)
      times.append(Double(seconds: began.duration(to: .now)) * 1_000)
    }
    return times
  }

  /// The 99th percentile and the loop's longest stall, in milliseconds.
  private static func summary(_ times: [Double], _ stall: Duration) -> String {
    String(format: "%.2f %.2f", times.sorted()[times.count * 99 / 100], stall / .milliseconds(1))
  }

  /// A figure from `/proc/self/status`: kibibytes, or a count.
  private static func memory(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
