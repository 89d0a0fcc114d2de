/// English words of the calendar, as settings and fields have them.
package enum CalendarWords {
  /// From Monday on.
  package static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static let weekdays = weekdayNames.map { $0.lowercased() }
  private static let months = monthNames.map { $0.lowercased() }

  /// `monday`, `mondays`, `mon`: 1 for Monday to 7 for Sunday.
  package static func weekday(_ word: String) -> Int? {
    weekdays.firstIndex { word == $0 || word == $0 + "s" || isShort(word, for: $0) }.map { $0 + 1 }
  }

  /// `may`, `september`, `sep`: 1 to 12.
  package static func month(_ word: String) -> Int? {
    months.firstIndex { word == $0 || isShort(word, for: $0) }.map { $0 + 1 }
  }

  /// `1st`, `22nd`, `15th`.
  package static func ordinal(_ word: String) -> Int? {
    guard ["st", "nd", "rd", "th"].contains(word.suffix(2)) else { return nil }
    return Int(word.dropLast(2))
  }

  private static func isShort(_ word: String, for name: String) -> Bool {
    word.count == 3 && name.hasPrefix(word)
  }
}
