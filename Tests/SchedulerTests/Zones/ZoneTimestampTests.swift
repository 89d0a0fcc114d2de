import Testing
import Timeline

@testable import Scheduler

@Suite("Timestamps of a zone")
struct ZoneTimestampTests {
  @Test(
    "An instant is written with the zone's offset and read back",
    arguments: [
      ("Europe/Oslo", 1_711_846_799, "2024-03-31T01:59:59+01:00"),
      ("Europe/Oslo", 1_711_846_800, "2024-03-31T03:00:00+02:00"),
      ("America/New_York", 1_730_613_600, "2024-11-03T01:00:00-05:00"), ("UTC", -1, "1969-12-31T23:59:59+00:00"),
      ("Asia/Kolkata", 0, "1970-01-01T05:30:00+05:30"), ("Pacific/Marquesas", 0, "1969-12-31T14:30:00-09:30"),
    ])
  func writing(name: String, instant: Int, text: String) throws {
    let zone = try ZoneFixture.zone(name)
    #expect(zone.timestamp(at: instant) == text)
    #expect(zone.instant(ofTimestamp: text) == instant)
  }

  @Test(
    "A time without an offset is one on the zone's clocks",
    arguments: [
      ("2024-03-31T01:30", "2024-03-31T01:30:00+01:00"), ("2024-03-31T02:30", "2024-03-31T03:00:00+02:00"),
      ("2024-10-27T02:30:15", "2024-10-27T02:30:15+02:00"), ("2024-10-27", "2024-10-27T00:00:00+02:00"),
      ("2024-10-27T00:30Z", "2024-10-27T02:30:00+02:00"), ("2024-10-27 01:30:00.75Z", "2024-10-27T02:30:00+01:00"),
      ("2024-10-26T20:30-04:00", "2024-10-27T02:30:00+02:00"),
    ])
  func reading(text: String, same: String) throws {
    let zone = try ZoneFixture.zone("Europe/Oslo")
    #expect(try zone.timestamp(at: #require(zone.instant(ofTimestamp: text))) == same)
  }

  @Test(
    "What is no timestamp is refused",
    arguments: [
      "", "today", "2024-13-01", "2024-01-01T", "2024-01-01T24:00", "2024-01-01T7:00", "2024-01-01T07:00+2",
      "2024-01-01T07:60", "2024-01-01T07:00:61", "2024-01-01T07:00+0200", "2024-01-01T07:00:00.x",
    ])
  func refused(text: String) throws {
    #expect(try ZoneFixture.zone("UTC").instant(ofTimestamp: text) == nil)
  }
}
