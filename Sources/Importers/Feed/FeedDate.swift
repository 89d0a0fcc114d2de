import Timeline

/// The date of a feed's item: RFC 3339 and W3C's date and time format, RFC 822, and what feeds make of them.
///
/// The date stays on the clock of its zone; a date without a zone stays without one.
enum FeedDate {
  /// Reads a date; nil for what is none.
  static func read(_ text: String) -> EntryDate? {
    let words = text.trimmingMarks(" \n\t\r")
    guard !words.isEmpty, words.utf8.count < 100 else { return nil }
    if let date = machineDate(words) { return date }
    if let date = letterDate(words) { return date }
    guard words.contains(where: \.isLetter), !words.contains(":") else { return nil }
    return WrittenDate.read(prefixOf: words, order: .mdy).flatMap { $0.rest.isEmpty ? $0.date : nil }
  }

  // MARK: - RFC 3339

  /// `2003-12-31T10:14:55.5-08:00`, `2003-12-31 10:14:55`, `2003-12`, `2003`.
  private static func machineDate(_ text: String) -> EntryDate? {
    let dateEnd = text.firstIndex { $0 == "T" || $0 == "t" || $0 == " " } ?? text.endIndex
    let day = String(text[..<dateEnd])
    guard day.first?.isASCII == true, day.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "-" }), day.utf8.count >= 4,
      day.prefix(4).allSatisfy(\.isNumber), [4, 7, 10].contains(day.utf8.count), let date = try? EntryDate(edtf: day)
    else { return nil }
    guard dateEnd < text.endIndex else { return date }
    guard date.day != nil else { return nil }
    return joined(day, String(text[text.index(after: dateEnd)...]))
  }

  /// A day with a time that may have its zone behind it.
  private static func joined(_ day: String, _ clock: String) -> EntryDate? {
    let zoneStart = clock.firstIndex { "Zz+-".contains($0) || $0.isWhitespace } ?? clock.endIndex
    guard let time = time(clock[..<zoneStart]) else { return nil }
    let rest = clock[zoneStart...].trimmingMarks(" ")
    guard !rest.isEmpty else { return try? EntryDate(edtf: day + "T" + time) }
    guard let zone = zone(rest) else { return nil }
    return try? EntryDate(edtf: day + "T" + time + zone)
  }

  /// `hh:mm:ss` of a time with or without seconds and fractions.
  private static func time(_ text: Substring) -> String? {
    let whole = text.prefix { $0 != "." && $0 != "," }
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (0...23).contains(numbers[0]),
      numbers.dropFirst().allSatisfy({ (0...59).contains($0) })
    else { return nil }
    return (numbers + [0]).prefix(3).map { CivilDay.padded($0, to: 2) }.joined(separator: ":")
  }

  // MARK: - RFC 822

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let zones: [String: Int] = [
    "gmt": 0, "ut": 0, "utc": 0, "z": 0, "etc/gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "at": -4, "et": -5, "ct": -6, "mt": -7, "pt": -8, "cet": 1, "cest": 2, "met": 1, "mest": 2,
    "bst": 1, "eet": 2, "eest": 3, "msk": 3, "ist": 5, "jst": 9,
  ]

  /// `Thu, 01 Jan 2004 19:48:21 GMT`, `Sun Jan  4 16:29:06 2004`: the parts are told apart by their form.
  private static func letterDate(_ text: String) -> EntryDate? {
    var month: Int?
    var numbers: [(value: Int, digits: Int)] = []
    var clock: String?
    var offset: String?
    for part in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let word = part.lowercased()
      if part.contains(":"), part.first?.isNumber == true {
        guard let time = time(part) else { return nil }
        clock = time
      } else if let number = Int(part), part.first?.isNumber == true {
        numbers.append((number, part.count))
      } else if let found = months.firstIndex(where: { word.hasPrefix($0) }), month == nil {
        month = found + 1
      } else if let found = zone(String(part)) {
        offset = found
      } else if clock != nil || !isWeekday(word) {
        return nil
      }
    }
    guard let month, numbers.count == 2 else { return nil }
    let (first, second) = (numbers[0], numbers[1])
    let isYearFirst = first.digits == 4
    let dayNumber = isYearFirst ? second.value : first.value
    var year = isYearFirst ? first.value : second.value
    if (isYearFirst ? first : second).digits == 2 { year += year < 70 ? 2_000 : 1_900 }
    guard let day = CivilDay(year: year, month: month, day: dayNumber) else { return nil }
    guard let clock else { return EntryDate(day: day) }
    return try? EntryDate(edtf: "\(day)T\(clock)\(offset ?? "")")
  }

  private static func isWeekday(_ word: String) -> Bool {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains { word.hasPrefix($0) }
  }

  /// `Z`, or an offset as `+02:00`; nil for what names no zone.
  private static func zone(_ text: String) -> String? {
    var rest = text.lowercased()
    if let hours = zones[rest] {
      return hours == 0 ? "Z" : (hours < 0 ? "-" : "+") + CivilDay.padded(abs(hours), to: 2) + ":00"
    }
    for name in ["gmt", "utc"] where rest.hasPrefix(name) { rest = String(rest.dropFirst(3)) }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
      number / 100 <= 14, number % 100 < 60
    else { return nil }
    if number == 0 { return "Z" }
    return "\(sign)\(CivilDay.padded(number / 100, to: 2)):\(CivilDay.padded(number % 100, to: 2))"
  }
}
