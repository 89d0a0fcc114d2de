internal import Timeline

/// When something happens again and again: minutes, hours and days, as cron's five fields say them.
///
/// The clocks' changes are met as Debian's cron(8) meets them: a fixed time that is skipped comes once, right after the
/// gap; one that comes twice counts the first time alone. A rule that fires every few minutes, or in every hour, follows
/// the time that really passes (``followsElapsedTime``).
package struct Recurrence: Hashable, Sendable {
  /// Bit n is minute n.
  var minutes: UInt64
  /// Bit n is hour n.
  var hours: UInt32
  var days: DayRule
  /// The minutes were written as a star with several firings an hour (`*`, `*/15`), or every hour of the day is named.
  ///
  /// Such a rule skips what the clocks skip and fires again when they show a time again. `0 */2 * * *` is none: its
  /// times are hours apart, and each of them is fixed.
  var followsElapsedTime: Bool

  /// No search goes further: by then every combination of leap years and weekdays has been seen, even across 2100.
  private static let mostDays = 366 * 41

  /// Finds the next instant, in seconds since 1970-01-01T00:00:00Z.
  ///
  /// - Parameters:
  ///   - instant: the result is later than this.
  ///   - zone: the zone whose clocks count.
  ///   - days: the days on the wall that count; a time that a gap moved to the next day belongs to its own day.
  /// - Returns: the instant; nil for a rule that never comes.
  package func next(after instant: Int, in zone: Zone, on days: DayLimits = DayLimits()) -> Int? {
    guard followsElapsedTime else {
      return firstTime(from: zone.firstUnseenTime(after: instant), on: days)
        .map { zone.firstInstant(reaching: $0, after: instant) }
    }
    var start = instant + 1
    while true {
      let period = zone.period(at: start)
      guard let time = firstTime(from: start + period.offset, on: days) else { return nil }
      if time - period.offset < period.end { return time - period.offset }
      start = period.end
    }
  }

  /// The first matching time on the wall that is `time` or later, in seconds; see ``Zone/firstUnseenTime(after:)``.
  private func firstTime(from time: Int, on limits: DayLimits) -> Int? {
    let minute = (time + 59).floored(by: 60)
    let first = CivilDay(daysSinceEpoch: minute.floored(by: 1_440))
    var day = limits.from.map { max($0, first) } ?? first
    var minuteOfDay = day == first ? minute - first.daysSinceEpoch * 1_440 : 0
    let horizon = day.adding(days: Self.mostDays)
    let last = limits.until.map { min($0, horizon) } ?? horizon
    while day <= last {
      if days.months & (1 << day.month) == 0 {
        day = day.adding(days: CivilDay.daysInMonth(day.month, of: day.year) - day.day + 1)
      } else if days.contains(day), let found = firstMinute(from: minuteOfDay), limits.contains(day) {
        return day.daysSinceEpoch * 86_400 + found * 60
      } else {
        day = day.adding(days: 1)
      }
      minuteOfDay = 0
    }
    return nil
  }

  /// The first minute of a day, counted from midnight, that matches and is `minute` or later.
  private func firstMinute(from minute: Int) -> Int? {
    let hour = minute / 60
    let restOfHour = minutes >> UInt64(minute % 60)
    if hours & (1 << hour) != 0, restOfHour != 0 { return minute + restOfHour.trailingZeroBitCount }
    let later = hour == 23 ? 0 : hours >> UInt32(hour + 1)
    guard later != 0 else { return nil }
    return (hour + 1 + later.trailingZeroBitCount) * 60 + minutes.trailingZeroBitCount
  }
}
