import Delivery
import Foundation
import Synchronization
import Testing

@testable import DaybookCommand

@Suite(.timeLimit(.minutes(10)))
struct HealthServerTests {
  private static let report = HealthReport(
    deliveries: [
      .init(webhook: "desk", state: .delivered, count: 12), .init(webhook: "desk", state: .dead, count: 1),
      .init(webhook: "na\"s\\ty\nname", state: .pending, count: 3),
    ],
    attempts: [
      .init(webhook: "desk", outcome: "delivered", count: 12), .init(webhook: "desk", outcome: "retried", count: 4),
    ],
    schedules: [
      .init(
        name: "weekly", lastRun: Date(timeIntervalSince1970: 1_725_858_000),
        nextDue: Date(timeIntervalSince1970: 1_726_462_800.5)),
      .init(name: "new", lastRun: nil, nextDue: nil),
    ],
    webhooks: [.init(name: "desk", isPaused: false), .init(name: "slack", isPaused: true)])

  @Test(arguments: ["127.0.0.1", "::1"])
  func probesAndMetricsAreServed(_ host: String) async throws {
    try await withServer(host: host) {
      Self.report
    } body: { port in
      for path in ["/livez", "/readyz"] {
        let answer = try await PlainRequest(path, host: host, port: port)
        #expect(answer.status == 200)
        #expect(answer.body == "ok\n")
      }
      let metrics = try await PlainRequest("/metrics", host: host, port: port)
      #expect(metrics.status == 200)
      #expect(metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
      #expect(try ReadMetrics(metrics.body).values[#"daybook_build_info{version="1.2.3"}"#] == 1)
      #expect(try await PlainRequest("/metrics", method: "HEAD", host: host, port: port).body == "")
      #expect(try await PlainRequest("/elsewhere", host: host, port: port).status == 404)
      #expect(try await PlainRequest("/readyz", method: "POST", host: host, port: port).status >= 400)
    }
  }

  @Test func whoeverIsNotReadySaysWhy() async throws {
    let isReady = Mutex(false)
    try await withServer {
      var report = HealthReport()
      if !isReady.withLock(\.self) { report.notReady = ["daybook.yaml:3:1: unknown key", "the outbox is full"] }
      return report
    } body: { port in
      let answer = try await PlainRequest("/readyz", port: port)
      #expect(answer.status == 503)
      #expect(answer.body == "daybook.yaml:3:1: unknown key\nthe outbox is full\n")
      #expect(try await PlainRequest("/livez", port: port).status == 200)
      #expect(try ReadMetrics(await PlainRequest("/metrics", port: port).body).values["daybook_ready"] == 0)
      isReady.withLock { $0 = true }
      #expect(try await PlainRequest("/readyz", port: port).status == 200)
    }
  }

  @Test func whoeverIsNotAliveSaysWhy() async throws {
    try await withServer {
      HealthReport(notAlive: ["no delivery for 10 min"])
    } body: { port in
      let answer = try await PlainRequest("/livez", port: port)
      #expect(answer.status == 503)
      #expect(answer.body == "no delivery for 10 min\n")
    }
  }

  @Test func aPortThatIsTakenIsAFailureForPeople() async throws {
    try await withServer {
      HealthReport()
    } body: { port in
      let server = HealthServer(address: try HealthAddress("127.0.0.1:\(port)"), version: "1") { HealthReport() }
      await #expect(throws: CommandFailure.self) { try await server.run() }
    }
  }

  @Test func metricsReadWell() throws {
    let page = Self.report.metrics(version: "1.2.3", process: ProcessFigures())
    let read = try ReadMetrics(page)
    let expected: [String: Double] = [
      #"daybook_deliveries{webhook="desk",state="delivered"}"#: 12,
      #"daybook_deliveries{webhook="desk",state="dead"}"#: 1,
      #"daybook_deliveries{webhook="na\"s\\ty\nname",state="pending"}"#: 3,
      #"daybook_delivery_attempts_total{webhook="desk",outcome="retried"}"#: 4,
      #"daybook_schedule_last_run_timestamp_seconds{schedule="weekly"}"#: 1_725_858_000,
      #"daybook_schedule_next_due_timestamp_seconds{schedule="weekly"}"#: 1_726_462_800.5,
      #"daybook_webhook_paused{webhook="desk"}"#: 0, #"daybook_webhook_paused{webhook="slack"}"#: 1,
      "daybook_ready": 1,
    ]
    for (name, value) in expected { #expect(read.values[name] == value, "\(name)") }
    #expect(!page.contains(#"schedule="new""#))
    let nasty = read.labels.values.compactMap { $0["webhook"] }
    #expect(nasty.contains("na\"s\\ty\nname"))
    if let file = ProcessInfo.processInfo.environment["METRICS_FILE"] {
      try page.write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  @Test func theKernelTellsOfTheProcess() throws {
    let figures = ProcessFigures()
    let now = Date().timeIntervalSince1970
    #expect(try #require(figures.cpuSeconds) >= 0)
    #expect(try #require(figures.residentBytes) > 1_000_000)
    #expect(try #require(figures.virtualBytes) >= #require(figures.residentBytes))
    #expect(try #require(figures.openFiles) >= 3)
    #expect(try #require(figures.mostFiles) >= #require(figures.openFiles))
    #expect(try #require(figures.threads) >= 1)
    let start = try #require(figures.startTime)
    #expect(start > now - 86_400 && start <= now + 1)
    #expect(ProcessFigures(proc: "/no/such/folder").cpuSeconds == nil)
  }

  @Test(arguments: [
    ("127.0.0.1:9464", "127.0.0.1", 9_464), ("[::1]:9464", "::1", 9_464), ("localhost:0", "localhost", 0),
    ("127.9.8.7:1", "127.9.8.7", 1),
  ])
  func addressesOfThisMachine(_ text: String, _ host: String, _ port: Int) throws {
    let address = try HealthAddress(text)
    #expect(address.host == host)
    #expect(address.port == port)
  }

  @Test(arguments: [
    "0.0.0.0:9464", "[::]:9464", "192.168.1.5:9464", "example.org:9464", "127.0.0.1.example.org:9464", "127.1:9464",
    "0:9464", "[::ffff:127.0.0.1]:9464",
  ])
  func addressesForOthersHaveToBeAskedFor(_ text: String) throws {
    #expect(throws: CommandFailure.self) { try HealthAddress(text) }
    #expect(try HealthAddress(text, isOpen: true).port == 9_464)
  }

  @Test(arguments: ["", ":", "9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "::1:9464", "[x]:1"])
  func whatIsNoAddress(_ text: String) {
    #expect(throws: CommandFailure.self) { try HealthAddress(text, isOpen: true) }
  }

  /// Serves on a free port while `body` runs, and expects the server to end when it is cancelled.
  private func withServer(
    host: String = "127.0.0.1", report: @escaping @Sendable () async -> HealthReport,
    body: (Int) async throws -> Void
  ) async throws {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let address = try HealthAddress(host.contains(":") ? "[\(host)]:0" : "\(host):0")
    let server = Task {
      try await HealthServer(
        address: address, version: "1.2.3", report: report, listening: { found.yield($0.port) }
      ).run()
    }
    for await port in ports {
      try await body(port)
      break
    }
    server.cancel()
    _ = await server.result
  }
}
