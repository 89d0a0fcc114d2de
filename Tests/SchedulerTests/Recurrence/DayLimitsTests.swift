import Testing
import Timeline

@testable import Scheduler

@Suite("From, until and blackouts")
struct DayLimitsTests {
  @Test(
    "The first fire heeds the limits",
    arguments: [
      ("2024-03-05", nil, [], "2024-03-05"), (nil, "2024-03-01", [], "2024-03-01"),
      (nil, "2024-02-29", [], nil), ("2030-01-01", nil, [], "2030-01-01"),
      (nil, nil, ["2024-03-01"], "2024-03-02"), (nil, nil, ["2024-02-28/2024-03-10"], "2024-03-11"),
      (nil, nil, ["03-01", "03-02/03-04"], "2024-03-05"), (nil, nil, ["12-20/03-15"], "2024-03-16"),
      (nil, "2024-04-01", ["2024-03-01/2024-04-01"], nil), (nil, nil, ["01-01/12-31"], nil),
      ("2024-02-01", "2024-12-31", ["02-29"], "2024-03-01"),
    ] as [(String?, String?, [String], String?)])
  func firstFire(from: String?, until: String?, blackouts: [String], day: String?) throws {
    let limits = DayLimits(
      from: from.flatMap { CivilDay(iso8601: $0) }, until: until.flatMap { CivilDay(iso8601: $0) },
      blackouts: try blackouts.map { try #require(Blackout($0)) })
    let zone = try ZoneFixture.zone("Europe/Oslo")
    let start = try #require(zone.instant(ofTimestamp: "2024-02-29T12:00"))
    for text in ["every day at 07:00", "*/15 7 * * *"] {
      let next = try Recurrence(text).next(after: start, in: zone, on: limits)
      #expect(next.map { zone.timestamp(at: $0).prefix(16) } == day.map { "\($0)T07:00" }, "\(text)")
    }
  }

  @Test("A time that a gap moves to the next day belongs to its own day")
  func movedTime() throws {
    let zone = try ZoneFixture.zone("Pacific/Apia")  // from 2011-12-29T24:00-10:00 the clocks went to 31 December
    let noon = try Recurrence("every day at 12:00")
    let start = try #require(zone.instant(ofTimestamp: "2011-12-29T13:00"))
    let until = noon.next(after: start, in: zone, on: DayLimits(until: CivilDay(iso8601: "2011-12-30")))
    #expect(until.map(zone.timestamp) == "2011-12-31T00:00:00+14:00")
    let from = noon.next(after: start, in: zone, on: DayLimits(from: CivilDay(iso8601: "2011-12-31")))
    #expect(from.map(zone.timestamp) == "2011-12-31T12:00:00+14:00")
  }

  @Test(
    "What is no blackout is refused",
    arguments: ["", "2024", "2024-02-30", "02-30", "2024-03-02/2024-03-01", "12-25/2024-12-26", "12-25/12-26/12-27"])
  func refused(text: String) {
    #expect(Blackout(text) == nil)
  }
}
