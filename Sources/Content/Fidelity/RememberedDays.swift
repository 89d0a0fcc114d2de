internal import Timeline

/// The days of a year on which entries are remembered, by whatever rule of "on this day".
struct RememberedDays {
  /// A longer range is remembered by its ends alone.
  private static let longestRange = 62

  /// Months and days, as 100 times the month and the day.
  private var days: Set<Int> = []
  private var hasObservances = false

  init(of entries: [Entry]) {
    for entry in entries {
      if entry.fields.observed != nil { hasObservances = true }
      guard let first = entry.date.firstDay, let last = entry.date.lastDay else { continue }
      days.formUnion([Self.key(first), Self.key(last)])
      let length = last.daysSinceEpoch - first.daysSinceEpoch
      guard length <= Self.longestRange else { continue }
      days.formUnion((0...max(0, length)).map { Self.key(first.adding(days: $0)) })
    }
    // 29 February is kept on a day beside it in other years.
    if days.contains(229) { days.formUnion([228, 301]) }
  }

  /// Whether some entry is remembered on a day; an observed weekday may be any.
  func contains(_ day: CivilDay) -> Bool {
    hasObservances || days.contains(Self.key(day))
  }

  private static func key(_ day: CivilDay) -> Int { day.month * 100 + day.day }
}
