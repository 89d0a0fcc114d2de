import Testing
import Timeline

@testable import Scheduler

/// When an entry's day is, beyond the plain month and day.
@Suite("Occasions")
struct OccasionTests {
  @Test(
    "An observance comes on its weekday of the month, and not on its date",
    arguments: [
      ("first monday of may", "2025-05-05", 1), ("first monday of may", "2025-05-04", 0),
      ("first monday of may", "2025-05-12", 0), ("last monday of may", "2025-05-26", 1),
      ("last monday of may", "2025-05-19", 0), ("fifth thursday of may", "2025-05-29", 1),
      ("fifth friday of may", "2025-05-30", 1), ("fifth monday of may", "2025-05-26", 0),
      ("third monday of april", "2025-05-04", 0),
    ])
  func observances(words: String, day: String, count: Int) throws {
    let entry = try PickFixture.entry("1886-05-04", id: "e", observed: words)
    let picks = try PickFixture.select([entry], on: day).picks
    #expect(picks.count == count)
    #expect(picks.allSatisfy { $0.years == 139 && $0.reason.hasPrefix("139 years ago; observed on the ") })
  }

  @Test(
    "An observance needs a sure year, and no more", arguments: [("1897", 1), ("1897-04", 1), ("1897~", 0), ("189X", 0)])
  func observanceOfAYear(date: String, count: Int) throws {
    let entry = try PickFixture.entry(date, id: "e", observed: "third monday of april")
    #expect(try PickFixture.select([entry], on: "2025-04-21").picks.map(\.years) == Array(repeating: 128, count: count))
  }

  @Test(
    "A range under each rule, all through the days that it has",
    arguments: [
      (OnThisDayRules.Ranges.start, ["12-30"]), (.end, ["01-02"]), (.any, ["12-30", "12-31", "01-01", "01-02"]),
    ])
  func ranges(rule: OnThisDayRules.Ranges, days: [String]) throws {
    var rules = OnThisDayRules()
    rules.ranges = rule
    rules.cooldownDays = 0
    let entry = try PickFixture.entry("2023-12-30/2024-01-02", id: "e")
    let picks = try PickFixture.select([entry], on: "2025-12-01", days: 60, rules: rules).picks
    #expect(picks.map { $0.occursOn.description.suffix(5) } == days.map { $0[...] })
    #expect(picks.allSatisfy { $0.years == 2 })
  }

  @Test(
    "29 February inside a range has its day in a year without one too, and no entry comes twice in a day",
    arguments: [
      ("2024-02-29/2024-03-01", OnThisDayRules.LeapDay.feb28, "2025-02-28", 1),
      ("2024-02-27/2024-02-29", .mar1, "2025-03-01", 1), ("2024-02-27/2024-03-02", .feb28, "2025-02-28", 1),
      ("2024-02-27/2024-03-02", .mar1, "2025-03-01", 1), ("2024-02-29/2024-03-01", .leapYears, "2025-02-28", 0),
      ("2023-02-27/2023-03-01", .feb28, "2025-02-28", 1), ("2021-03-10/2024-03-10", .feb28, "2025-02-28", 1),
    ])
  func leapDayInRange(date: String, rule: OnThisDayRules.LeapDay, day: String, count: Int) throws {
    var rules = OnThisDayRules()
    rules.ranges = .any
    rules.leapDay = rule
    #expect(try PickFixture.picks([date], on: day, rules: rules).count == count)
  }

  @Test(
    "A range that is open on one side has the day that it names",
    arguments: [
      ("2020-05-01/..", OnThisDayRules.Ranges.start, 1), ("2020-05-01/..", .any, 1), ("2020-05-01/..", .end, 0),
      ("../2020-05-01", .start, 0), ("../2020-05-01", .any, 1), ("../2020-05-01", .end, 1),
      ("2020-05-01/2020-06", .start, 1), ("2020-05-01/2020-06", .end, 0), ("2020-05-01/2020-05-01", .end, 1),
    ])
  func openRanges(date: String, rule: OnThisDayRules.Ranges, count: Int) throws {
    var rules = OnThisDayRules()
    rules.ranges = rule
    #expect(try PickFixture.picks([date], on: "2025-05-01", rules: rules).count == count)
  }

  @Test("A long range is remembered once a day, from its first such day on")
  func longRange() throws {
    var rules = OnThisDayRules()
    rules.ranges = .any
    let picks = try PickFixture.picks(["1939-09-01/1945-09-02"], on: "2025-07-01", rules: rules)
    #expect(picks.map(\.years) == [85])
  }

  @Test("A monthly section has the entries that name a month and no day, of other years")
  func month() throws {
    let entries = try ["1994-08", "1994-08-04", "1994-08?", "1994", "2025-08", "1990-09", "1975-08", "1970-08/1970-10"]
      .map { try PickFixture.entry($0, id: $0) }
    let request = PickRequest(firstDay: try PickFixture.day("2025-08-18"), days: 7)
    let picks = Picker(entries, rules: OnThisDayRules()).selectMonth(request, history: PickHistory()).picks
    #expect(picks.map(\.entry.id) == ["1975-08", "1970-08/1970-10", "1994-08"])
    #expect(
      picks.map(\.reason) == [
        "50 years ago this month, a milestone", "55 years ago this month", "31 years ago this month",
      ])
    #expect(picks.allSatisfy { $0.occursOn == request.firstDay })
  }

  @Test("A monthly section has its own cap, and the cool-down of its channel")
  func monthRules() throws {
    let entries = try (1990...1999).map { try PickFixture.entry("\($0)-08", id: "\($0)") }
    let request = PickRequest(firstDay: try PickFixture.day("2025-08-18"), days: 7, channel: "newsletter")
    let last = PickHistory.Record(
      entry: "1990", channel: "newsletter", day: try PickFixture.day("2025-08-11"), draft: "2025-W33-newsletter")
    let selection = Picker(entries, rules: OnThisDayRules()).selectMonth(request, history: PickHistory([last]))
    #expect(selection.picks.map(\.entry.id) == ["1991", "1992", "1993", "1994", "1995"])
    #expect(
      selection.rejections.first?.reason == "it was on newsletter on 2025-08-11, and may come back from 2026-06-07")
    #expect(selection.rejections.last?.reason == "the month has its 5 picks already")
  }
}
