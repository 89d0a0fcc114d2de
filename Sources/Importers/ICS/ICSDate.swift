import Timeline

/// A DATE or a DATE-TIME of a calendar (RFC 5545, 3.3.4 and 3.3.5).
struct ICSDate: Hashable {
  var day: CivilDay
  /// `hh:mm:ss`, with a `Z` in UTC; nil for a whole day.
  var time: String?

  /// Reads `20240804`, `20240804T153000` and `20240804T153000Z`.
  init?(_ text: String) {
    let value = Array(text.trimmingMarks(" ").utf8)
    let digits = value.prefix(8)
    guard digits.count == 8, let date = Self.number(digits),
      let day = CivilDay(year: date / 10_000, month: date / 100 % 100, day: date % 100)
    else { return nil }
    self.day = day
    guard value.count > 8 else { return }
    guard value[8] == UInt8(ascii: "T"), value.count >= 15, let clock = Self.number(value[9..<15]),
      clock / 10_000 < 24, clock / 100 % 100 < 60, clock % 100 <= 60
    else { return nil }
    let parts = [clock / 10_000, clock / 100 % 100, min(clock % 100, 59)]
    time = parts.map { CivilDay.padded($0, to: 2) }.joined(separator: ":")
    if value.count > 15, value[15] == UInt8(ascii: "Z") { time? += "Z" }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.reduce(into: Int?(0)) { number, byte in
      guard let value = number, (48...57).contains(byte) else {
        number = nil
        return
      }
      number = value * 10 + Int(byte) - 48
    }
  }

  var isWholeDay: Bool { time == nil }

  var edtf: String { time.map { "\(day)T\($0)" } ?? day.description }

  /// The day that an exclusive end leaves as the last one.
  var lastDay: CivilDay {
    isWholeDay || time?.hasPrefix("00:00:00") == true ? day.adding(days: -1) : day
  }
}

/// A DURATION (RFC 5545, 3.3.6), as in `P2D`, `PT90M`, `P1W`.
struct ICSDuration: Hashable {
  var days = 0
  var seconds = 0

  init?(_ text: String) {
    var rest = text.uppercased()[...]
    if rest.first == "+" { rest = rest.dropFirst() }
    guard rest.first == "P" else { return nil }
    rest = rest.dropFirst()
    while let unit = rest.firstIndex(where: { $0.isLetter }) {
      guard rest[unit] != "T" else {
        rest = rest[rest.index(after: unit)...]
        continue
      }
      guard let number = Int(rest[..<unit]), (0...1_000_000).contains(number) else { return nil }
      switch rest[unit] {
      case "W": days += 7 * number
      case "D": days += number
      case "H": seconds += 3_600 * number
      case "M": seconds += 60 * number
      case "S": seconds += number
      default: return nil
      }
      rest = rest[rest.index(after: unit)...]
    }
  }
}
