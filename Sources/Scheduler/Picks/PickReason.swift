internal import Timeline

/// Why an entry was picked, in words for the editor.
enum PickReason {
  /// The years first, then what is special about the day, then the weight where the author gave one.
  static func text(for occasion: Occasion, of entry: Entry, on day: CivilDay, isMilestone: Bool) -> String {
    let years = count(day.year - occasion.day.year, "year")
    var parts = [occasion.cause == .month ? "\(years) ago this month" : "\(years) ago"]
    if isMilestone { parts[0] += ", a milestone" }
    if let special = special(occasion, entry) { parts.append(special) }
    if let weight = entry.fields.weight, weight != 1 { parts.append("weight \(weight)") }
    return parts.joined(separator: "; ")
  }

  private static func special(_ occasion: Occasion, _ entry: Entry) -> String? {
    switch occasion.cause {
    case .day, .month: return nil
    case .start: return entry.date.lastDay.map { "the first day of what went on until \(plain($0))" }
    case .end: return entry.date.firstDay.map { "the last day of what began on \(plain($0))" }
    case .span:
      guard let first = entry.date.firstDay, let last = entry.date.lastDay else { return nil }
      let number = occasion.day.daysSinceEpoch - first.daysSinceEpoch + 1
      return "day \(number) of \(last.daysSinceEpoch - first.daysSinceEpoch + 1)"
    case .leapDay: return "29 February is kept on this day in a year without one"
    case .observance: return entry.fields.observed.map { "observed on the \($0)" }
    }
  }

  /// `1 year`, `71 years`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// `1954`, `44 BC`.
  static func year(_ year: Int) -> String {
    year > 0 ? "\(year)" : "\(1 - year) BC"
  }

  /// `12 June 2024`.
  private static func plain(_ day: CivilDay) -> String {
    "\(day.day) \(CalendarWords.monthNames[day.month - 1]) \(year(day.year))"
  }
}
