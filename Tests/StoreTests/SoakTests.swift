import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// Many minutes of 500 deliveries a second, of which 5% fail and 2% are cut off: nothing grows, nothing slows down.
@Suite struct SoakTests {
  private static let minutes = ProcessInfo.processInfo.environment["DAYBOOK_SOAK_MINUTES"].flatMap { Double($0) }
  private static let rate = 500

  /// What the process looks like at one time.
  private struct Sample {
    var seconds: Double
    /// KiB of its own (`RssAnon`), and KiB of mapped files: the program's code, the database's shared index.
    var memory: Int
    var mapped: Int
    var descriptors: Int
    var log: Int
    var received: Int
  }

  @Test(.enabled(if: minutes != nil, "left out: `make test-soak` runs it"))
  func nothingGrowsAndNothingSlowsDown() async throws {
    let length = (Self.minutes ?? 0) * 60
    let received = EventCounter()
    let server = try LoopbackServer(keepsRequests: false) { _ in
      received.note()
      switch Int.random(in: 0..<100) {
      case 0..<5: return .answer(500)
      case 5..<7: return .hangUp
      default: return .answer(200)
      }
    }
    try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.path)
      let outbox = SQLiteOutbox(database)
      let child = try ChildProcess("DelivererHelper", ["run", folder.path, "\(server.port)"])
      _ = child.piece()
      let began = ContinuousClock.now
      var accepted = 0
      var samples: [Sample] = []
      while true {
        let seconds = Double(seconds: began.duration(to: .now))
        if seconds >= length { break }
        let wanted = Int(seconds * Double(Self.rate)) - accepted
        let parcels = (accepted..<accepted + wanted).map {
          Parcel(
            draft: "d\($0)", textHash: "h", webhook: "desk",
            payload: Payload(body: Array(repeating: 0x20, count: 2_000)))
        }
        _ = try await outbox.accept(parcels, now: Date())
        accepted += wanted
        // What was delivered is removed, as the daemon does by its settings.
        if Int(seconds) % 30 == 29 { _ = try await outbox.prune(finishedBefore: Date(timeIntervalSinceNow: -30)) }
        if samples.isEmpty || seconds - (samples.last?.seconds ?? 0) >= 5 {
          samples.append(Self.sample(child, folder, at: seconds, received: received.count))
        }
        try await Task.sleep(for: .milliseconds(100))
      }
      child.send(SIGTERM)
      _ = try child.text()
      #expect(child.exitCode == 0)
      try database.close()
      try Self.judge(samples, length: length, accepted: accepted)
    }
    server.stop()
  }

  private static func sample(_ child: ChildProcess, _ folder: URL, at seconds: Double, received: Int) -> Sample {
    let lines = child.proc("status").split(separator: "\n")
    func figure(_ name: String) -> Int {
      let words = lines.first { $0.hasPrefix(name + ":") }?.split(whereSeparator: \.isWhitespace)
      return words?.dropFirst().first.flatMap { Int($0) } ?? 0
    }
    let log = try? FileManager.default.attributesOfItem(atPath: folder.path + "/state.sqlite-wal")[.size] as? Int
    return Sample(
      seconds: seconds, memory: figure("RssAnon"), mapped: figure("RssFile"), descriptors: child.descriptorCount,
      log: log ?? 0, received: received)
  }

  /// Judges what was seen.
  ///
  /// The first fifth warms up; memory is held against a line through the last half, when the allocator has what it
  /// needs, and the slope of each quarter is told. Pages of files come in as they are first used, and can go.
  private static func judge(_ samples: [Sample], length: Double, accepted: Int) throws {
    let warm = samples.filter { $0.seconds >= length / 5 }
    let first = try #require(warm.first)
    let last = try #require(warm.last)
    let middle = try #require(warm.first { $0.seconds >= length * 0.6 })
    let slope = slope(warm.filter { $0.seconds >= length / 2 }) * 3_600 / 1_024
    let quarters = (0..<4).map { quarter in
      let part = samples.filter { Int($0.seconds * 4 / length) == quarter }
      return String(format: "%.2f", Self.slope(part) * 3_600 / 1_024)
    }
    let speeds = (
      Double(middle.received - first.received) / (middle.seconds - first.seconds),
      Double(last.received - middle.received) / (last.seconds - middle.seconds)
    )
    let log = samples.map(\.log).max() ?? 0
    // Connections come and go: it is the most at once that must not grow.
    let descriptors = (
      warm.filter { $0.seconds < middle.seconds }.map(\.descriptors).max() ?? 0,
      warm.filter { $0.seconds >= middle.seconds }.map(\.descriptors).max() ?? 0
    )
    print(
      "soak: \(Int(length)) s, \(accepted) accepted, memory \(first.memory) to \(last.memory) KiB,",
      "(of files \(first.mapped) to \(last.mapped)),",
      "slope \(slope) MiB/h (by quarter: \(quarters.joined(separator: ", "))),",
      "at most \(descriptors.0) descriptors in the first part and \(descriptors.1) in the last,",
      "log at most \(log / 1_024) KiB, \(speeds.0)/s in the first part and \(speeds.1)/s in the last")
    #expect(descriptors.1 <= descriptors.0)
    #expect(log <= 64 << 20)
    #expect(speeds.1 >= speeds.0 * 0.95)
    #expect(slope <= 1)
  }

  /// KiB a second, by least squares.
  private static func slope(_ samples: [Sample]) -> Double {
    let count = Double(samples.count)
    let time = samples.reduce(0) { $0 + $1.seconds } / count
    let memory = samples.reduce(0) { $0 + Double($1.memory) } / count
    let above = samples.reduce(0) { $0 + ($1.seconds - time) * (Double($1.memory) - memory) }
    let below = samples.reduce(0) { $0 + ($1.seconds - time) * ($1.seconds - time) }
    return above / below
  }
}
