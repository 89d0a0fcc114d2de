import Testing
import Timeline

@testable import Scheduler

/// Test 13 of the reliability requirements, and what comes before any downtime.
@Suite("What is due")
struct EvaluationTests {
  private let start = 1_725_868_810  // 2024-09-09T08:00:10Z

  @Test(
    "Down for 1 minute, 2 hours and 30 days: nothing, the latest, or as many as the cap allows",
    arguments: [
      (60, CatchUp.skip, 0), (60, .once, 1), (60, .all(most: 100), 1),
      (7_200, .skip, 0), (7_200, .once, 1), (7_200, .all(most: 100), 100),
      (30 * 86_400, .skip, 0), (30 * 86_400, .once, 1), (30 * 86_400, .all(most: 100), 100),
      (5_400, .all(most: 100), 90), (6_000, .all(most: 100), 100),
    ])
  func downtime(seconds: Int, catchUp: CatchUp, count: Int) throws {
    let schedule = try ScheduleFixture.schedule("* * * * *", catchUp: catchUp)
    // Up again 11 seconds past a minute: later than what still counts as punctual.
    let evaluation = schedule.evaluate(since: start + 1, at: start + 1 + seconds)
    #expect(evaluation.due.count == count)
    #expect(evaluation.due.count + evaluation.dropped == seconds / 60)
    #expect(evaluation.reached == start + 1 + seconds)
    let last = (start + seconds) / 60 * 60
    #expect(evaluation.due == (0..<count).map { last - (count - 1 - $0) * 60 }, "the latest ones, in order")
  }

  @Test("First sight of a schedule makes nothing of the past")
  func firstSight() throws {
    let schedule = try ScheduleFixture.schedule("* * * * *", catchUp: .all(most: 100))
    let evaluation = schedule.evaluate(since: nil, at: start + 1)
    #expect(evaluation.due.isEmpty && evaluation.dropped == 0)
    #expect(evaluation.previous == nil && evaluation.reached == start + 1)
    #expect(schedule.evaluate(since: start + 1, at: start + 50).due == [start + 50])
  }

  @Test("A timer that is set to the due time runs a schedule at its first sight, a little late too")
  func firstSightOnTime() throws {
    let schedule = try ScheduleFixture.schedule("every monday at 10:00", catchUp: .skip)
    let due = start - 10
    for lateness in [0, 1, 10] { #expect(schedule.evaluate(since: nil, at: due + lateness).due == [due]) }
    for time in [due - 1, due + 11] { #expect(schedule.evaluate(since: nil, at: time).due.isEmpty) }
  }

  @Test(
    "A punctual look finds what is due under every catch-up rule", arguments: [CatchUp.skip, .once, .all(most: 100)])
  func punctual(catchUp: CatchUp) throws {
    let schedule = try ScheduleFixture.schedule("every monday at 10:00", catchUp: catchUp)
    let due = start - 10
    for lateness in [0, 1, 10] {
      let evaluation = schedule.evaluate(since: due - 86_400, at: due + lateness)
      #expect(evaluation.due == [due] && evaluation.dropped == 0)
    }
    #expect(schedule.evaluate(since: due - 86_400, at: due - 1).due.isEmpty)
    #expect(schedule.evaluate(since: due, at: due + 1).due.isEmpty)
  }

  @Test("Two looks find together what one look would have found", arguments: [1, 59, 60, 3_600, 86_399])
  func twoLooks(seconds: Int) throws {
    let schedule = try ScheduleFixture.schedule("*/7 * * * *", catchUp: .all(most: 100))
    let end = start + 40_000
    let whole = schedule.evaluate(since: start, at: end)
    var found: [Int] = []
    var reached = start
    for now in [start + seconds, start + 2 * seconds, end] where now <= end {
      let evaluation = schedule.evaluate(since: reached, at: now)
      found += evaluation.due
      reached = evaluation.reached
    }
    #expect(found.suffix(whole.due.count) == whole.due[...])
  }

  @Test("From, until and blackouts hold for what is made up for")
  func limits() throws {
    let zone = try ZoneFixture.zone("Europe/Oslo")
    let limits = DayLimits(
      from: zone.day(at: start - 5 * 86_400), until: zone.day(at: start - 86_400),
      blackouts: [try #require(Blackout("2024-09-06"))])
    let schedule = try ScheduleFixture.schedule("every day at 07:00", catchUp: .all(most: 100), limits: limits)
    let due = schedule.evaluate(since: start - 30 * 86_400, at: start).due
    #expect(due.map { zone.day(at: $0).description } == ["2024-09-04", "2024-09-05", "2024-09-07", "2024-09-08"])
  }

  @Test("A stored instant that lies years back costs no more than a year of looking")
  func longAgo() throws {
    let schedule = try ScheduleFixture.schedule("every hour")
    let evaluation = schedule.evaluate(since: 0, at: start)
    #expect(evaluation.due == [start - 10])
    #expect(evaluation.dropped == 366 * 24 - 1)
  }

  @Test("Drafts that need approval are made and reminded of ahead of time, and sent at the due time")
  func approval() throws {
    let schedule = try ScheduleFixture.approvedSchedule("every monday at 10:00")
    let due = start - 10
    #expect(schedule.steps == [.prepare, .remind, .run])
    for (step, lead) in [(ScheduleStep.prepare, 2 * 86_400), (.remind, 7_200), (.run, 0)] {
      let last = due - 3 * 86_400
      #expect(schedule.evaluate(step, since: last, at: due - lead - 1).due.isEmpty)
      #expect(schedule.evaluate(step, since: last, at: due - lead).due == [due])
      #expect(schedule.evaluate(step, since: due - lead, at: due - lead + 60).due.isEmpty)
    }
    #expect(schedule.nextStep(after: due - 3 * 86_400) == due - 2 * 86_400)
    #expect(schedule.nextStep(after: due - 2 * 86_400) == due - 7_200)
    #expect(schedule.nextStep(after: due - 7_200) == due)
  }

  @Test("What lies ahead is prepared even at first sight and after a downtime; what is past is not")
  func latePreparation() throws {
    let schedule = try ScheduleFixture.approvedSchedule("every monday at 10:00")
    let due = start - 10
    #expect(schedule.evaluate(.prepare, since: nil, at: due - 3_600).due == [due])
    #expect(schedule.evaluate(.remind, since: nil, at: due - 3_600).due == [due])
    #expect(schedule.evaluate(.prepare, since: due - 20 * 86_400, at: due - 3_600).due == [due])
    #expect(schedule.evaluate(.remind, since: due - 20 * 86_400, at: due + 3_600).due.isEmpty)
    #expect(schedule.evaluate(.prepare, since: due - 20 * 86_400, at: due).due.isEmpty)
    #expect(schedule.evaluate(.run, since: due - 86_400, at: due + 3_600).due == [due])
  }

  @Test(
    "Catch-up rules as the settings write them",
    arguments: [
      ("skip", CatchUp.skip), ("once", .once), ("all", .all(most: 100)), ("all 20", .all(most: 20)), ("all 0", nil),
      ("all 101", nil), ("once 2", nil), ("", nil), ("every", nil), ("all all", nil),
    ])
  func catchUpRules(text: String, rule: CatchUp?) {
    #expect(CatchUp(text) == rule)
  }

  @Test(
    "Lead times as the settings write them",
    arguments: [
      ("90 minutes", 5_400), ("2h", 7_200), ("2 hours", 7_200), ("1 day", 86_400), ("3d", 259_200), ("1 week", 604_800),
      ("0 hours", nil), ("hour", nil), ("2 months", nil), ("-1 day", nil), ("32 days", nil), ("", nil),
      ("1 fortnight", nil),
    ] as [(String, Int?)])
  func leadTimes(text: String, seconds: Int?) {
    #expect(LeadTime.seconds(text) == seconds)
  }
}
