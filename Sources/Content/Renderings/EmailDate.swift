internal import FoundationEssentials
internal import Timeline

/// Dates as RFC 5322, 3.3 writes them, in UTC: `Mon, 09 Sep 2024 07:05:00 +0000`.
enum EmailDate {
  static func text(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let (days, rest) = (seconds.quotient(by: 86_400), seconds.remainder(by: 86_400))
    return text(CivilDay(daysSinceEpoch: days), secondsOfDay: rest)
  }

  static func text(_ day: CivilDay, secondsOfDay seconds: Int = 0) -> String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { CivilDay.padded($0, to: 2) }
    return "\(weekdays[day.weekday - 1]), \(CivilDay.padded(day.day, to: 2)) \(months[day.month - 1]) \(day.year) "
      + "\(time.joined(separator: ":")) +0000"
  }
}

extension Int {
  fileprivate func quotient(by divisor: Int) -> Int {
    (self - remainder(by: divisor)) / divisor
  }

  /// Never negative, so that days before 1970 begin at midnight too.
  fileprivate func remainder(by divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
