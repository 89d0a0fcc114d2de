@testable import Scheduler

/// Schedules for tests.
enum ScheduleFixture {
  static func schedule(
    _ when: String, in zone: String = "Europe/Oslo", catchUp: CatchUp = .once, limits: DayLimits = DayLimits()
  ) throws -> Schedule {
    Schedule(
      name: "test", recurrence: try Recurrence(when), zone: try ZoneFixture.zone(zone), limits: limits, catchUp: catchUp
    )
  }

  /// A schedule whose drafts a person approves: made two days before, with a reminder two hours before.
  static func approvedSchedule(_ when: String, catchUp: CatchUp = .once) throws -> Schedule {
    var schedule = try schedule(when, catchUp: catchUp)
    schedule.approval = .required
    schedule.preparation = 2 * 86_400
    schedule.reminder = Reminder(webhook: "desk", lead: 7_200)
    return schedule
  }
}
