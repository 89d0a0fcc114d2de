import Timeline

/// The dates of a column that only a spreadsheet writes: numbers of days, and months as `Apr-11`.
struct SpreadsheetDates {
  /// The days of the years 1927 to 2173, whose numbers have five digits.
  private static let days = 10_000...99_999

  /// Most of the column are numbers of days or dates, so that its numbers are no other ones.
  private let countsDays: Bool

  /// Looks at the fields of a column.
  init(column texts: [String]) {
    let filled = texts.filter { !$0.isEmpty }
    let dates = filled.count { Self.dayNumber($0) != nil || WrittenDate.read(prefixOf: $0, order: .dmy) != nil }
    countsDays = dates * 2 > filled.count
  }

  /// The date that a field stands for; nil for one that people write.
  func read(_ text: String) -> EntryDate? {
    if countsDays, let number = Self.dayNumber(text) { return EntryDate(day: Self.day(number)) }
    return Self.month(text)
  }

  /// The number of a day in a spreadsheet, without the time of day behind its point.
  private static func dayNumber(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.count == 5, let number = Int(whole), days.contains(number),
      parts.count == 1 || parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return number
  }

  /// Day 1 is the first of 1900, and a 29 February 1900 is counted that never was.
  private static func day(_ number: Int) -> CivilDay {
    CivilDay(year: 1899, month: 12, day: 30)?.adding(days: number) ?? CivilDay(daysSinceEpoch: number - 25_569)
  }

  /// `Apr-11`: the month and the last digits of the year.
  private static func month(_ text: String) -> EntryDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, name.count >= 3, name.allSatisfy({ $0.isLetter || $0 == "." }),
      parts[1].count == 2, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), let short = Int(parts[1]),
      let date = WrittenDate.read(prefixOf: "\(name) \(short < 50 ? 2_000 + short : 1_900 + short)", order: .dmy)?.date
    else { return nil }
    return date.precision == .month && !date.isInterval ? date : nil
  }
}
