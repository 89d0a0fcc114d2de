internal import Timeline

/// Which days a recurrence is for: cron's last three fields.
///
/// Where both the day of the month and the day of the week are restricted, a day that fits either is meant
/// (crontab(5)); a field that is a bare `*` or `?` restricts nothing, a stepped one (`*/2`) does.
struct DayRule: Hashable, Sendable {
  /// Days that only a look at the calendar finds.
  enum Special: Hashable, Sendable {
    /// `L`, `L-n`: n days before the month's last day.
    case lastDay(minus: Int)
    /// `nW`: the weekday, Monday to Friday, nearest to day n of the same month; `LW` is the last one, n = 0.
    case nearestWeekday(to: Int)
    /// `d#n`: the n-th weekday d of the month; weekdays are 0 to 6 from Sunday.
    case nth(Int, weekday: Int)
    /// `dL`: the last weekday d of the month.
    case last(weekday: Int)
  }

  /// Bit n is day n of the month.
  var monthDays: UInt32
  var monthDaysAreFree: Bool
  /// Bit n is month n.
  var months: UInt16
  /// Bit n is weekday n, 0 for Sunday.
  var weekdays: UInt8
  var weekdaysAreFree: Bool
  var monthSpecials: [Special] = []
  var weekSpecials: [Special] = []

  func contains(_ day: CivilDay) -> Bool {
    guard months & (1 << day.month) != 0 else { return false }
    let weekday = day.weekday % 7
    let fitsMonth = monthDays & (1 << day.day) != 0 || monthSpecials.contains { fits(day, weekday, $0) }
    let fitsWeek = weekdays & (1 << weekday) != 0 || weekSpecials.contains { fits(day, weekday, $0) }
    switch (monthDaysAreFree, weekdaysAreFree) {
    case (true, true): return true
    case (true, false): return fitsWeek
    case (false, true): return fitsMonth
    case (false, false): return fitsMonth || fitsWeek
    }
  }

  private func fits(_ day: CivilDay, _ weekday: Int, _ special: Special) -> Bool {
    let length = CivilDay.daysInMonth(day.month, of: day.year)
    switch special {
    case .lastDay(let days): return day.day == length - days
    case .nth(let number, let wanted): return weekday == wanted && (day.day - 1) / 7 + 1 == number
    case .last(let wanted): return weekday == wanted && day.day > length - 7
    case .nearestWeekday(let wanted):
      let target = wanted == 0 ? length : wanted
      return target <= length && day.day == Self.weekday(nearest: target, length: length, day: day)
    }
  }

  /// The day of the month of the working day nearest to day `target`, without leaving the month.
  private static func weekday(nearest target: Int, length: Int, day: CivilDay) -> Int {
    switch day.adding(days: target - day.day).weekday {
    case 6: target == 1 ? 3 : target - 1
    case 7: target == length ? target - 2 : target + 1
    default: target
    }
  }
}
