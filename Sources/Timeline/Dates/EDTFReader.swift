/// Reads the bytes of one EDTF value from left to right.
struct EDTFReader {
  /// What stops the reading; ``EntryDate/init(edtf:)`` adds the text.
  enum Problem: Error { case form, calendar, order }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var isApproximate = false
  private var isUncertain = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads all the bytes as one date.
  mutating func point(allowsTime: Bool) throws(Problem) -> EDTFPoint {
    takeQualifier()
    if take("Y") { return try longYear() }
    let isBeforeZero = take("-")
    let year = try digits(4)
    if isBeforeZero, year.isExact, year.lowest == 0 { throw .form }
    if year.isExact, take("S") {
      _ = try number(longest: 4)
      return try finish(EDTFPattern(year: year, isBeforeZero: isBeforeZero), precision: .year)
    }
    takeQualifier()
    var pattern = EDTFPattern(year: year, isBeforeZero: isBeforeZero)
    guard take("-") else { return try finish(pattern, precision: Self.precision(of: year)) }
    takeQualifier()
    let month = try digits(2)
    takeQualifier()
    if month.isExact, let group = DateGrouping(rawValue: month.lowest) {
      return try finish(group, pattern: pattern)
    }
    pattern.month = month
    let yearOrLess = min(.year, Self.precision(of: year))
    let monthOrLess = month.isExact && year.isExact ? DatePrecision.month : yearOrLess
    guard take("-") else { return try finish(pattern, precision: monthOrLess) }
    takeQualifier()
    let day = try digits(2)
    pattern.day = day
    takeQualifier()
    if allowsTime, take("T") { try time() }
    return try finish(pattern, precision: day.isExact && monthOrLess == .month ? .day : monthOrLess)
  }

  private static func precision(of year: EDTFDigits) -> DatePrecision {
    switch year.digits.prefix(while: { $0 != nil }).count {
    case 4: .year
    case 3: .decade
    case 2: .century
    case 1: .millennium
    default: .none
    }
  }
}

// MARK: - The end of a date

extension EDTFReader {
  private func finish(_ pattern: EDTFPattern, precision: DatePrecision) throws(Problem) -> EDTFPoint {
    guard index == bytes.endIndex else { throw .form }
    guard let first = pattern.firstDay, let last = pattern.lastDay else { throw .calendar }
    let isOpen = [pattern.year, pattern.month, pattern.day].contains { $0?.isExact == false }
    return EDTFPoint(
      firstDay: first, lastDay: last, precision: precision, isApproximate: isApproximate, isUncertain: isUncertain,
      hasUnspecifiedDigits: isOpen)
  }

  private func finish(_ group: DateGrouping, pattern: EDTFPattern) throws(Problem) -> EDTFPoint {
    guard index == bytes.endIndex else { throw .form }
    guard pattern.year.isExact else { throw .form }
    let year = pattern.isBeforeZero ? -pattern.year.lowest : pattern.year.lowest
    let months = group.months
    return EDTFPoint(
      firstDay: CivilDay(year: year, month: months.lowerBound, day: 1),
      lastDay: CivilDay(
        year: year, month: months.upperBound, day: CivilDay.daysInMonth(months.upperBound, of: year)),
      precision: group.precision, isApproximate: isApproximate, isUncertain: isUncertain)
  }

  /// A year of more than four digits, or with an exponent; beyond twelve digits no day can be counted.
  private mutating func longYear() throws(Problem) -> EDTFPoint {
    let isBeforeZero = take("-")
    let (number, count) = try number(longest: 12)
    var year = number
    if take("E") {
      let (exponent, _) = try self.number(longest: 2)
      guard exponent + count <= 12 else { throw .calendar }
      for _ in 0..<exponent { year *= 10 }
    } else if count < 5 {
      throw .form
    }
    if take("S") { _ = try self.number(longest: 4) }
    takeQualifier()
    guard index == bytes.endIndex else { throw .form }
    if isBeforeZero { year = -year }
    return EDTFPoint(
      firstDay: CivilDay(year: year, month: 1, day: 1), lastDay: CivilDay(year: year, month: 12, day: 31),
      precision: .year, isApproximate: isApproximate, isUncertain: isUncertain)
  }

  /// `hh:mm:ss`, then `Z`, `±hh`, `±hh:mm` or nothing (ISO 8601-1:2019, 5.4, complete representations alone).
  private mutating func time() throws(Problem) {
    let hour = try digits(2)
    guard take(":") else { throw .form }
    let minute = try digits(2)
    guard take(":") else { throw .form }
    let second = try digits(2)
    try check(hour, below: 24)
    try check(minute, below: 60)
    try check(second, below: 60)
    if take("Z") { return }
    guard take("+") || take("-") else { return }
    try check(digits(2), below: 24)
    if take(":") { try check(digits(2), below: 60) }
  }

  private func check(_ part: EDTFDigits, below limit: Int) throws(Problem) {
    guard part.isExact else { throw .form }
    guard part.lowest < limit else { throw .calendar }
  }
}

// MARK: - The smallest parts

extension EDTFReader {
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func takeQualifier() {
    if take("?") {
      isUncertain = true
    } else if take("~") {
      isApproximate = true
    } else if take("%") {
      isUncertain = true
      isApproximate = true
    }
  }

  private mutating func digits(_ count: Int) throws(Problem) -> EDTFDigits {
    guard bytes.endIndex - index >= count else { throw .form }
    var digits: [UInt8?] = []
    for byte in bytes[index..<index + count] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "X"): digits.append(nil)
      default: throw .form
      }
    }
    index += count
    return EDTFDigits(digits: digits)
  }

  /// One number and how many digits it has.
  private mutating func number(longest: Int) throws(Problem) -> (value: Int, count: Int) {
    let start = index
    var value = 0
    while index < bytes.endIndex, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      guard index - start < longest else { throw .calendar }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index > start else { throw .form }
    return (value, index - start)
  }
}
