import Testing
import Timeline

@testable import Scheduler

/// Entries and days for tests of picks.
enum PickFixture {
  static func day(_ text: String) throws -> CivilDay {
    try #require(CivilDay(iso8601: text))
  }

  static func entry(
    _ date: String, id: String, weight: Int? = nil, people: [String] = [], tags: [String] = [], observed: String? = nil
  ) throws -> Entry {
    var fields = EntryFields()
    fields.weight = weight
    fields.people = people
    fields.tags = tags
    fields.observed = try observed.map { try #require(NthWeekday($0)) }
    return Entry(id: id, date: try EntryDate(edtf: date), title: id, fields: fields)
  }

  /// The picks of some entries of which only the dates matter.
  static func picks(
    _ dates: [String], on first: String, days: Int = 1, rules: OnThisDayRules = OnThisDayRules()
  ) throws -> [Scheduler.Pick] {
    let entries = try dates.enumerated().map { try entry($0.element, id: "e\($0.offset)") }
    return try select(entries, on: first, days: days, rules: rules).picks
  }

  static func select(
    _ entries: [Entry], on first: String, days: Int = 1, channel: String? = nil,
    rules: OnThisDayRules = OnThisDayRules()
  ) throws -> PickSelection {
    Picker(entries, rules: rules)
      .select(PickRequest(firstDay: try day(first), days: days, channel: channel), history: PickHistory())
  }
}
