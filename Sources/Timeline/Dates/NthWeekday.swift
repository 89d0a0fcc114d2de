/// The n-th or the last weekday of a month, as in `first monday of may` or `last friday of the month`.
package struct NthWeekday: Hashable, Sendable {
  /// 1 to 5; nil for the last.
  package var number: Int?
  /// 1 for Monday to 7 for Sunday (ISO 8601-1:2019).
  package var weekday: Int
  /// 1 to 12; nil for every month.
  package var month: Int?

  private static let numbers = ["first", "second", "third", "fourth", "fifth"]

  /// Reads `first monday of may`, `4th thursday of november`, `last friday of the month`; nil for anything else.
  package init?(_ text: String) {
    var words = text.lowercased().split { " \t".contains($0) }.map(String.init)
    words.removeAll { $0 == "the" || $0 == "on" }
    self.init(words: words)
  }

  /// Reads lower-case words without articles.
  package init?(words: [String]) {
    guard words.count == 4, words[2] == "of", let weekday = CalendarWords.weekday(words[1]) else { return nil }
    self.weekday = weekday
    if words[0] != "last" {
      guard let number = Self.numbers.firstIndex(of: words[0]).map({ $0 + 1 }) ?? CalendarWords.ordinal(words[0]),
        (1...5).contains(number)
      else { return nil }
      self.number = number
    }
    guard words[3] != "month" else { return }
    guard let month = CalendarWords.month(words[3]) else { return nil }
    self.month = month
  }

  /// The day that is meant in a month; nil when the month has no fifth such weekday, or is another than ``month``.
  package func day(year: Int, month: Int) -> CivilDay? {
    guard self.month == nil || self.month == month,
      let first = CivilDay(year: year, month: month, day: 1)
    else { return nil }
    let firstOne = (weekday - first.weekday + 7) % 7 + 1
    let day = number.map { firstOne + ($0 - 1) * 7 } ?? Self.last(firstOne, daysIn: month, of: year)
    return CivilDay(year: year, month: month, day: day)
  }

  private static func last(_ firstOne: Int, daysIn month: Int, of year: Int) -> Int {
    firstOne + (CivilDay.daysInMonth(month, of: year) - firstOne) / 7 * 7
  }
}

extension NthWeekday: CustomStringConvertible {
  /// The words for it, as in `first Monday of May`.
  package var description: String {
    let number = number.map { Self.numbers[$0 - 1] } ?? "last"
    let month = month.map { CalendarWords.monthNames[$0 - 1] } ?? "the month"
    return "\(number) \(CalendarWords.weekdayNames[weekday - 1]) of \(month)"
  }
}
