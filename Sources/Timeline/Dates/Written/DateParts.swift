/// What one end of a written date says, before the other end has filled its gaps.
struct DateParts {
  enum Era { case before, after }

  /// A date that stood in EDTF.
  var exact: EntryDate?
  /// The text is an EDTF interval whose end lies before its start.
  var isReversed = false
  /// Another reading of ``exact``.
  var alternative: EntryDate?
  var year: Int?
  var era: Era?
  var month: Int?
  var day: Int?
  var grouping: DateGrouping?
  /// A decade or a century, as in `198X`, without a sign.
  var pattern: String?
  /// Two numbers of which one is the day and one the month, in the order of the text.
  var numbers: (Int, Int)?
  var isApproximate = false
  var isUncertain = false

  var hasYear: Bool { exact != nil || isReversed || year != nil || pattern != nil }

  /// Whether a day is given, so that any words may follow.
  var isDay: Bool { exact.map { $0.precision == .day } ?? (day != nil || numbers != nil) }

  /// The order that the numbers leave as the only one; nil where both are possible.
  var forcedOrder: DateOrder? {
    guard let numbers else { return nil }
    if numbers.0 == numbers.1 { return .dmy }
    if numbers.0 > 12, numbers.1 <= 12 { return .dmy }
    if numbers.1 > 12, numbers.0 <= 12 { return .mdy }
    return nil
  }

  /// With the two numbers told apart.
  func settled(_ order: DateOrder) -> DateParts {
    guard let numbers else { return self }
    var parts = self
    parts.numbers = nil
    (parts.day, parts.month) = order == .dmy ? numbers : (numbers.1, numbers.0)
    return parts
  }

  /// The astronomical year: 44 BC is -43.
  var astronomicalYear: Int? {
    year.map { era == .before ? 1 - $0 : $0 }
  }

  /// The date in EDTF; nil without a year.
  var edtf: String? {
    if let exact { return exact.edtf }
    var text: String
    if let pattern {
      text = (era == .before ? "-" : "") + pattern
    } else if let year = astronomicalYear {
      text = (year.magnitude > 9_999 ? "Y" : "") + CivilDay.padded(year, to: 4)
      if let month = grouping?.rawValue ?? month { text += "-" + CivilDay.padded(month, to: 2) }
      if let day { text += "-" + CivilDay.padded(day, to: 2) }
    } else {
      return nil
    }
    if isApproximate || isUncertain { text += isApproximate ? (isUncertain ? "%" : "~") : "?" }
    return text
  }
}

/// A whole written date before it is checked against the calendar.
enum DateSpan {
  case single(DateParts)
  case interval(DateParts, DateParts)
  case from(DateParts)
  case until(DateParts)
  /// Two days that need not lie side by side.
  case both(DateParts, DateParts)
}
