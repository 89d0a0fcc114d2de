import Timeline

/// A recurrence rule of a calendar (RFC 5545, 3.3.10), as far as a timeline can follow it.
struct ICSRecurrence: Hashable {
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
  /// What leaves a yearly rule on one day of each year.
  private static let plainParts: Set<String> = ["FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST", "BYMONTH", "BYMONTHDAY"]

  private var parts: [String: String] = [:]

  init(_ text: String) {
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingMarks(" ") }
      if pair.count == 2 { parts[pair[0]] = pair[1] }
    }
  }

  /// The event happens once in every year, on the day of its date or on ``observed``.
  var isYearly: Bool {
    guard isEachYear else { return false }
    return observed != nil || parts.keys.allSatisfy(Self.plainParts.contains) && !isOnSeveralDays
  }

  /// `first monday of may`, for `BYMONTH=5;BYDAY=1MO` and for `BYMONTH=5;BYDAY=MO;BYSETPOS=1`.
  var observed: NthWeekday? {
    guard isEachYear, let month = parts["BYMONTH"].flatMap({ Int($0) }), (1...12).contains(month),
      let day = parts["BYDAY"], let weekday = Self.weekdays.firstIndex(of: String(day.suffix(2)))
    else { return nil }
    let prefix = day.dropLast(2)
    guard let number = Int(prefix.isEmpty ? parts["BYSETPOS"] ?? "" : String(prefix)),
      prefix.isEmpty || parts["BYSETPOS"] == nil, number == -1 || (1...5).contains(number)
    else { return nil }
    let name = number == -1 ? "last" : ["first", "second", "third", "fourth", "fifth"][number - 1]
    return NthWeekday(
      words: [
        name, CalendarWords.weekdayNames[weekday].lowercased(), "of", CalendarWords.monthNames[month - 1].lowercased(),
      ])
  }

  /// When the repetition ends, as in `until 20301231`; nil for one without an end.
  var end: String? {
    parts["UNTIL"].map { "until \($0)" } ?? parts["COUNT"].map { "\($0) times" }
  }

  private var isEachYear: Bool { parts["FREQ"] == "YEARLY" && parts["INTERVAL"].map { $0 == "1" } ?? true }

  private var isOnSeveralDays: Bool {
    ["BYMONTH", "BYMONTHDAY"].contains { parts[$0]?.contains(",") ?? false }
  }
}
