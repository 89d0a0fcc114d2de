import Foundation
import Testing
import Timeline

@testable import Scheduler

@Suite("Time zones from the system's tzdata")
struct ZoneTests {
  /// Seconds since the epoch and the offset then, as Python's `zoneinfo` gives them: around changes of the clocks,
  /// and beyond the tables, where the POSIX rule of the footer holds.
  @Test(
    "Offsets",
    arguments: [
      ("America/New_York", 1_710_053_999, -18_000), ("America/New_York", 1_710_054_000, -14_400),
      ("America/New_York", 1_730_613_599, -14_400), ("America/New_York", 1_730_613_600, -18_000),
      ("America/New_York", 2_855_865_600, -14_400), ("America/New_York", -2_208_988_800, -18_000),
      ("Europe/Oslo", 1_711_846_799, 3_600), ("Europe/Oslo", 1_711_846_800, 7_200),
      ("Europe/Oslo", 3_812_921_999, 7_200), ("Europe/Oslo", 3_812_922_000, 3_600),
      ("Europe/Dublin", 1_705_276_800, 0), ("Europe/Dublin", 2_540_246_400, 3_600),
      ("Australia/Lord_Howe", 1_704_067_200, 39_600), ("Australia/Lord_Howe", 1_719_792_000, 37_800),
      ("Australia/Lord_Howe", 2_682_374_400, 39_600), ("Asia/Kolkata", 1_719_792_000, 19_800),
      ("Pacific/Apia", 1_325_239_199, -36_000), ("Pacific/Apia", 1_325_239_200, 50_400),
      ("Pacific/Kiritimati", 1_704_067_200, 50_400), ("Etc/GMT+12", 1_704_067_200, -43_200),
      ("UTC", 1_704_067_200, 0), ("America/Santiago", 1_725_767_999, -14_400),
      ("America/Santiago", 1_725_768_000, -10_800), ("America/Santiago", 3_168_806_400, -14_400),
    ])
  func offsets(name: String, instant: Int, offset: Int) throws {
    #expect(try zone(name).offset(at: instant) == offset)
  }

  @Test("Today depends on the zone")
  func days() throws {
    let instant = 1_725_840_000  // 2024-09-09T00:00:00Z
    #expect(try zone("Pacific/Kiritimati").day(at: instant).description == "2024-09-09")
    #expect(try zone("America/New_York").day(at: instant).description == "2024-09-08")
    #expect(try zone("UTC").day(at: -1).description == "1969-12-31")
  }

  @Test(
    "A name that is no zone is refused", arguments: ["Europe/Osloo", "", "/etc/passwd", "../zoneinfo/UTC", "UTC\n"])
  func badNames(name: String) {
    #expect(throws: ZoneError.self) { try zone(name) }
  }

  @Test("A broken file is refused and does not crash", arguments: [0, 3, 44, 60, 120])
  func brokenFiles(length: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: Zone.systemFolder).appending(path: "Europe/Oslo")))
    #expect(throws: ZoneError.self) { try Zone(named: "Broken", read: { _ in Array(bytes.prefix(length)) }) }
  }

  @Test(
    "The footer's rule is read in all its forms",
    arguments: [
      ("UTC0", 0, 0), ("<+0330>-3:30", 12_600, 12_600), ("EST5EDT,M3.2.0,M11.1.0", -18_000, -14_400),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", 3_600, 0), ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7_200, -3_600),
      ("AAA3BBB,J60/0,J300/0", -10_800, -7_200), ("AAA3BBB,59,299", -10_800, -7_200),
    ])
  func rules(text: String, standard: Int, daylight: Int) throws {
    let rule = try #require(ZoneRule(text))
    #expect(rule.standardOffset == standard)
    #expect(rule.daylightOffset == daylight)
  }

  @Test("A footer that is none is refused", arguments: ["", "5", "EST", "EST5EDT,", "EST5EDT,M13.1.0,M1.1.0", "E5"])
  func badRules(text: String) {
    #expect(ZoneRule(text) == nil)
  }

  private func zone(_ name: String) throws -> Zone {
    try ZoneFixture.zone(name)
  }
}
