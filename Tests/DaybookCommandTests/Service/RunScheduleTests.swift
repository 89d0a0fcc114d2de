import Foundation
import TestSupport
import Testing

/// Tests 11 and 13 of the reliability requirements, and several daemons with kills, all by real processes whose clock is
/// put back and forth.
@Suite(
  "Schedules of a running service", .serialized,
  .enabled(if: MovableClock.isAvailable, "left out: no C compiler on this machine"), .timeLimit(.minutes(10)))
struct RunScheduleTests {
  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"

  private static func often(_ catchUp: String, _ at: String = "every minute") -> String {
    "  often: {at: \(at), make: posts, catchUp: \(catchUp)}"
  }

  @Test("Down for 1 min, 2 h and 30 days: exactly 0, 1, or as many as were missed up to the cap")
  func downtime() async throws {
    try await withTemporaryFolder { folder in
      let cases = [("skip", [0, 0, 0]), ("once", [1, 1, 1]), ("all", [1, 100, 100])]
      for (catchUp, expected) in cases {
        for (seconds, count) in zip([60, 7_200, 30 * 86_400], expected) {
          try? FileManager.default.removeItem(at: folder.appending(path: ".daybook"))
          try? FileManager.default.removeItem(at: folder.appending(path: "Timelines"))
          _ = try ScheduledPublication(in: folder, schedules: Self.often(catchUp))
          // Half a minute past, so that no due time falls into the test.
          let clock = try await MovableClock(in: folder, showing: "2020-06-01T12:00:20Z")
          let first = try RunningService(in: folder, environment: clock.environment)
          try await first.begun()
          // The first sight of a schedule makes nothing of the past.
          try await Self.settles(in: folder)
          first.send(SIGKILL)
          _ = await first.end()
          try clock.move(by: seconds)
          let began = ContinuousClock.now
          let second = try RunningService(in: folder, environment: clock.environment)
          try await second.begun()
          let ready = began.duration(to: .now)
          try await second.reaches("\(count) runs") { try second.done().count >= count }
          try await Task.sleep(for: .milliseconds(500))
          let done = try second.done()
          #expect(done.count == count, "\(catchUp) after \(seconds) s")
          #expect(Set(done).count == count)
          print("down for \(seconds) s, catchUp: \(catchUp): \(done.count) runs; ready after \(ready)")
          second.send(SIGKILL)
          _ = await second.end()
        }
      }
    }
  }

  /// Waits until the schedules were looked at: their instant is in the store then.
  private static func settles(in folder: URL) async throws {
    let log = folder.appending(path: ".daybook/state.sqlite-wal").path
    try await eventually("the schedules are looked at") {
      let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
      return size ?? 0 > 0
    }
    try await Task.sleep(for: .milliseconds(500))
  }

  @Test(
    "The clock put back an hour, forth an hour, forth 30 days: nothing twice, nothing early, no burst over the cap",
    arguments: [-3_600, 3_600, 30 * 86_400])
  func clockSteps(step: Int) async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: Self.often("all 7", "every 5 minutes"))
      let clock = try await MovableClock(in: folder, showing: "2020-06-01T11:59:58Z")
      let service = try RunningService(in: folder, environment: clock.environment)
      try await service.begun()
      try await service.reaches("12:00") { try service.done().count == 1 }
      try clock.move(by: 300)
      try await service.reaches("12:05") { try service.done().count == 2 }
      try clock.move(by: step)
      let wanted: Int
      if step > 0 {
        wanted = 2 + 7
        try await service.reaches("the clock is forth") { try service.done().count >= wanted }
      } else {
        // An hour of silence, and the first run is that of 12:10.
        for _ in 0..<12 {
          try await Task.sleep(for: .milliseconds(1_100))
          #expect(try service.done().count == 2)
          try clock.move(by: 300)
        }
        wanted = 3
        try clock.move(by: 300)
        try await service.reaches("12:10") { try service.done().count >= wanted }
      }
      try await Task.sleep(for: .milliseconds(1_500))
      let done = try service.done()
      #expect(done.count == wanted && Set(done).count == wanted, "\(done)")
      for line in try service.lines() {
        guard let due = line.fields?["due"], let date = try? Date(due, strategy: .iso8601) else { continue }
        #expect(line.date.timeIntervalSince(date) > -1, "not early: \(line)")
      }
      #expect(try service.text().contains("the clock was put \(step < 0 ? "back" : "forth")"))
      print("clock put by \(step) s: \(done.count) runs, none twice, none early")
      service.send(SIGTERM)
      #expect(await service.end() == 0)
    }
  }

  /// The oracle is the receiver's own log, synced before each answer.
  @Test("Three daemons on one publication, with kills: each occurrence is made exactly once")
  func threeDaemons() async throws {
    let weeks = Self.isLong ? 200 : 20
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder,
        schedules: "  weekly: {at: every monday at 07:00, sendTo: [desk], approval: automatic, catchUp: all}")
      // Something to remember in each week of each year.
      let days = (1...12).flatMap { month in (1...28).map { day in (month, day) } }
      let text = days.map { month, day in
        let date = String(format: "2019-%02d-%02d", month, day)
        return "## \(date) — It began on \(date) {#d-\(date)}\n\nIt began.\n"
      }.joined(separator: "\n")
      try publication.write(text, to: "Timelines/months.md")
      let clock = try await MovableClock(in: folder, showing: "2020-02-03T06:59:00Z")
      let inbox = try await publication.inbox(environment: clock.environment)
      let start = { try RunningService(in: folder, environment: clock.environment) }
      var services = try (0..<3).map { _ in try start() }
      for service in services { try await service.begun() }
      try await Task.sleep(for: .seconds(1))
      var kills = 0
      for week in 0..<weeks {
        try clock.move(by: week == 0 ? 120 : 7 * 86_400)
        try await Task.sleep(for: .milliseconds(Int.random(in: 100...500)))
        guard week % 2 == 0 else { continue }
        let index = Int.random(in: 0..<3)
        services[index].send(SIGKILL)
        _ = await services[index].end()
        kills += 1
        services[index] = try start()
      }
      // What a killed one had claimed is free again when its lease is over. A slow machine has a backlog to work off.
      var arrived = 0
      while arrived < weeks {
        try await eventually("week \(arrived + 1) of \(weeks) arrives", patience: .seconds(120)) {
          try clock.move(by: 30)
          try await Task.sleep(for: .milliseconds(500))
          return try Set(inbox.received().compactMap(\.draft)).count > arrived
        }
        let count = try Set(inbox.received().compactMap(\.draft)).count
        try #require(count > arrived)
        arrived = count
      }
      for service in services { service.send(SIGTERM) }
      for service in services { #expect(await service.end() == 0) }
      let received = try inbox.received()
      let byDraft = Dictionary(grouping: received) { $0.draft ?? "?" }
      #expect(byDraft.count == weeks)
      for (draft, rows) in byDraft {
        #expect(Set(rows.compactMap(\.id)).count == 1, "\(draft) was made more than once")
        #expect(Set(rows.map(\.body)).count == 1, "\(draft)")
      }
      print(
        "three daemons, \(kills) kills: \(byDraft.count) of \(weeks) occurrences made once,",
        "\(received.count - byDraft.count) sent again with the same id")
    }
  }
}
