/// One end of an interval, one member of a set, or a whole date: what its EDTF says.
struct EDTFPoint {
  var firstDay: CivilDay?
  var lastDay: CivilDay?
  var precision: DatePrecision
  var isApproximate = false
  var isUncertain = false
  /// Digits are left open with `X`, so that the last day and not the first decides whether an interval is reversed.
  var hasUnspecifiedDigits = false

  /// An end that is open (`..`) or unknown (nothing).
  static let open = EDTFPoint(firstDay: nil, lastDay: nil, precision: .none)
}

/// Two or four digits of a date, of which some may be `X`.
struct EDTFDigits {
  /// From left to right; nil where the source has `X`.
  let digits: [UInt8?]

  var isExact: Bool { !digits.contains(nil) }
  var isUnknown: Bool { digits.allSatisfy { $0 == nil } }
  var lowest: Int { digits.reduce(0) { $0 * 10 + Int($1 ?? 0) } }
  var highest: Int { digits.reduce(0) { $0 * 10 + Int($1 ?? 9) } }

  func matches(_ number: Int) -> Bool {
    var rest = number
    for digit in digits.reversed() {
      if let digit, rest % 10 != Int(digit) { return false }
      rest /= 10
    }
    return true
  }
}

/// The year, month and day of a date, with digits left open: finds the first and the last day that fit.
struct EDTFPattern {
  var year: EDTFDigits
  var isBeforeZero: Bool
  var month: EDTFDigits?
  var day: EDTFDigits?

  var firstDay: CivilDay? {
    for year in years(isForward: true) {
      for month in months {
        if let day = days(year: year, month: month).first { return CivilDay(year: year, month: month, day: day) }
      }
    }
    return nil
  }

  var lastDay: CivilDay? {
    for year in years(isForward: false) {
      for month in months.reversed() {
        if let day = days(year: year, month: month).last { return CivilDay(year: year, month: month, day: day) }
      }
    }
    return nil
  }

  private func years(isForward: Bool) -> some Sequence<Int> {
    let grows = isForward != isBeforeZero
    let range = stride(
      from: grows ? year.lowest : year.highest, through: grows ? year.highest : year.lowest, by: grows ? 1 : -1)
    return range.lazy.filter(year.matches).map { isBeforeZero ? -$0 : $0 }
  }

  private var months: [Int] {
    guard let month else { return Array(1...12) }
    return (1...12).filter(month.matches)
  }

  private func days(year: Int, month: Int) -> [Int] {
    let all = 1...CivilDay.daysInMonth(month, of: year)
    guard let day else { return [all.lowerBound, all.upperBound] }
    if day.isExact { return all.contains(day.lowest) ? [day.lowest] : [] }
    return all.filter(day.matches)
  }
}
