internal import Timeline

/// When something happens again and again: minutes, hours and days, as cron's five fields say them.
///
/// The clocks' changes are met as Debian's cron(8) meets them: a fixed time that is skipped comes once, right after the
/// gap; one that comes twice counts the first time alone; a rule for every hour follows the time that really passes.
package struct Recurrence: Hashable, Sendable {
  /// Bit n is minute n.
  var minutes: UInt64
  /// Bit n is hour n.
  var hours: UInt32
  var days: DayRule

  /// Every hour of the day is named, so that elapsed time counts and not the clock on the wall.
  var isElapsed: Bool { hours == 0xFF_FFFF }

  /// No search goes further: by then every combination of leap years and weekdays has been seen.
  private static let mostDays = 366 * 41

  /// The first instant after `instant`, both in seconds since 1970-01-01T00:00:00Z; nil for a rule that never comes.
  package func next(after instant: Int, in zone: Zone) -> Int? {
    var day = zone.day(at: instant).adding(days: -1)
    let end = day.daysSinceEpoch + Self.mostDays
    while day.daysSinceEpoch < end {
      guard days.months & (1 << day.month) != 0 else {
        day = Self.firstOfNextMonth(after: day)
        continue
      }
      if days.contains(day), let found = first(on: day, after: instant, in: zone) { return found }
      day = day.adding(days: 1)
    }
    return nil
  }

  private static func firstOfNextMonth(after day: CivilDay) -> CivilDay {
    day.adding(days: CivilDay.daysInMonth(day.month, of: day.year) - day.day + 1)
  }

  private func first(on day: CivilDay, after instant: Int, in zone: Zone) -> Int? {
    let midnight = day.daysSinceEpoch * 86_400
    let offset = zone.offset(at: midnight - LocalTime.widestOffset)
    guard offset == zone.offset(at: midnight + 86_400 + LocalTime.widestOffset) else {
      return firstOnChangingDay(midnight: midnight, after: instant, in: zone)
    }
    let start = midnight - offset
    let minute = instant < start ? 0 : (instant - start) / 60 + 1
    return firstMinute(from: minute).map { start + $0 * 60 }
  }

  /// The first minute of the day, counted from midnight, that matches and is `minute` or later.
  private func firstMinute(from minute: Int) -> Int? {
    guard minute < 1_440 else { return nil }
    let hour = minute / 60
    let restOfHour = minutes >> UInt64(minute % 60)
    if hours & (1 << hour) != 0, restOfHour != 0 { return minute + restOfHour.trailingZeroBitCount }
    let later = hour == 23 ? 0 : hours >> UInt32(hour + 1)
    guard later != 0 else { return nil }
    return (hour + 1 + later.trailingZeroBitCount) * 60 + minutes.trailingZeroBitCount
  }

  /// On a day near a change of the clocks: all matching minutes, as the instants they mean.
  private func firstOnChangingDay(midnight: Int, after instant: Int, in zone: Zone) -> Int? {
    var best: Int?
    var minute = firstMinute(from: 0)
    while let current = minute {
      let local = LocalTime(seconds: midnight + current * 60, in: zone)
      let candidates = isElapsed ? local.instants : [local.instants.first ?? local.endOfGap]
      for candidate in candidates where candidate > instant { best = min(best ?? candidate, candidate) }
      minute = firstMinute(from: current + 1)
    }
    return best
  }
}
