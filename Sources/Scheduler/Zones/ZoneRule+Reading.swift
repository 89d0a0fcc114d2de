extension ZoneRule {
  /// Reads a POSIX `TZ` string such as `EST5EDT,M3.2.0,M11.1.0` or `<+0330>-3:30`; nil when it is none.
  init?(_ text: String) {
    var scanner = Scanner(text)
    guard scanner.name(), let standard = scanner.time() else { return nil }
    self.init(standardOffset: -standard, daylightOffset: -standard, daylight: nil)
    if scanner.isAtEnd { return }
    guard scanner.name() else { return nil }
    daylightOffset = standardOffset + 3_600
    if scanner.peek != UInt8(ascii: ",") {
      guard let offset = scanner.time() else { return nil }
      daylightOffset = -offset
    }
    guard let start = scanner.change(), let end = scanner.change(), scanner.isAtEnd else { return nil }
    daylight = Daylight(start: start, end: end)
  }

  /// Reads the parts of a `TZ` string from left to right.
  private struct Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }
    var peek: UInt8? { rest.first }

    mutating func skip(_ character: Character) -> Bool {
      guard rest.first == character.asciiValue else { return false }
      rest.removeFirst()
      return true
    }

    /// An abbreviation: letters, or anything between `<` and `>`.
    mutating func name() -> Bool {
      if skip("<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[rest.index(after: end)...]
        return true
      }
      let letters = rest.prefix { (65...90).contains($0) || (97...122).contains($0) }
      rest = rest[letters.endIndex...]
      return letters.count >= 3
    }

    mutating func number() -> Int? {
      let digits = rest.prefix { (48...57).contains($0) }
      rest = rest[digits.endIndex...]
      return Int(Substring(digits))
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard var seconds = number().map({ $0 * 3_600 }) else { return nil }
      for unit in [60, 1] where skip(":") {
        guard let part = number() else { return nil }
        seconds += part * unit
      }
      return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`; without a time it is 02:00.
    mutating func change() -> Change? {
      guard skip(","), let date = date() else { return nil }
      guard skip("/") else { return Change(date: date, time: 7_200) }
      return time().map { Change(date: date, time: $0) }
    }

    private mutating func date() -> Change.Date? {
      if skip("J") { return number().map { .dayWithoutLeap($0) } }
      guard skip("M") else { return number().map { .dayOfYear($0) } }
      guard let month = number(), (1...12).contains(month), skip("."), let week = number(), skip("."),
        let weekday = number()
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
  }
}
