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

  /// What picks of one request are spread over: whose people or tags have not come up yet goes before its equals.
  package enum Spread: String, Hashable, Sendable, CaseIterable {
    case people, tags
  }

  package var leapDay = LeapDay.feb28
  package var ranges = Ranges.start
  /// The most picks for one day.
  package var maxPerDay = 3
  /// The most picks of one source year in one window, so that a busy year does not hide the others; nil for no limit.
  package var maxPerYear: Int?
  /// The most entries of a monthly section.
  package var maxPerMonth = 5
  /// For so many days an entry does not come back on the same channel.
  package var cooldownDays = 300
  /// The least age in years.
  package var minimumYears = 1
  /// The least weight.
  package var minimumWeight = 1
  /// The round numbers that come first in a day.
  package var milestones: Set<Int> = Self.usualMilestones
  package var spread: Set<Spread> = [.people, .tags]
  /// The rules of channels that have their own, complete ones.
  package var channels: [String: OnThisDayRules] = [:]

  /// The years that editors look out for: 1, 5, 10, 25, 50, 75, then every 50.
  package static let usualMilestones = Set([1, 5, 10, 25, 50, 75] + stride(from: 100, through: 5_000, by: 50))

  package init() {}

  /// The rules that hold on a channel; these ones without a channel, and for a channel without its own.
  package func rules(on channel: String?) -> OnThisDayRules {
    channel.flatMap { channels[$0] } ?? self
  }
}
