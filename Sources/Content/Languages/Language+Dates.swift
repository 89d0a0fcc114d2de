internal import Timeline

extension Language {
  /// A number as it stands in running text: in words up to twelve.
  func number(_ number: Int) -> String {
    numbers.indices.contains(number - 1) ? numbers[number - 1] : String(number)
  }

  /// `Monday`.
  func weekday(_ day: CivilDay) -> String { weekdays[day.weekday - 1] }

  /// `9 September 2024`.
  func date(_ day: CivilDay) -> String {
    self.day(day.day, months[day.month - 1], year(day.year))
  }

  /// `Monday, 9 September`.
  func dayAndWeekday(_ day: CivilDay) -> String {
    weekdayAndDay(weekday(day), dayOfMonth(day.day, months[day.month - 1]))
  }

  /// The same for the beginning of a line, where languages that write weekdays small want a capital.
  func headingDay(_ day: CivilDay) -> String {
    Self.capitalised(dayAndWeekday(day))
  }

  /// `9–15 September 2024`, `30 December 2024 – 5 January 2025`.
  func dates(_ first: CivilDay, _ last: CivilDay) -> String {
    if first == last { return date(first) }
    if first.year == last.year && first.month == last.month {
      return daysOfMonth(first.day, last.day, months[first.month - 1], year(first.year))
    }
    if first.year == last.year { return "\(dayOfMonth(first.day, months[first.month - 1])) – \(date(last))" }
    return "\(date(first)) – \(date(last))"
  }

  /// When an entry happened: its days written out, or what the author wrote where the date is less precise.
  func date(of entry: Entry) -> String {
    if let day = entry.date.day { return date(day) }
    guard let first = entry.date.firstDay, let last = entry.date.lastDay else { return entry.dateText }
    if entry.date.edtf == "\(first)/\(last)" { return dates(first, last) }
    // `1974-10` is for the writer; readers want the month's name.
    let isPlainMonth =
      entry.date.precision == .month && entry.dateText.utf8.count == 7 && entry.dateText == entry.date.edtf
    return isPlainMonth ? monthAndYear(first) : entry.dateText
  }

  /// `October 1974`.
  private func monthAndYear(_ day: CivilDay) -> String {
    let text = date(day)
    return text.firstRange(of: months[day.month - 1]).map { String(text[$0.lowerBound...]) } ?? text
  }

  private func year(_ year: Int) -> String {
    year > 0 ? String(year) : yearBeforeChrist(1 - year)
  }
}
