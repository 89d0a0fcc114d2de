internal import Timeline

/// The rule for all years after a TZif file's table: the POSIX `TZ` string of its footer (RFC 8536, 3.3).
struct ZoneRule: Hashable, Sendable {
  /// When in a year an offset begins.
  struct Change: Hashable, Sendable {
    enum Date: Hashable, Sendable {
      /// `Jn`: day 1 to 365, 29 February never counted.
      case dayWithoutLeap(Int)
      /// `n`: day 0 to 365, 29 February counted.
      case dayOfYear(Int)
      /// `Mm.w.d`: the w-th (5: last) weekday d (0: Sunday) of month m.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    var date: Date
    /// Seconds of local time after midnight; from -167 to 167 hours (RFC 8536, 3.3.1).
    var time: Int
  }

  var standardOffset: Int
  var daylightOffset: Int
  /// When daylight-saving time begins and ends; nil for a zone without it.
  var daylight: Daylight?

  /// The two changes of a year.
  struct Daylight: Hashable, Sendable {
    var start: Change
    var end: Change
  }

  func offset(at instant: Int) -> Int {
    guard let daylight else { return standardOffset }
    let local = instant + standardOffset
    let year = CivilDay(daysSinceEpoch: (local - (local % 86_400 + 86_400) % 86_400) / 86_400).year
    let begins = Self.instant(of: daylight.start, year: year, offset: standardOffset)
    let ends = Self.instant(of: daylight.end, year: year, offset: daylightOffset)
    let isDaylight =
      begins < ends ? (begins..<ends).contains(instant) : !(ends..<begins).contains(instant)
    return isDaylight ? daylightOffset : standardOffset
  }

  private static func instant(of change: Change, year: Int, offset: Int) -> Int {
    day(of: change.date, year: year) * 86_400 + change.time - offset
  }

  /// The day as a number of days from 1970-01-01.
  private static func day(of date: Change.Date, year: Int) -> Int {
    let newYear = daysSinceEpoch(year, 1)
    switch date {
    case .dayOfYear(let number): return newYear + number
    case .dayWithoutLeap(let number):
      return newYear + number - 1 + (CivilDay.isLeap(year) && number >= 60 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = daysSinceEpoch(year, month)
      let firstWeekday = CivilDay(daysSinceEpoch: first).weekday % 7
      let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      return first + (day >= CivilDay.daysInMonth(month, of: year) ? day - 7 : day)
    }
  }

  private static func daysSinceEpoch(_ year: Int, _ month: Int) -> Int {
    CivilDay(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
  }
}
