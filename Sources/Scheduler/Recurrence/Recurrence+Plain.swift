extension Recurrence {
  /// What a message shows to somebody whose text was not understood.
  private static let examples =
    "\"every monday at 07:00\", \"weekdays at 18:30\", \"first sunday of the month at 09:00\", \"every 15 minutes\""

  /// Reads a recurrence as people write it, or a cron expression.
  ///
  /// Understood are `every day at 07:00`, `every monday and thursday at 07:00`, `weekdays at 18:30`, `weekends at 10:00`,
  /// `first sunday of the month at 09:00`, `last friday of november at 17:00`, `15th of the month at 08:00`,
  /// `last day of the month at 08:00`, `every 15 minutes`, `every hour` and `every 6 hours`.
  package init(_ text: String) throws(RecurrenceError) {
    var words = text.lowercased().split { " \t,".contains($0) }.map(String.init)
    guard let first = words.first else {
      throw RecurrenceError(message: "an empty text is no schedule; write for example \(Self.examples)")
    }
    let isPlain = first.utf8.allSatisfy { (97...122).contains($0) } && first.count > 1
    guard isPlain || words.dropFirst().contains("of") else {
      try self.init(cron: text)
      return
    }
    if first == "every" { words.removeFirst() }
    if let interval = try Self.interval(words) {
      self = interval
      return
    }
    guard let at = words.lastIndex(of: "at"), let time = Self.time(words[(at + 1)...].joined()) else {
      throw RecurrenceError(message: "\"\(text)\" names no time of day; write for example \(Self.examples)")
    }
    guard let days = DayRule(words: words[..<at].filter { !["the", "on", "and"].contains($0) }) else {
      throw RecurrenceError(message: "\"\(text)\" names no days that Daybook knows; write for example \(Self.examples)")
    }
    self.init(
      minutes: 1 << UInt64(time.minute), hours: 1 << UInt32(time.hour), days: days, followsElapsedTime: false)
  }

  /// `15 minutes`, `hour`, `6 hours`: only what divides the hour or the day, so that every interval is the same.
  private static func interval(_ words: [String]) throws(RecurrenceError) -> Recurrence? {
    guard let unit = words.last, words.count <= 2, ["minute", "minutes", "hour", "hours"].contains(unit) else {
      return nil
    }
    let isMinutes = unit.hasPrefix("minute")
    let whole = isMinutes ? 60 : 24
    guard let count = words.count == 1 ? 1 : Int(words[0]), count > 0, count < whole, whole % count == 0 else {
      let kind = isMinutes ? "hour" : "day"
      throw RecurrenceError(message: "\"every \(words.joined(separator: " "))\" does not divide the \(kind) evenly")
    }
    return try Recurrence(cron: isMinutes ? "*/\(count) * * * *" : "0 */\(count) * * *")
  }

  /// `07:00`, `7:30`, `7am`, `7:30pm`.
  private static func time(_ text: String) -> (hour: Int, minute: Int)? {
    let isAfternoon = text.hasSuffix("pm")
    let isTwelveHour = isAfternoon || text.hasSuffix("am")
    let parts = (isTwelveHour ? text.dropLast(2) : text[...]).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 2 || isTwelveHour, let hour = Int(parts[0]),
      let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute),
      parts.count == 1 || parts[1].count == 2
    else { return nil }
    guard isTwelveHour else { return (0...23).contains(hour) ? (hour, minute) : nil }
    return (1...12).contains(hour) ? (hour % 12 + (isAfternoon ? 12 : 0), minute) : nil
  }
}
