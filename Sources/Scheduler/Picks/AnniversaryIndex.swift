package import Timeline

/// Entries by the month and day that remembers them, so that a pick does not read the whole timeline.
package struct AnniversaryIndex: Sendable {
  /// An entry and the day of it that is remembered.
  struct Occasion: Sendable {
    var entry: Entry
    var day: CivilDay
  }

  private var occasions: [Int: [Occasion]] = [:]

  /// Reads the day-precise dates of `entries`; a month, a season or a year matches no day.
  package init(_ entries: [Entry], ranges: OnThisDayRules.Ranges) {
    for entry in entries {
      for day in Self.rememberedDays(of: entry.date, ranges: ranges) {
        occasions[Self.key(day.month, day.day), default: []].append(Occasion(entry: entry, day: day))
      }
    }
  }

  /// What `day` remembers: the entries of its month and day, and those of 29 February where the rule puts them here.
  func occasions(on day: CivilDay, leapDay: OnThisDayRules.LeapDay) -> [Occasion] {
    let own = occasions[Self.key(day.month, day.day), default: []]
    guard !CivilDay.isLeap(day.year) else { return own }
    switch (leapDay, day.month, day.day) {
    case (.feb28, 2, 28), (.mar1, 3, 1): return own + occasions[Self.key(2, 29), default: []]
    default: return own
    }
  }

  private static func key(_ month: Int, _ day: Int) -> Int { month * 32 + day }

  private static func rememberedDays(of date: EntryDate, ranges: OnThisDayRules.Ranges) -> [CivilDay] {
    if let day = date.day { return [day] }
    switch ranges {
    case .start: return [date.startDay].compactMap(\.self)
    case .end: return [date.endDay].compactMap(\.self)
    case .any:
      guard let start = date.startDay, let end = date.endDay, start <= end else {
        return [date.startDay ?? date.endDay].compactMap(\.self)
      }
      let length = min(end.daysSinceEpoch - start.daysSinceEpoch, 365)
      return (0...length).map { start.adding(days: $0) }
    }
  }
}
