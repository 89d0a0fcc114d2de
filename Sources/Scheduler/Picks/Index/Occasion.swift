internal import Timeline

/// An entry whose day it is, before anybody has chosen it.
struct Occasion {
  /// Why it is the entry's day.
  enum Cause: Int {
    /// It has the date's month and day.
    case day
    /// It is the first or the last day of the entry's range.
    case start, end
    /// It lies in the entry's range.
    case span
    /// It stands for 29 February in a year without one.
    case leapDay
    /// It is the weekday of the month that the entry is observed on.
    case observance
    /// It is the entry's month.
    case month
  }

  var segment: Int
  /// The entry's number in its segment.
  var number: UInt32
  /// The day that is remembered; of an observance and of a month, the first day of the entry's date.
  var day: CivilDay
  var weight: Int
  var cause: Cause

  func isSameEntry(as other: Occasion) -> Bool {
    segment == other.segment && number == other.number
  }
}
