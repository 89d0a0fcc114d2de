import Testing
import Timeline

@testable import Scheduler

@Suite("Picks")
struct PickerTests {
  @Test("An entry comes back on its month and day, with the years between")
  func anniversary() throws {
    let picks = try picks(["1954-05-06"], on: "2025-05-06")
    #expect(picks.map(\.years) == [71])
    #expect(picks.map(\.isMilestone) == [false])
    #expect(picks.map(\.reason) == ["71 years ago"])
  }

  @Test("The day itself and days before it are no anniversary", arguments: ["2024-05-06", "2023-05-06"])
  func noAnniversaryYet(day: String) throws {
    #expect(try picks(["2024-05-06"], on: day).isEmpty)
  }

  @Test("A date less precise than a day matches no day", arguments: ["1994-08", "1994", "1994-21", "199X"])
  func impreciseDates(date: String) throws {
    #expect(try picks([date], on: "2025-08-01", days: 366).isEmpty)
  }

  @Test(
    "29 February follows the rule in a year without one",
    arguments: [
      (OnThisDayRules.LeapDay.feb28, "2025-02-28", 1), (.feb28, "2025-03-01", 0), (.mar1, "2025-03-01", 1),
      (.mar1, "2025-02-28", 0), (.leapYears, "2025-02-28", 0), (.leapYears, "2028-02-29", 1),
      (.feb28, "2028-02-28", 0), (.feb28, "2028-02-29", 1),
    ])
  func leapDay(rule: OnThisDayRules.LeapDay, day: String, count: Int) throws {
    var rules = OnThisDayRules()
    rules.leapDay = rule
    #expect(try picks(["2024-02-29"], on: day, rules: rules).count == count)
  }

  @Test("A leap day and a 28 February both come up on 28 February")
  func leapDayBesideAnother() throws {
    #expect(try picks(["2024-02-29", "2023-02-28"], on: "2025-02-28").map(\.years) == [1, 2])
  }

  @Test(
    "A range is remembered at its start, its end or on any day",
    arguments: [
      (OnThisDayRules.Ranges.start, ["2025-06-07"]), (.end, ["2025-06-12"]), (.any, ["2025-06-07"]),
    ])
  func ranges(rule: OnThisDayRules.Ranges, days: [String]) throws {
    var rules = OnThisDayRules()
    rules.ranges = rule
    let picks = try picks(["2024-06-07/2024-06-12"], on: "2025-06-01", days: 30, rules: rules)
    #expect(picks.map(\.occursOn.description) == days, "the cool-down keeps it from coming up every day")
  }

  @Test("Any day of a range over New Year counts its years from that day's year")
  func rangeOverNewYear() throws {
    var rules = OnThisDayRules()
    rules.ranges = .any
    #expect(try picks(["2023-12-30/2024-01-02"], on: "2026-01-01", rules: rules).map(\.years) == [2])
    #expect(try picks(["2023-12-30/2024-01-02"], on: "2025-12-31", rules: rules).map(\.years) == [2])
  }

  @Test("A window may cross 1 January")
  func windowOverNewYear() throws {
    let picks = try picks(["2000-12-31", "2000-01-01"], on: "2024-12-30", days: 4)
    #expect(picks.map(\.occursOn.description) == ["2024-12-31", "2025-01-01"])
    #expect(picks.map(\.years) == [24, 25])
  }

  @Test("Years before 1970 and before 1 count on")
  func oldYears() throws {
    #expect(try picks(["-0043-03-15"], on: "2025-03-15").map(\.years) == [2_068])
  }

  @Test("Milestones come first, then weight, then the older entry, then the id")
  func order() throws {
    let entries = [
      try entry("2020-05-01", id: "five"), try entry("2001-05-01", id: "heavy", weight: 5),
      try entry("1990-05-01", id: "b-old"), try entry("1990-05-01", id: "a-old"),
    ]
    var rules = OnThisDayRules()
    rules.maxPerDay = 10
    let picker = Picker(entries.reversed(), rules: rules)
    let selection = picker.select(PickRequest(firstDay: try day("2025-05-01"), days: 1), history: PickHistory())
    #expect(selection.picks.map(\.entry.id) == ["five", "heavy", "a-old", "b-old"])
  }

  @Test("What exceeds the cap of a day is left out with a reason")
  func capADay() throws {
    let entries = try (2001...2005).map { try entry("\($0)-05-01", id: "e\($0)") }
    let selection = Picker(entries, rules: OnThisDayRules())
      .select(PickRequest(firstDay: try day("2024-05-01"), days: 1), history: PickHistory())
    #expect(selection.picks.count == 3)
    #expect(selection.rejections.map(\.reason) == Array(repeating: "the day has its 3 picks already", count: 2))
  }

  @Test("One busy year does not hide the others")
  func capAYear() throws {
    let entries = try (1...4).map { try entry("2001-05-0\($0)", id: "busy\($0)") } + [entry("1990-05-04", id: "other")]
    var rules = OnThisDayRules()
    rules.maxPerYear = 2
    let selection = Picker(entries, rules: rules)
      .select(PickRequest(firstDay: try day("2024-05-01"), days: 7), history: PickHistory())
    #expect(selection.picks.map(\.entry.id) == ["busy1", "busy2", "other"])
  }

  @Test(
    "The cool-down counts one channel's earlier appearances, and not those of the draft being made again",
    arguments: [
      ("x", "2025-01-01", "other", 0), ("mastodon", "2025-01-01", "other", 1), ("x", "2024-05-01", "other", 1),
      ("x", "2025-01-01", "again", 1), ("x", "2025-06-01", "other", 1),
    ])
  func cooldown(channel: String, appeared: String, draft: String, count: Int) throws {
    let record = PickHistory.Record(entry: "e", channel: channel, day: try day(appeared), draft: draft)
    let request = PickRequest(firstDay: try day("2025-05-01"), days: 1, channel: "x", replacing: ["again"])
    let selection = Picker([try entry("2000-05-01", id: "e")], rules: OnThisDayRules())
      .select(request, history: PickHistory([record]))
    #expect(selection.picks.count == count)
  }

  // MARK: - Making things

  private func day(_ text: String) throws -> CivilDay {
    try #require(CivilDay(iso8601: text))
  }

  private func entry(_ date: String, id: String, weight: Int? = nil) throws -> Entry {
    var fields = EntryFields()
    fields.weight = weight
    return Entry(id: id, date: try EntryDate(edtf: date), title: id, fields: fields)
  }

  private func picks(
    _ dates: [String], on first: String, days: Int = 1, rules: OnThisDayRules = OnThisDayRules()
  ) throws -> [Scheduler.Pick] {
    let entries = try dates.enumerated().map { try entry($0.element, id: "e\($0.offset)") }
    return Picker(entries, rules: rules)
      .select(PickRequest(firstDay: try day(first), days: days), history: PickHistory()).picks
  }
}
