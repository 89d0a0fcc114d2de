import DeliveryTestSupport
import Foundation
import Synchronization
import TestSupport
import Testing

/// `daybook run` as an operator has it: a real process.
@Suite("daybook run", .serialized, .timeLimit(.minutes(10)))
struct RunTests {
  private static let weekly = "  weekly: {at: every monday at 07:00, sendTo: [desk], approval: automatic}"

  @Test("What is due is made and sent at its time, and the draft says so", .enabled(if: MovableClock.isAvailable))
  func onTime() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(in: folder, schedules: Self.weekly)
      let clock = try await MovableClock(in: folder, showing: "2020-02-03T06:59:57Z")
      let inbox = try await publication.inbox(environment: clock.environment)
      let service = try RunningService(in: folder, environment: clock.environment)
      try await service.begun()
      try await service.reaches("the issue arrives") { try inbox.received().count == 1 }
      #expect(try inbox.received().map(\.draft) == ["2020-W06-newsletter"])
      let made = try #require(try service.lines().first { $0.fields?["due"] != nil })
      #expect(made.fields?["due"] == "2020-02-03T07:00:00+00:00")
      #expect(made.timestamp >= "2020-02-03T07:00:00")
      try await service.reaches("the draft says so") {
        try publication.text(of: "Drafts/2020-W06/newsletter.md").contains("status: sent")
      }
      service.send(SIGTERM)
      #expect(await service.end() == 0)
    }
  }

  @Test("What an editor approves late is sent at once", .enabled(if: MovableClock.isAvailable))
  func approval() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder, schedules: "  weekly: {at: every monday at 07:00, sendTo: [desk], approval: required}")
      let clock = try await MovableClock(in: folder, showing: "2020-02-03T06:00:00Z")
      let inbox = try await publication.inbox(environment: clock.environment)
      let service = try RunningService(in: folder, environment: clock.environment)
      try await service.reaches("the draft is prepared") { publication.exists("Drafts/2020-W06/newsletter.md") }
      try clock.move(by: 2 * 3_600)
      try await service.reaches("it waits") { try service.text().contains("is not approved") }
      let began = ContinuousClock.now
      let run = try await CommandRun(
        "approve", "2020-W06-newsletter", in: folder, environment: clock.environment)
      #expect(run.status == 0, "\(run.messages)")
      try await service.reaches("it is sent") { try inbox.received().count == 1 }
      print("approved to received: \(began.duration(to: .now))")
    }
  }

  @Test("A store that is deleted while the service runs ends it, so that a new start works with what is there")
  func deletedStore() async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: "")
      let service = try RunningService(in: folder)
      try await service.begun()
      try FileManager.default.removeItem(at: folder.appending(path: ".daybook"))
      #expect(await service.end() == 75)
      #expect(try service.text().contains("it was deleted or replaced while this ran"))
    }
  }

  @Test("What another process puts into the outbox is delivered within a moment")
  func fromOthers() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(in: folder, schedules: "")
      let inbox = try await publication.inbox()
      let service = try RunningService(in: folder)
      try await service.begun()
      for count in 1...3 {
        try await Task.sleep(for: .milliseconds(300))
        let began = ContinuousClock.now
        _ = try ChildProcess(
          "DelivererHelper",
          ["accept-each", folder.appending(path: ".daybook").path, "1", "n\(count)"]
        ).text()
        let accepted = ContinuousClock.now
        try await service.reaches("it is delivered") { try inbox.received().count == count }
        print("accepted after \(began.duration(to: accepted)), received \(accepted.duration(to: .now)) later")
      }
    }
  }

  @Test("Settings with errors change nothing; the log, the status line and /readyz say so until they are mended")
  func badSettings() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(in: folder, schedules: Self.weekly)
      let manager = try DatagramReceiver(folder.appending(path: "notify").path)
      let service = try RunningService(
        in: folder, arguments: ["--health", "127.0.0.1:0"],
        environment: ["NOTIFY_SOCKET": folder.appending(path: "notify").path])
      try await service.begun()
      let port = try #require(
        try service.text().firstMatch(of: /health pages: http:\/\/127\.0\.0\.1:(\d+)/).flatMap { Int($0.1) })
      #expect(try await manager.next()?.hasPrefix("READY=1\nSTATUS=next: weekly, ") == true)
      #expect(try await PlainRequest("/readyz", port: port).status == 200)
      let good = try publication.text(of: "daybook.yaml")
      try publication.write("nam: Test\n" + good, to: "daybook.yaml")
      try await service.reaches("it says so") {
        try service.text().contains("the last settings without any stay in force")
      }
      let answer = try await PlainRequest("/readyz", port: port)
      #expect(answer.status == 503)
      #expect(answer.body.contains("daybook.yaml:1:1: error: unknown key \"nam\"; did you mean \"name\"?"))
      #expect(try await Self.message(of: manager) { $0.hasPrefix("STATUS=trouble: daybook.yaml:1:1") })
      #expect(service.isRunning)
      try publication.write(good, to: "daybook.yaml")
      try await service.reaches("it is mended") { try service.text().contains("is read again and in force") }
      #expect(try await PlainRequest("/readyz", port: port).status == 200)
      #expect(try await Self.message(of: manager) { $0.hasPrefix("STATUS=next: weekly") })
      service.send(SIGHUP)
      #expect(try await Self.message(of: manager) { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") })
      #expect(try await Self.message(of: manager) { $0.hasPrefix("READY=1") })
      service.send(SIGTERM)
      #expect(try await Self.message(of: manager) { $0.hasPrefix("STOPPING=1") })
      #expect(await service.end() == 0)
    }
  }

  private static func message(of manager: DatagramReceiver, _ fits: (String) -> Bool) async throws -> Bool {
    while let message = try await manager.next() {
      if fits(message) { return true }
    }
    return false
  }

  @Test("Settings that are wrong at the start are refused, and so is an address that is taken")
  func badStart() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(in: folder, schedules: Self.weekly)
      let port = try ReservedPort()
      let taken = try await CommandRun("run", "--health", "127.0.0.1:\(port.number)", in: folder)
      #expect(taken.status == 69, "\(taken.messages)")
      #expect(try await CommandRun("run", "--health", "0.0.0.0:80", in: folder).status == 64)
      try publication.write("nam: Test\n", to: "daybook.yaml")
      #expect(try await CommandRun("run", in: folder).status == 78)
    }
  }

  enum Ending: String, CaseIterable {
    case finishes, graceIsOver, toldTwice
  }

  @Test("SIGTERM with much in flight: nothing is lost, and a second one ends it at once", arguments: Ending.allCases)
  func endings(_ ending: Ending) async throws {
    let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"
    let count = isLong ? 500 : 40
    try await withTemporaryFolder { folder in
      let mayAnswer = Mutex(true)
      let arrived = EventCounter()
      let log = try ReceiverLog(folder.appending(path: "received"))
      let server = try LoopbackServer(keepsRequests: false) { request in
        log.note(request)
        arrived.note()
        while !mayAnswer.withLock({ $0 }) { usleep(2_000) }
        return .answer(200)
      }
      let publication = try ScheduledPublication(in: folder, schedules: "")
      let settings = try publication.text(of: "daybook.yaml")
        .replacing("127.0.0.1:1/", with: "127.0.0.1:\(server.port)/")
        .replacing("network: loopback", with: "network: loopback, inFlight: 512")
      try publication.write(settings + "\ndelivery: {inFlight: 512, perHost: 512}\n", to: "daybook.yaml")
      // Answered ones first, so that the webhook is known as one that takes many at once.
      let ids = try ChildProcess(
        "DelivererHelper", ["accept", folder.appending(path: ".daybook").path, "\(count * 3)"]
      )
      .text().split(separator: "\n").map(String.init)
      let service = try RunningService(in: folder, arguments: ["--grace", "3"])
      await arrived.reached(count)
      mayAnswer.withLock { $0 = false }
      let before = arrived.count
      var last = -1
      while arrived.count != last {
        last = arrived.count
        try await Task.sleep(for: .milliseconds(400))
      }
      let began = ContinuousClock.now
      service.send(SIGTERM)
      if ending != .graceIsOver { try await Task.sleep(for: .milliseconds(300)) }
      switch ending {
      case .finishes: mayAnswer.withLock { $0 = true }
      case .graceIsOver: break
      case .toldTwice: service.send(SIGTERM)
      }
      #expect(await service.end() == 0)
      let took = began.duration(to: .now)
      if ending == .graceIsOver { #expect(took >= .seconds(2.9), "what is under way has its time") }
      if isLong { #expect(took <= (ending == .toldTwice ? .milliseconds(1_300) : .seconds(4))) }
      mayAnswer.withLock { $0 = true }
      let next = try RunningService(in: folder)
      try await next.reaches("everything arrives") { try Set(log.entries().map(\.id)).isSuperset(of: ids) }
      try await next.reaches("everything is delivered") {
        let rows = try await CommandRun("deliveries", "--json", in: folder).json(as: Rows.Deliveries.self).deliveries
        return rows.count == ids.count && rows.allSatisfy { $0.state == "delivered" }
      }
      let doubles = try log.entries().count - ids.count
      #expect(doubles <= (ending == .finishes ? 0 : last - before))
      print("SIGTERM, \(ending): \(last - before) in flight, ended after \(took), 0 lost, \(doubles) sent twice")
      server.stop()
    }
  }

  @Test("SIGINT twice quits at once")
  func interrupts() async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(in: folder, schedules: "")
      let server = try LoopbackServer { _ in .silence }
      try SamplePublication.pointWebhook(of: publication.folder, from: 1, toPort: server.port)
      _ = try ChildProcess("DelivererHelper", ["accept", folder.appending(path: ".daybook").path, "1"]).text()
      let service = try RunningService(in: folder)
      try await service.reaches("it is in flight") { !server.requests.isEmpty }
      service.send(SIGINT)
      try await service.reaches("it is ending") { try service.text().contains("ending: ") }
      let began = ContinuousClock.now
      service.send(SIGINT)
      #expect(await service.end() == 0)
      print("SIGINT twice: ended after \(began.duration(to: .now))")
      #expect(began.duration(to: .now) < .seconds(10), "the grace time is 20 s")
      server.stop()
    }
  }
}
