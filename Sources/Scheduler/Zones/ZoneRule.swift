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

  /// The period that an instant lies in, beginning at `earliest` where the rule would put its start before that.
  func period(at instant: Int, notBefore earliest: Int) -> Zone.Period {
    guard let daylight else { return Zone.Period(start: earliest, end: .max, offset: standardOffset) }
    let year = CivilDay(daysSinceEpoch: (instant + standardOffset).floored(by: 86_400)).year
    let (first, second) = changes(of: year, daylight)
    let period: Zone.Period
    if instant < first.instant {
      let before = changes(of: year - 1, daylight).second
      period = Zone.Period(start: before.instant, end: first.instant, offset: before.offset)
    } else if instant < second.instant {
      period = Zone.Period(start: first.instant, end: second.instant, offset: first.offset)
    } else {
      period = Zone.Period(
        start: second.instant, end: changes(of: year + 1, daylight).first.instant, offset: second.offset)
    }
    return Zone.Period(start: max(period.start, earliest), end: period.end, offset: period.offset)
  }

  /// An instant and the offset that begins there.
  private struct Onset {
    var instant: Int
    var offset: Int
  }

  /// A year's two changes in their order.
  private func changes(of year: Int, _ daylight: Daylight) -> (first: Onset, second: Onset) {
    let summer = Onset(
      instant: Self.instant(of: daylight.start, year: year, offset: standardOffset), offset: daylightOffset)
    let winter = Onset(
      instant: Self.instant(of: daylight.end, year: year, offset: daylightOffset), offset: standardOffset)
    return summer.instant < winter.instant ? (summer, winter) : (winter, summer)
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
