import Testing
import Timeline

@testable import Scheduler

@Suite("What will run when")
struct UpcomingTests {
  private let start = 1_725_868_800  // 2024-09-09T08:00:00Z, a Monday

  @Test("Schedules in several zones come in order of time; at one instant in the order of the settings")
  func order() throws {
    var schedules = [
      try ScheduleFixture.schedule("every monday at 07:00", in: "America/New_York"),
      try ScheduleFixture.schedule("every monday at 13:00"), try ScheduleFixture.schedule("weekdays at 18:30"),
    ]
    for (index, name) in ["york", "oslo", "evening"].enumerated() { schedules[index].name = name }
    let upcoming = Schedule.upcoming(of: schedules, after: start, count: 8)
    #expect(
      upcoming.map(\.schedule) == ["york", "oslo", "evening", "evening", "evening", "evening", "evening", "york"])
    let texts = zip(upcoming, schedules).map { $1.zone.timestamp(at: $0.due) }
    #expect(
      texts == ["2024-09-09T07:00:00-04:00", "2024-09-09T13:00:00+02:00", "2024-09-09T18:30:00+02:00"])
  }

  @Test("A schedule that ends leaves the rest")
  func end() throws {
    let limits = DayLimits(until: CivilDay(iso8601: "2024-09-10"))
    let schedule = try ScheduleFixture.schedule("every day at 12:00", limits: limits)
    #expect(Schedule.upcoming(of: [schedule], after: start, count: 10).count == 2)
    #expect(Schedule.upcoming(of: [], after: start, count: 10).isEmpty)
  }

  @Test(
    "A schedule that never comes is a finding",
    arguments: [
      ("0 7 31 2 *", nil, nil, [], "error", "its days are in no calendar"),
      ("every monday at 07:00", nil, "2024-09-09", [], "warning", "is over since 2024-09-09"),
      ("every monday at 07:00", "2024-10-01", "2024-10-05", [], "error", "leave no day"),
      ("25 12 25 12 *", nil, nil, ["12-24/12-26"], "error", "leave no day"),
    ] as [(String, String?, String?, [String], String, String)])
  func never(when: String, from: String?, until: String?, blackouts: [String], severity: String, words: String) throws {
    let limits = DayLimits(
      from: from.flatMap { CivilDay(iso8601: $0) }, until: until.flatMap { CivilDay(iso8601: $0) },
      blackouts: blackouts.compactMap { Blackout($0) })
    let schedule = try ScheduleFixture.schedule(when, limits: limits)
    let position = SourcePosition(line: 12, column: 5)
    let finding = try #require(schedule.finding(at: start, file: "daybook.yaml", position: position))
    #expect(finding.rule == "schedule-never" && finding.position == position && finding.file == "daybook.yaml")
    #expect(finding.severity.name == severity)
    #expect(finding.message.contains(words))
  }

  @Test("A schedule that comes once in 28 years is no finding")
  func rare() throws {
    let schedule = try ScheduleFixture.schedule("0 7 29 2 *")
    #expect(schedule.finding(at: start, file: nil, position: SourcePosition(line: 1)) == nil)
  }
}
