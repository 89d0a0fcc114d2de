/// A week of the ISO calendar: Monday to Sunday, numbered in the year that holds its Thursday (ISO 8601-1:2019).
package struct ISOWeek: Hashable, Sendable {
  package let year: Int
  package let week: Int

  /// The week that `day` lies in.
  package init(of day: CivilDay) {
    let thursday = day.adding(days: 4 - day.weekday)
    let first = CivilDay(daysSinceEpoch: thursday.daysSinceEpoch - Self.dayOfYear(thursday) + 1)
    year = thursday.year
    week = (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1
  }

  /// The first day of a week; nil where the year has no such week.
  static func monday(ofWeek week: Int, in year: Int) -> CivilDay? {
    guard (1...53).contains(week), let inFirst = CivilDay(year: year, month: 1, day: 4) else { return nil }
    let monday = inFirst.adding(days: 1 - inFirst.weekday + (week - 1) * 7)
    return ISOWeek(of: monday).year == year ? monday : nil
  }

  private static func dayOfYear(_ day: CivilDay) -> Int {
    (1..<day.month).reduce(day.day) { $0 + CivilDay.daysInMonth($1, of: day.year) }
  }
}

extension ISOWeek: CustomStringConvertible {
  /// The week as `2024-W37`.
  package var description: String {
    "\(CivilDay.padded(year, to: 4))-W\(CivilDay.padded(week, to: 2))"
  }
}
