/// What makes an entry an "on this day" item; the settings call it `onThisDay`.
package struct OnThisDayRules: Hashable, Sendable {
  /// Where 29 February goes in a year that has none.
  package enum LeapDay: String, Hashable, Sendable, CaseIterable {
    case feb28, mar1
    /// Nowhere: it is remembered in leap years alone.
    case leapYears = "leap-years"
  }

  /// Which day of a date range is remembered.
  package enum Ranges: String, Hashable, Sendable, CaseIterable {
    case start, end, any
  }

  package var leapDay = LeapDay.feb28
  package var ranges = Ranges.start
  /// The most picks for one day.
  package var maxPerDay = 3
  /// The most picks of one source year in one window, so that a busy year does not hide the others; nil for no limit.
  package var maxPerYear: Int?
  /// For so many days an entry does not come back on the same channel.
  package var cooldownDays = 300
  /// The least age in years.
  package var minimumYears = 1
  /// The round numbers that come first in a day.
  package var milestones: Set<Int> = Self.usualMilestones

  /// The years that editors look out for: 1, 5, 10, 25, 50, 75, then every 50.
  package static let usualMilestones = Set([1, 5, 10, 25, 50, 75] + stride(from: 100, through: 5_000, by: 50))

  package init() {}
}
