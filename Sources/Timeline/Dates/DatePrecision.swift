/// How much of a date is known, from nothing to the day.
package enum DatePrecision: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// An open or unknown end, or a year of four `X`.
  case none
  case millennium, century, decade, year
  /// A half of a year, or a third (EDTF 37 to 41).
  case half
  case quarter, season, month
  /// A day, with or without a time of day.
  case day

  package static func < (left: DatePrecision, right: DatePrecision) -> Bool {
    left.rawValue < right.rawValue
  }
}
