import Delivery
import Foundation
import Store
import Synchronization

/// What is measured, each with a line of its own on standard output.
enum Benchmark {
  private static let inFlight = 128
  private static let body = Array(("{\"text\":\"" + String(repeating: "x", count: 2_036) + "\"}").utf8)

  private static func parcel(_ name: String) -> Parcel {
    Parcel(draft: name, textHash: "sha256:1", webhook: "desk", payload: Payload(body: body))
  }

  private static func webhook(port: Int, inFlight: Int = inFlight) throws -> Webhook {
    Webhook(
      name: "desk", url: try WebhookURL("http://127.0.0.1:\(port)/", network: .loopback),
      secrets: [Secret("whsec_" + Data(0..<32).base64EncodedString())], network: .loopback, inFlight: inFlight)
  }

  private static func withOutbox(_ count: Int, _ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "deliveries-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try StateDatabase(folder: folder)
    for start in stride(from: 0, to: count, by: 1_000) {
      _ = try await SQLiteOutbox(database).accept(
        (start..<min(count, start + 1_000)).map { parcel("d\($0)") }, now: Date())
    }
    try database.close()
    try await body(folder)
  }

  private static func seconds(_ duration: Duration) -> Double { Double(seconds: duration) }

  static func deliver(port: Int, count: Int, inFlight: Int = inFlight) async throws {
    try await withOutbox(count) { folder in
      let database = try StateDatabase(folder: folder)
      let loop = try CurlLoop(limits: CurlLoop.Limits(inFlight: inFlight, perHost: inFlight))
      let deliverer = ContinuousDeliverer(
        Deliverer(
          outbox: SQLiteOutbox(database), transport: loop, webhooks: [try webhook(port: port, inFlight: inFlight)]))
      let delivered = Mutex(0)
      let began = ContinuousClock.now
      let usedBefore = clock()
      _ = try await deliverer.run { event in
        guard case .attempted(let record) = event, record.state == .delivered else { return }
        let isAll = delivered.withLock { delivered in
          delivered += 1
          return delivered == count
        }
        if isAll { deliverer.stop() }
      }
      let took = seconds(began.duration(to: .now))
      let used = Double(clock() - usedBefore) / Double(CLOCKS_PER_SEC)
      await loop.stop()
      try database.close()
      print("\(Int(Double(count) / took)) \(Int(used / Double(count) * 1e6))")
    }
  }

  static func ready(port: Int, count: Int) async throws {
    try await withOutbox(count) { folder in
      let began = ContinuousClock.now
      let database = try StateDatabase(folder: folder)
      let loop = try CurlLoop()
      let deliverer = ContinuousDeliverer(
        Deliverer(outbox: SQLiteOutbox(database), transport: loop, webhooks: [try webhook(port: port)]))
      let first = Mutex<Duration?>(nil)
      _ = try await deliverer.run { _ in
        first.withLock { if $0 == nil { $0 = began.duration(to: .now) } }
        deliverer.stop()
      }
      await loop.stop()
      try database.close()
      print(Int((first.withLock { seconds($0 ?? .zero) } * 1_000).rounded(.up)))
    }
  }

  static func busy(port: Int, folder: String) async throws {
    let database = try StateDatabase(folder: folder)
    let outbox = SQLiteOutbox(database)
    let loop = try CurlLoop()
    let deliverer = ContinuousDeliverer(
      Deliverer(outbox: outbox, transport: loop, webhooks: [try webhook(port: port)]))
    async let ending = deliverer.run()
    for round in 0..<1_000_000 {
      _ = try await outbox.accept((0..<50).map { parcel("busy\(round)-\($0)") }, now: Date())
      deliverer.wake()
      try await Task.sleep(for: .milliseconds(50))
    }
    _ = try await ending
  }

  /// The server takes connections and says nothing, so that all requests are in flight at once.
  static func memory(count: Int) async throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 4_096) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else { exit(69) }
    let loop = try CurlLoop(limits: CurlLoop.Limits(inFlight: count, perHost: count))
    let webhook = try webhook(port: Int(UInt16(bigEndian: address.sin_port)))
    let request = OutgoingRequest(
      url: webhook.url, network: .loopback, headers: [], body: body,
      deadlines: Deadlines(connect: .seconds(60), firstByte: .seconds(60), whole: .seconds(60)))
    func start(_ count: Int) -> [Task<Void, Never>] {
      (0..<count).map { _ in Task { _ = try? await loop.send(request) } }
    }
    // A few first, so that what is needed once is not counted.
    var tasks = start(8)
    try await Task.sleep(for: .seconds(1))
    let before = residentKiB()
    tasks += start(count - 8)
    try await Task.sleep(for: .seconds(4))
    let after = residentKiB()
    print("\((after - before) / (count - 8))")
    await loop.stop()
    for task in tasks { await task.value }
    close(listener)
  }

  private static func residentKiB() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
