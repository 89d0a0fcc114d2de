/// When an entry happened, as precisely as the source says and no more.
///
/// The canonical form is EDTF: ISO 8601-2:2019 in the Library of Congress specification of 2019-02-04, levels 0 and 1
/// in full, and of level 2 the groupings 25 to 41, qualified parts, unspecified digits anywhere, exponential years,
/// significant digits and sets (without spaces, as the specification writes them).
///
/// Where test data of other libraries says otherwise, this is why:
/// - `Y-61000/-2000` is read (edtf-validate refuses it): the specification allows a level 1 date at either end of an
///   interval.
/// - An unknown end (`/2006`, `2004-06-01/`) stays unknown; python-edtf puts it ten years away, its own choice.
/// - Qualifiers never widen ``firstDay`` and ``lastDay``; what python-edtf calls its fuzzy bounds is its own padding.
/// - `[1667, 1668]` with spaces is refused, as edtf-validate does; python-edtf reads it.
/// - Winter is bounded by December of its year, as in python-edtf: which half of the winter is meant is not said.
package struct EntryDate: Hashable, Sendable {
  /// What kind of value the date is.
  package enum Shape: UInt8, Hashable, Sendable {
    case single, interval
    /// One of several dates, or all of several dates (EDTF level 2).
    case set
  }

  /// The date in EDTF, as in `2023-08-23`, `2024-06-07/2024-06-12` or `1850~`.
  package let edtf: String
  /// The first day that the date can mean; nil when the start is open or unknown.
  package let firstDay: CivilDay?
  /// The last day that the date can mean; nil when the end is open or unknown.
  package let lastDay: CivilDay?
  package let shape: Shape
  /// How much is known of the start; of the whole, when this is no interval.
  package let startPrecision: DatePrecision
  /// How much is known of the end; of the whole, when this is no interval.
  package let endPrecision: DatePrecision
  /// The source says "about" (`~` or `%`).
  package let isApproximate: Bool
  /// The source is not sure (`?` or `%`).
  package let isUncertain: Bool

  package init(day: CivilDay) {
    self.init(edtf: day.description, day: day)
  }

  /// Makes a date of one exact day whose canonical form is known already.
  init(edtf: String, day: CivilDay) {
    self.edtf = edtf
    firstDay = day
    lastDay = day
    shape = .single
    startPrecision = .day
    endPrecision = .day
    isApproximate = false
    isUncertain = false
  }

  init(edtf: String, shape: Shape, start: EDTFPoint, end: EDTFPoint) {
    self.edtf = edtf
    self.shape = shape
    firstDay = start.firstDay
    lastDay = end.lastDay
    startPrecision = start.precision
    endPrecision = end.precision
    isApproximate = start.isApproximate || end.isApproximate
    isUncertain = start.isUncertain || end.isUncertain
  }
}

extension EntryDate {
  /// The exact day, for a single day-precise date that is neither approximate nor uncertain; nil for anything else.
  package var day: CivilDay? {
    shape == .single ? startDay : nil
  }

  /// The exact day of the start of an interval, or ``day``.
  package var startDay: CivilDay? {
    isExact(startPrecision) ? firstDay : nil
  }

  /// The exact day of the end of an interval, or ``day``.
  package var endDay: CivilDay? {
    isExact(endPrecision) ? lastDay : nil
  }

  /// Whether the date has a start and an end, one of which may be open or unknown.
  package var isInterval: Bool {
    shape == .interval
  }

  /// How much is known; of an interval, the less known of its known ends.
  package var precision: DatePrecision {
    if startPrecision == .none { return endPrecision }
    if endPrecision == .none { return startPrecision }
    return min(startPrecision, endPrecision)
  }

  /// The time of day with its zone, as in `15:30:00+02:00`; nil for a date alone.
  package var timeText: String? {
    edtf.split(separator: "T", maxSplits: 1).dropFirst().first.map(String.init)
  }

  private func isExact(_ precision: DatePrecision) -> Bool {
    precision == .day && shape != .set && !isApproximate && !isUncertain
  }
}

extension EntryDate: Comparable {
  /// Orders by the first day; an open or unknown start comes before everything, and of two equal starts the earlier end.
  package static func < (left: EntryDate, right: EntryDate) -> Bool {
    if left.firstDay != right.firstDay {
      guard let first = left.firstDay else { return true }
      guard let second = right.firstDay else { return false }
      return first < second
    }
    if left.lastDay != right.lastDay {
      guard let first = left.lastDay else { return false }
      guard let second = right.lastDay else { return true }
      return first < second
    }
    return left.edtf < right.edtf
  }
}

extension EntryDate: CustomStringConvertible {
  package var description: String { edtf }
}
