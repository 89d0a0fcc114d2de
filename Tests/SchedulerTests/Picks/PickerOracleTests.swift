import Foundation
import Testing
import Timeline

@testable import Scheduler

/// Picks of many random entries, against a slow and plain search through all of them.
@Suite("Picks against a plain search")
struct PickerOracleTests {
  @Test("An index, a cached one, and no index at all give the same picks", arguments: OnThisDayRules.Ranges.allCases)
  func sameAsPlainSearch(ranges: OnThisDayRules.Ranges) throws {
    let entries = try randomEntries(count: 1_200)
    var rules = OnThisDayRules()
    rules.ranges = ranges
    rules.spread = []
    let request = PickRequest(firstDay: try PickFixture.day("2025-01-01"), days: 366, channel: "x", explains: false)
    let indexed = Picker(entries, rules: rules).select(request, history: PickHistory()).picks
    let stamp = IndexStamp(size: 0, modified: 0, built: 0, content: 0, settings: 0)
    let halves = try [entries[..<600], entries[600...]].map { half in
      try #require(IndexSegment(reading: IndexBuilder.file(of: Array(half), stamp: stamp)))
    }
    let cached = Picker(AnniversaryIndex(segments: halves), rules: rules)
      .select(request, history: PickHistory()).picks
    #expect(cached.map(\.entry.id) == indexed.map(\.entry.id) && cached.map(\.reason) == indexed.map(\.reason))
    let plain = plainPicks(of: entries, request, rules)
    #expect(indexed.map { "\($0.occursOn) \($0.entry.id) \($0.years)" } == plain)
    #expect(plain.count > 500)
  }

  /// Goes through all entries for each day, as the rules' texts say.
  private func plainPicks(of entries: [Entry], _ request: PickRequest, _ rules: OnThisDayRules) -> [String] {
    var picked: [String: CivilDay] = [:]
    var found: [String] = []
    for offset in 0..<request.days {
      let day = request.firstDay.adding(days: offset)
      let remembered = entries.compactMap { entry in self.day(of: entry, on: day, rules).map { (entry, $0) } }
      let fit = remembered.filter { entry, own in
        own.year < day.year && entry.fields.weight != 0
          && picked[entry.id].map { day.daysSinceEpoch - $0.daysSinceEpoch >= rules.cooldownDays } ?? true
      }
      let sorted = fit.sorted { left, right in
        key(left.0, left.1, day, rules) < key(right.0, right.1, day, rules)
      }
      for (entry, own) in sorted.prefix(rules.maxPerDay) {
        picked[entry.id] = day
        found.append("\(day) \(entry.id) \(day.year - own.year)")
      }
    }
    return found
  }

  private func key(_ entry: Entry, _ own: CivilDay, _ day: CivilDay, _ rules: OnThisDayRules) -> (
    Int, Int, CivilDay, String
  ) {
    (rules.milestones.contains(day.year - own.year) ? 0 : 1, -(entry.fields.weight ?? 1), own, entry.id)
  }

  /// The day of an entry that `day` remembers.
  private func day(of entry: Entry, on day: CivilDay, _ rules: OnThisDayRules) -> CivilDay? {
    if let observed = entry.fields.observed {
      return observed.day(year: day.year, month: day.month) == day ? entry.date.firstDay : nil
    }
    let start = entry.date.startDay, end = entry.date.endDay
    let days: [CivilDay] =
      switch rules.ranges {
      case .start: [start].compactMap(\.self)
      case .end: [end].compactMap(\.self)
      case .any:
        if let start, let end {
          (start.daysSinceEpoch...end.daysSinceEpoch).map { CivilDay(daysSinceEpoch: $0) }
        } else {
          [start ?? end].compactMap(\.self)
        }
      }
    let isMarch = days.first { ($0.month, $0.day) == (day.month, day.day) }
    guard isMarch == nil, (day.month, day.day) == (2, 28), !CivilDay.isLeap(day.year) else { return isMarch }
    return days.first { ($0.month, $0.day) == (2, 29) }
  }

  private func randomEntries(count: Int) throws -> [Entry] {
    var random = SplitMix(state: 7)
    return try (0..<count).map { number in
      let first = CivilDay(daysSinceEpoch: Int.random(in: -60_000...20_000, using: &random))
      let weight = number % 9 == 0 ? Int.random(in: 0...3, using: &random) : nil
      let date: String
      switch number % 6 {
      case 0: date = "\(first)/\(first.adding(days: Int.random(in: 0...40, using: &random)))"
      case 1: date = "2024-02-2\(Int.random(in: 7...9, using: &random))"
      case 2: date = String("\(first)".prefix(7))
      default: date = "\(first)"
      }
      let observed = number % 50 == 5 ? "second tuesday of \(["may", "june", "july"][number % 3])" : nil
      return try PickFixture.entry(date, id: "e\(number)", weight: weight, observed: observed)
    }
  }
}

/// Numbers that look random, the same in each run (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
