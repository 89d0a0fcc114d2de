internal import Timeline

extension DayRule {
  /// Reads the days of a plain form from its lower-case words without articles; nil for words that name no days.
  init?(words: [String]) {
    self.init(monthDays: 0, monthDaysAreFree: true, months: Self.everyMonth, weekdays: 0, weekdaysAreFree: true)
    if words == ["day"] || words == ["daily"] { return }
    if words.contains("of") {
      guard readsDayOfMonth(words) || readsNthWeekday(words) else { return nil }
    } else {
      guard readsWeekdays(words) else { return nil }
    }
  }

  private static let everyMonth: UInt16 = 0x1FFE

  private mutating func readsWeekdays(_ words: [String]) -> Bool {
    weekdaysAreFree = false
    switch words {
    case ["weekday"], ["weekdays"]: weekdays = 0b011_1110
    case ["weekend"], ["weekends"]: weekdays = 0b100_0001
    default:
      for word in words {
        guard let weekday = CalendarWords.weekday(word) else { return false }
        weekdays |= 1 << UInt8(weekday % 7)
      }
    }
    return weekdays != 0
  }

  /// `15th of month`, `last day of february`.
  private mutating func readsDayOfMonth(_ words: [String]) -> Bool {
    guard let of = words.firstIndex(of: "of"), readsMonth(words[(of + 1)...]) else { return false }
    if words[..<of] == ["last", "day"] {
      monthSpecials = [.lastDay(minus: 0)]
    } else {
      guard of == 1, let day = CalendarWords.ordinal(words[0]), (1...31).contains(day) else { return false }
      monthDays = 1 << UInt32(day)
    }
    monthDaysAreFree = false
    return true
  }

  private mutating func readsNthWeekday(_ words: [String]) -> Bool {
    guard let named = NthWeekday(words: words), readsMonth(words[3...]) else { return false }
    let weekday = named.weekday % 7
    weekSpecials = [named.number.map { .nth($0, weekday: weekday) } ?? .last(weekday: weekday)]
    weekdaysAreFree = false
    return true
  }

  private mutating func readsMonth(_ words: ArraySlice<String>) -> Bool {
    guard let word = words.first, words.count == 1 else { return false }
    if word == "month" { return true }
    guard let month = CalendarWords.month(word) else { return false }
    months = 1 << UInt16(month)
    return true
  }
}
