internal import FoundationEssentials
internal import Scheduler
internal import Timeline

/// Dates as RFC 5322, 3.3 writes them, in English whatever the publication's language is.
enum EmailDate {
  /// A moment in UTC, as in `Mon, 09 Sep 2024 07:05:00 +0000`.
  static func text(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let days = seconds.floored(by: 86_400)
    return text(CivilDay(daysSinceEpoch: days), secondsOfDay: seconds - days * 86_400)
  }

  /// A time of a day, midnight unless it is said, at an offset from UTC such as `+02:00`.
  static func text(_ day: CivilDay, secondsOfDay seconds: Int = 0, offset: String = "+00:00") -> String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { CivilDay.padded($0, to: 2) }
    return "\(weekdays[day.weekday - 1]), \(CivilDay.padded(day.day, to: 2)) \(months[day.month - 1]) \(day.year) "
      + "\(time.joined(separator: ":")) \(offset.replacing(":", with: ""))"
  }
}
