package import Timeline

/// Days on which a schedule rests: certain days, or the same days of every year.
package enum Blackout: Hashable, Sendable {
  case days(ClosedRange<CivilDay>)
  /// Both ends included; a range whose end comes first in the year goes over New Year.
  case everyYear(from: DayOfYear, through: DayOfYear)

  /// A month and a day.
  package struct DayOfYear: Hashable, Sendable, Comparable {
    package var month: Int
    package var day: Int

    package static func < (left: DayOfYear, right: DayOfYear) -> Bool {
      (left.month, left.day) < (right.month, right.day)
    }
  }

  /// Reads `2024-12-24`, `2024-12-24/2025-01-02`, `12-25` or `12-24/01-02`; nil for anything else.
  package init?(_ text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first, let last = ends.last else { return nil }
    if let from = CivilDay(iso8601: first), let through = CivilDay(iso8601: last), from <= through {
      self = .days(from...through)
    } else if let from = Self.dayOfYear(first), let through = Self.dayOfYear(last) {
      self = .everyYear(from: from, through: through)
    } else {
      return nil
    }
  }

  package func contains(_ day: CivilDay) -> Bool {
    switch self {
    case .days(let range): return range.contains(day)
    case .everyYear(let from, let through):
      let own = DayOfYear(month: day.month, day: day.day)
      return from <= through ? from <= own && own <= through : from <= own || own <= through
    }
  }

  /// Reads `MM-DD`; 29 February is a day of the year too.
  private static func dayOfYear(_ text: Substring) -> DayOfYear? {
    CivilDay(iso8601: "2000-" + text).map { DayOfYear(month: $0.month, day: $0.day) }
  }
}
