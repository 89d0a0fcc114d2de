import Foundation
import TestSupport
import Testing

@Suite("Schedules in the settings")
struct ScheduleSettingsTests {
  private static let head = """
    name: Test
    timeZone: America/New_York
    channels: {x: {}}
    webhooks:
      desk: {url: "http://127.0.0.1:1/", network: loopback}

    """

  /// Runs a command in a publication with these settings and one timeline.
  private func run(_ arguments: String..., settings: String) async throws -> CommandRun {
    try await run(arguments: arguments, settings: settings)
  }

  private func run(arguments: [String], settings: String) async throws -> CommandRun {
    try await withTemporaryFolder { folder in
      try (Self.head + settings).write(to: folder.appending(path: "daybook.yaml"), atomically: true, encoding: .utf8)
      let timelines = folder.appending(path: "Timelines")
      try FileManager.default.createDirectory(at: timelines, withIntermediateDirectories: true)
      try "## 2024-02-29 — Leap {#leap}\n\nA leap day.\n".write(
        to: timelines.appending(path: "a.md"), atomically: true, encoding: .utf8)
      return try await CommandRun(arguments: arguments, in: folder)
    }
  }

  private struct Row: Decodable {
    var schedule: String
    var due: String
  }

  @Test("The next runs come in order of time, each with its zone's offset")
  func upcoming() async throws {
    let settings = """
      schedules:
        weekly: {at: every monday at 07:00, timeZone: Europe/Oslo, sendTo: [desk]}
        daily: {cron: "30 18 * * *", make: posts, channels: [x]}
      """
    let run = try await run("schedule", "--from", "2025-03-29T12:00", "--count", "4", "--json", settings: settings)
    #expect(run.status == 0, "\(run.messages)")
    let rows = try run.json(as: [Row].self)
    #expect(
      rows.map { "\($0.schedule) \($0.due)" } == [
        "daily 2025-03-29T18:30:00-04:00", "daily 2025-03-30T18:30:00-04:00", "weekly 2025-03-31T07:00:00+02:00",
        "daily 2025-03-31T18:30:00-04:00",
      ])
    let text = try await self.run("schedule", "--from", "2025-03-24T07:00+01:00", "--count", "1", settings: settings)
    #expect(text.output == "2025-03-24T07:00:00+01:00  Europe/Oslo  weekly: newsletter → desk, once approved\n")
  }

  @Test("From, until and blackouts bound the days; no schedule is said plainly")
  func limits() async throws {
    let settings = """
      schedules:
        s: {at: every day at 09:00, from: 2024-12-22, until: 2025-01-04, blackout: [12-24/01-02, 2025-01-03]}
      """
    let run = try await run("schedule", "--from", "2024-01-01", "--json", settings: settings)
    #expect(
      try run.json(as: [Row].self).map(\.due) == [
        "2024-12-22T09:00:00-05:00", "2024-12-23T09:00:00-05:00", "2025-01-04T09:00:00-05:00",
      ])
    let none = try await self.run("schedule", settings: "")
    #expect(none.status == 0 && none.output.contains("No schedule"))
    #expect(try await self.run("schedule", "--json", settings: "").json(as: [Row].self).isEmpty)
  }

  @Test(
    "What is wrong is said with its place and what to write instead",
    arguments: [
      ("w: {at: every mondy at 07:00}", "7:11: error: schedules.w.at: "),
      ("w: {cron: \"0 7 * *\"}", "schedules.w.cron: \"0 7 * *\" is no cron expression"),
      ("w: {make: posts}", "7:3: error: schedules.w needs `at:`"),
      ("w: {at: every hour, cron: \"0 7 * * 1\"}", "has both `at:` and `cron:`"),
      ("w: {at: every hour, sendto: [desk]}", "unknown key \"sendto\" in schedules.w; did you mean \"sendTo\"?"),
      (
        "w: {at: every hour, sendTo: [dsk]}",
        "7:32: error: schedules.w.sendTo: no webhook \"dsk\"; did you mean \"desk\"?"
      ),
      ("w: {at: every hour, make: posts, channels: [y]}", "schedules.w.channels: no channel \"y\""),
      ("w: {at: every hour, channels: [x]}", "schedules.w.channels is for `make: posts`"),
      ("w: {at: every hour, timeZone: Europe/Osslo}", "schedules.w.timeZone: "),
      ("w: {at: every hour, catchUp: all 101}", "schedules.w.catchUp must be skip, once, all, or all with a cap"),
      ("w: {at: every hour, approval: maybe}", "schedules.w.approval must be one of automatic, required"),
      ("w: {at: every hour, blackout: [xmas]}", "schedules.w.blackout: \"xmas\" is no day"),
      ("w: {at: every hour, from: 2025-01-02, until: 2025-01-01}", "schedules.w.until lies before its from"),
      ("w: {at: every hour, prepare: 1 day}", "schedules.w.prepare is for schedules with `approval: required`"),
      ("w: {at: every hour, approval: required, remind: {webhook: desk}}", "needs a webhook and a time before"),
      (
        "w: {at: every hour, approval: required, remind: {webhook: dek, before: 1 hour}}",
        "schedules.w.remind.webhook: no webhook \"dek\"; did you mean \"desk\"?"
      ),
      (
        "w: {at: every hour, approval: required, remind: {webhook: desk, before: 2 days}}",
        "schedules.w.remind.before must be less than schedules.w.prepare"
      ),
    ])
  func problems(schedule: String, message: String) async throws {
    let run = try await run("schedule", settings: "schedules:\n  \(schedule)")
    #expect(run.status == 78)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test("A schedule that never runs is a finding with its place")
  func never() async throws {
    struct Finding: Decodable, Equatable {
      var file: String, line: Int, column: Int, rule: String, severity: String
    }
    let settings = """
      schedules:
        never:
          cron: "0 7 30 2 *"
        over: {at: every day at 07:00, until: 2020-01-01}
        fine: {at: every day at 07:00}
      """
    for path in [[], ["daybook.yaml"]] {
      let run = try await run(arguments: ["check", "--json"] + path, settings: settings)
      let findings = try run.json(as: [Finding].self).filter { $0.rule == "schedule-never" }
      #expect(
        findings == [
          Finding(file: "daybook.yaml", line: 8, column: 11, rule: "schedule-never", severity: "error"),
          Finding(file: "daybook.yaml", line: 9, column: 14, rule: "schedule-never", severity: "warning"),
        ])
      #expect(run.status == 1)
    }
  }

  @Test("Rules of \"on this day\" hold, those of a channel over the others; a wrong one is said")
  func onThisDay() async throws {
    let settings = """
      onThisDay: {minimumYears: 2, spread: [people], maxPerMonth: 1, minimumWeight: 1, channels: {x: {minimumYears: 1}}}
      """
    let common = try await run("pick", "--date", "2025-02-28", "--explain", settings: settings)
    #expect(common.output.contains("1 year is fewer than the 2 asked for"), "\(common.output)\(common.messages)")
    let own = try await run("pick", "--date", "2025-02-28", "--channel", "x", settings: settings)
    #expect(own.output.contains("1 year ago"))
    for (key, message) in [
      ("maxPerMnth: 1", "did you mean \"maxPerMonth\"?"), ("spread: [places]", "must be a list of people and tags"),
      ("milestones: [ten]", "must be a list of years"),
      ("channels: {y: {}}", "unknown key \"y\" in onThisDay.channels"),
      (
        "channels: {x: {leapDays: mar1}}", "unknown key \"leapDays\" in onThisDay.channels.x; did you mean \"leapDay\"?"
      ),
    ] {
      let wrong = try await run("pick", settings: "onThisDay: {\(key)}")
      #expect(wrong.status == 78 && wrong.messages.contains(message), "\(wrong.messages)")
    }
  }
}
