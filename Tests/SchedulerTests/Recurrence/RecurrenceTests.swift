import Foundation
import TestSupport
import Testing
import Timeline

@testable import Scheduler

@Suite("Recurrence")
struct RecurrenceTests {
  @Test(
    "Plain forms mean what cron's fields say",
    arguments: [
      ("every monday at 07:00", "0 7 * * 1"), ("Every Monday at 7am", "0 7 * * 1"),
      ("mondays and thursdays at 18:30", "30 18 * * 1,4"), ("weekdays at 18:30", "30 18 * * 1-5"),
      ("every weekday at 6:30 pm", "30 18 * * 1-5"), ("weekends at 10:00", "0 10 * * 0,6"),
      ("daily at 12am", "0 0 * * *"), ("every day at 00:05", "5 0 * * *"),
      ("first sunday of the month at 09:00", "0 9 * * 0#1"), ("last friday of the month at 17:00", "0 17 * * 5L"),
      ("on the 15th of the month at 08:00", "0 8 15 * *"), ("last day of the month at 08:00", "0 8 L * *"),
      ("every 15 minutes", "*/15 * * * *"), ("every hour", "0 * * * *"), ("every 6 hours", "0 */6 * * *"),
      ("0 7 * * mon", "0 7 * * 1"), ("@weekly", "0 0 * * 0"), ("4th thursday of november at 12:00", "0 12 * 11 4#4"),
      ("the last day of february at 08:00", "0 8 L 2 *"), ("first monday of may at 9am", "0 9 * 5 1#1"),
    ])
  func plainForms(plain: String, cron: String) throws {
    let zone = try zone("America/New_York")
    let (left, right) = (try Recurrence(plain), try Recurrence(cron: cron))
    var instant = 1_710_000_000
    for _ in 0..<200 {
      let next = try #require(left.next(after: instant, in: zone))
      #expect(next == right.next(after: instant, in: zone))
      instant = next
    }
  }

  @Test(
    "What is no schedule is refused with what to write",
    arguments: [
      "", "every", "every monday", "every moonday at 07:00", "every monday at 25:00", "every 7 minutes",
      "every monday at 7", "first day at 07:00", "sixth sunday of the month at 07:00", "32nd of the month at 07:00",
      "tomorrow", "every 0 minutes", "first monday of smarch at 07:00", "0th monday of may at 07:00",
      "first of may at 07:00", "every monday of may at 07:00", "at 07:00", "* * * *", "@reboot", "60 * * * *",
    ])
  func refusedPlainForms(text: String) {
    #expect(throws: RecurrenceError.self) { try Recurrence(text) }
  }

  @Test(
    "Quartz's extensions",
    arguments: [
      ("0 0 L * *", ["2024-02-29", "2024-03-31", "2024-04-30"]), ("0 0 L-2 * *", ["2024-02-27", "2024-03-29"]),
      ("0 0 15W * *", ["2024-02-15", "2024-03-15", "2024-04-15", "2024-05-15", "2024-06-14", "2024-07-15"]),
      ("0 0 1W * *", ["2024-03-01", "2024-04-01", "2024-05-01", "2024-06-03"]),
      ("0 0 LW * *", ["2024-02-29", "2024-03-29"]), ("0 0 * * 5L", ["2024-02-23", "2024-03-29"]),
      ("0 0 * * mon#2", ["2024-02-12", "2024-03-11"]), ("0 0 * * sat-mon", ["2024-02-03", "2024-02-04", "2024-02-05"]),
      ("0 0 1,15 * mon", ["2024-02-05", "2024-02-12", "2024-02-15"]),
    ])
  func extensions(cron: String, days: [String]) throws {
    let zone = try zone("UTC")
    let recurrence = try Recurrence(cron: cron)
    var instant = 1_706_745_600  // 2024-02-01T00:00:00Z
    for day in days {
      instant = try #require(recurrence.next(after: instant, in: zone))
      #expect(zone.day(at: instant).description == day)
    }
  }

  @Test(
    "A rule that never comes ends its search",
    arguments: ["0 0 31 2 *", "0 0 30 2 *", "0 0 31 4,6,9,11 *", "0 0 31W 2 *"])
  func never(cron: String) throws {
    #expect(try Recurrence(cron: cron).next(after: 1_700_000_000, in: zone("Europe/Oslo")) == nil)
  }

  @Test("A fixed time in a gap comes once right after it; one that comes twice counts the first time alone")
  func clockChanges() throws {
    let zone = try zone("America/New_York")
    let daily = try Recurrence("every day at 02:30")
    #expect(daily.next(after: 1_710_000_000, in: zone) == 1_710_054_000, "2024-03-10T03:00-04:00")
    #expect(daily.next(after: 1_710_054_000, in: zone) == 1_710_138_600, "2024-03-11T02:30-04:00")
    let early = try Recurrence("every day at 01:30")
    #expect(early.next(after: 1_730_600_000, in: zone) == 1_730_611_800, "2024-11-03T01:30-04:00")
    #expect(early.next(after: 1_730_611_800, in: zone) == 1_730_701_800, "2024-11-04T01:30-05:00")
    let often = try Recurrence("every 30 minutes")
    #expect(often.next(after: 1_730_611_800, in: zone) == 1_730_613_600, "2024-11-03T01:00-05:00")
  }

  @Test("A day that a zone left out gives its fixed time to the next day's first instant")
  func missingDay() throws {
    let zone = try zone("Pacific/Apia")
    let noon = try Recurrence("every day at 12:00")
    let first = try #require(noon.next(after: 1_325_196_000, in: zone))  // 2011-12-29T12:00-10:00
    #expect(first == 1_325_239_200, "30 December 2011 did not exist in Samoa")
    #expect(noon.next(after: first, in: zone) == 1_325_282_400, "2011-12-31T12:00+14:00")
  }

  @Test("Times of two days that the clocks show in turn come in the order of time")
  func overlapAtMidnight() throws {
    let zone = try zone("America/St_Johns")  // until 2011 the clocks went from 00:01 back to 23:01
    let start = try #require(zone.instant(ofTimestamp: "2010-11-06T22:45:00-02:30"))
    let often = try Recurrence(cron: "*/30 * * * *")
    let found = Array(sequence(first: start) { often.next(after: $0, in: zone) }.dropFirst().prefix(5))
    #expect(
      found.map(zone.timestamp) == [
        "2010-11-06T23:00:00-02:30", "2010-11-06T23:30:00-02:30", "2010-11-07T00:00:00-02:30",
        "2010-11-06T23:30:00-03:30", "2010-11-07T00:00:00-03:30",
      ])
    let daily = try Recurrence("every day at 23:30")
    let fires = Array(sequence(first: start) { daily.next(after: $0, in: zone) }.dropFirst().prefix(2))
    #expect(fires.map(zone.timestamp) == ["2010-11-06T23:30:00-02:30", "2010-11-07T23:30:00-03:30"])
  }

  private func zone(_ name: String) throws -> Zone {
    try ZoneFixture.zone(name)
  }
}
