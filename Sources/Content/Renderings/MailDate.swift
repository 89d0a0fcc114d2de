internal import Timeline

/// Midnight of a day as RFC 5322, 3.3 writes it, in English whatever the publication's language is.
enum MailDate {
  /// - Parameters:
  ///   - day: the day.
  ///   - offset: from UTC, as in `+02:00`.
  /// - Returns: as in `Mon, 09 Sep 2024 00:00:00 +0200`.
  static func written(_ day: CivilDay, offset: String) -> String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let number = CivilDay.padded(day.day, to: 2)
    let zone = offset.replacing(":", with: "")
    return "\(weekdays[day.weekday - 1]), \(number) \(months[day.month - 1]) \(day.year) 00:00:00 \(zone)"
  }
}
