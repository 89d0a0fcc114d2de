import Testing
import Timeline

@testable import Scheduler

@Suite("Picks")
struct PickerTests {
  @Test("An entry comes back on its month and day, with the years between")
  func anniversary() throws {
    let picks = try PickFixture.picks(["1954-05-06"], on: "2025-05-06")
    #expect(picks.map(\.years) == [71])
    #expect(picks.map(\.isMilestone) == [false])
    #expect(picks.map(\.reason) == ["71 years ago"])
  }

  @Test("The day itself and days before it are no anniversary", arguments: ["2024-05-06", "2023-05-06"])
  func noAnniversaryYet(day: String) throws {
    #expect(try PickFixture.picks(["2024-05-06"], on: day).isEmpty)
  }

  @Test("A date less precise than a day matches no day", arguments: ["1994-08", "1994", "1994-21", "199X"])
  func impreciseDates(date: String) throws {
    #expect(try PickFixture.picks([date], on: "2025-08-01", days: 366).isEmpty)
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
    #expect(try PickFixture.picks(["2024-02-29"], on: day, rules: rules).count == count)
  }

  @Test("A leap day and a 28 February both come up on 28 February")
  func leapDayBesideAnother() throws {
    #expect(try PickFixture.picks(["2024-02-29", "2023-02-28"], on: "2025-02-28").map(\.years) == [1, 2])
  }

  @Test(
    "A range is remembered at its start, its end or on any day",
    arguments: [
      (OnThisDayRules.Ranges.start, ["2025-06-07"]), (.end, ["2025-06-12"]), (.any, ["2025-06-07"]),
    ])
  func ranges(rule: OnThisDayRules.Ranges, days: [String]) throws {
    var rules = OnThisDayRules()
    rules.ranges = rule
    let picks = try PickFixture.picks(["2024-06-07/2024-06-12"], on: "2025-06-01", days: 30, rules: rules)
    #expect(picks.map(\.occursOn.description) == days, "the cool-down keeps it from coming up every day")
  }

  @Test("Any day of a range over New Year counts its years from that day's year")
  func rangeOverNewYear() throws {
    var rules = OnThisDayRules()
    rules.ranges = .any
    #expect(try PickFixture.picks(["2023-12-30/2024-01-02"], on: "2026-01-01", rules: rules).map(\.years) == [2])
    #expect(try PickFixture.picks(["2023-12-30/2024-01-02"], on: "2025-12-31", rules: rules).map(\.years) == [2])
  }

  @Test("A window may cross 1 January")
  func windowOverNewYear() throws {
    let picks = try PickFixture.picks(["2000-12-31", "2000-01-01"], on: "2024-12-30", days: 4)
    #expect(picks.map(\.occursOn.description) == ["2024-12-31", "2025-01-01"])
    #expect(picks.map(\.years) == [24, 25])
  }

  @Test("Years before 1970 and before 1 count on")
  func oldYears() throws {
    #expect(try PickFixture.picks(["-0043-03-15"], on: "2025-03-15").map(\.years) == [2_068])
  }

  @Test("Milestones come first, then weight, then the older entry, then the id")
  func order() throws {
    let entries = [
      try PickFixture.entry("2020-05-01", id: "five"), try PickFixture.entry("2001-05-01", id: "heavy", weight: 5),
      try PickFixture.entry("1990-05-01", id: "b-old"), try PickFixture.entry("1990-05-01", id: "a-old"),
    ]
    var rules = OnThisDayRules()
    rules.maxPerDay = 10
    let picker = Picker(entries.reversed(), rules: rules)
    let selection = picker.select(
      PickRequest(firstDay: try PickFixture.day("2025-05-01"), days: 1), history: PickHistory())
    #expect(selection.picks.map(\.entry.id) == ["five", "heavy", "a-old", "b-old"])
  }

  @Test("What exceeds the cap of a day is left out with a reason")
  func capADay() throws {
    let entries = try (2001...2005).map { try PickFixture.entry("\($0)-05-01", id: "e\($0)") }
    let selection = Picker(entries, rules: OnThisDayRules())
      .select(PickRequest(firstDay: try PickFixture.day("2024-05-01"), days: 1), history: PickHistory())
    #expect(selection.picks.count == 3)
    #expect(selection.rejections.map(\.reason) == Array(repeating: "the day has its 3 picks already", count: 2))
  }

  @Test("One busy year does not hide the others")
  func capAYear() throws {
    let entries =
      try (1...4).map { try PickFixture.entry("2001-05-0\($0)", id: "busy\($0)") } + [
        PickFixture.entry("1990-05-04", id: "other")
      ]
    var rules = OnThisDayRules()
    rules.maxPerYear = 2
    let selection = Picker(entries, rules: rules)
      .select(PickRequest(firstDay: try PickFixture.day("2024-05-01"), days: 7), history: PickHistory())
    #expect(selection.picks.map(\.entry.id) == ["busy1", "busy2", "other"])
  }

  @Test(
    "The cool-down counts one channel's earlier appearances, and not those of the draft being made again",
    arguments: [
      ("x", "2025-01-01", "other", 0), ("mastodon", "2025-01-01", "other", 1), ("x", "2024-05-01", "other", 1),
      ("x", "2025-01-01", "again", 1), ("x", "2025-06-01", "other", 1),
    ])
  func cooldown(channel: String, appeared: String, draft: String, count: Int) throws {
    let record = PickHistory.Record(entry: "e", channel: channel, day: try PickFixture.day(appeared), draft: draft)
    let request = PickRequest(firstDay: try PickFixture.day("2025-05-01"), days: 1, channel: "x", replacing: ["again"])
    let selection = Picker([try PickFixture.entry("2000-05-01", id: "e")], rules: OnThisDayRules())
      .select(request, history: PickHistory([record]))
    #expect(selection.picks.count == count)
  }

  @Test("A day's picks are spread: of equals the one goes first whose people and tags have not come up")
  func spread() throws {
    let entries = [
      try PickFixture.entry("1990-05-01", id: "a", people: ["Kerr"], tags: ["mile"]),
      try PickFixture.entry("1991-05-01", id: "b", people: ["Kerr"], tags: ["indoor"]),
      try PickFixture.entry("1992-05-01", id: "c", people: ["Coe"], tags: ["mile"]),
      try PickFixture.entry("1993-05-01", id: "d", people: ["Ovett"], tags: ["road"]),
    ]
    var rules = OnThisDayRules()
    #expect(try PickFixture.select(entries, on: "2024-05-01", rules: rules).picks.map(\.entry.id) == ["a", "d", "c"])
    rules.spread = [.tags]
    #expect(try PickFixture.select(entries, on: "2024-05-01", rules: rules).picks.map(\.entry.id) == ["a", "b", "d"])
    rules.spread = []
    #expect(try PickFixture.select(entries, on: "2024-05-01", rules: rules).picks.map(\.entry.id) == ["a", "b", "c"])
  }

  @Test("The spread reaches over the days of a window, and never outdoes weight")
  func spreadOverDays() throws {
    let entries = [
      try PickFixture.entry("1990-05-01", id: "first", people: ["Kerr"]),
      try PickFixture.entry("1990-05-02", id: "again", people: ["Kerr"]),
      try PickFixture.entry("1991-05-02", id: "other", people: ["Coe"]),
      try PickFixture.entry("1990-05-03", id: "heavy", weight: 2, people: ["Kerr"]),
      try PickFixture.entry("1991-05-03", id: "light", people: ["Ovett"]),
    ]
    var rules = OnThisDayRules()
    rules.maxPerDay = 1
    let picks = try PickFixture.select(entries, on: "2024-05-01", days: 3, rules: rules).picks
    #expect(picks.map(\.entry.id) == ["first", "other", "heavy"])
  }

  @Test("A channel with its own rules goes by them, another by the publication's")
  func rulesOfAChannel() throws {
    let entries = try (2001...2005).map { try PickFixture.entry("\($0)-05-01", id: "e\($0)", weight: $0 - 2000) }
    var rules = OnThisDayRules()
    var own = rules
    own.maxPerDay = 1
    own.minimumWeight = 3
    own.minimumYears = 20
    rules.channels = ["x": own]
    #expect(try PickFixture.select(entries, on: "2024-05-01", channel: "mastodon", rules: rules).picks.count == 3)
    let selection = try PickFixture.select(entries, on: "2024-05-01", channel: "x", rules: rules)
    #expect(selection.picks.map(\.entry.id) == ["e2004"])
    #expect(
      selection.rejections.map { "\($0.entry.id): \($0.reason)" } == [
        "e2001: its weight, 1, is less than the 3 asked for", "e2002: its weight, 2, is less than the 3 asked for",
        "e2005: 19 years are fewer than the 20 asked for", "e2003: the day has its one pick already",
      ])
  }

  @Test("Without an explanation the picks are the same, and nothing else is gathered")
  func withoutExplanation() throws {
    let entries = try (2001...2009).map { try PickFixture.entry("\($0)-05-01", id: "e\($0)") }
    let picker = Picker(entries, rules: OnThisDayRules())
    var request = PickRequest(firstDay: try PickFixture.day("2024-05-01"), days: 1)
    let explained = picker.select(request, history: PickHistory())
    request.explains = false
    let plain = picker.select(request, history: PickHistory())
    #expect(explained.rejections.count == 6 && plain.rejections.isEmpty)
    #expect(explained.picks == plain.picks)
  }

  @Test("An entry that is added late, with an old date, comes up like any other")
  func addedLate() throws {
    var entries = [try PickFixture.entry("2001-05-01", id: "known")]
    #expect(try PickFixture.select(entries, on: "2024-05-01").picks.map(\.entry.id) == ["known"])
    entries.append(try PickFixture.entry("1850-05-01", id: "late"))
    #expect(try PickFixture.select(entries, on: "2024-05-01").picks.map(\.entry.id) == ["late", "known"])
  }
}
