/// A date as people write it at the start of a line, and what is left of the line.
///
/// Reads EDTF and the forms of English, Norwegian, German, French and Spanish, and the month names of Italian and
/// Dutch: `Aug. 4th, 2024`, `4. August 2024`, `June 7-12, 2024`, `spring 2021`, `c. 1850`, `44 BC`, `2015–present`.
/// Where a text leaves a choice, this is the choice:
/// - `1999-01` is a month, `1999–01` and `1914-18` are years; `1910-30` too, `2024-33` is EDTF's first quarter.
/// - `c. 1850–1860` is `1850~/1860`; `early 2020` is `2020~`; `late 1980s` is `198X`; `1900s` is the century.
/// - `1987/88` is the two years, `2024/03` the month; `winter 1962-63` is the winter of 1962, EDTF's `1962-24`.
/// - `Dec. 30 – Jan. 2, 2024` begins in 2023; a two-digit year below 50 lies in this century.
package struct WrittenDate: Hashable, Sendable {
  /// What is wrong with a date; with anything but a weekday there is no date.
  package enum Problem: Hashable, Sendable {
    /// Day and month, or a range of years and a part of a year, could be exchanged; all readings.
    case ambiguous([EntryDate])
    /// The calendar has no such day.
    case impossible(String)
    /// The end lies before the start.
    case reversed(String)
    /// The weekday does not go with the date, both 1 for Monday to 7 for Sunday.
    case weekday(written: Int, actual: Int)
    /// The text gives no year.
    case yearMissing(start: YearlessDate, end: YearlessDate?)
  }

  /// A month, or a day of a month, of a year that is not told.
  package struct YearlessDate: Hashable, Sendable {
    package var month: Int
    package var day: Int?

    package init(month: Int, day: Int? = nil) {
      self.month = month
      self.day = day
    }
  }

  /// The date; nil where the problems leave none.
  package var date: EntryDate?
  /// The words that make the date, with its time.
  package var text: String
  /// The time of day as `hh:mm`, on the clock of the place; nil where the text has none.
  package var time: String?
  /// What follows, without the separator and without spaces around it.
  package var rest: String
  package var problems: [Problem]

  /// Reads the date that a text begins with.
  ///
  /// Only a day may be followed by more words at once; a month or a year needs a separator or the end of the text.
  ///
  /// - Parameters:
  ///   - text: one line; Markdown's `#`, `*` and `[` around the date are passed over.
  ///   - order: settles `03/04/2024`; without it such a date is a problem.
  ///   - year: the year of a date that gives none, where something else tells it.
  /// - Returns: nil when the text does not begin with a date.
  package static func read(prefixOf text: String, order: DateOrder?, year: Int? = nil) -> WrittenDate? {
    if let plain = readPlainDay(text) { return plain }
    var parser = WrittenDateParser(text, order: order, year: year)
    return parser.heading()
  }

  /// Reads a heading that ends in a date, as in `The launch (August 4, 2024)` or `[2.1.0] - 2024-08-04`.
  package static func read(suffixOf text: String, order: DateOrder?) -> WrittenDate? {
    let line = text.trimmingSpaces()
    var candidates: [(before: Substring, date: Substring)] = []
    if line.last == ")", let open = line.lastIndex(of: "(") {
      candidates.append((line[..<open], line[line.index(after: open)...].dropLast()))
    }
    for separator in [" - ", " – ", " — ", " | ", ": "] {
      if let range = line.lastRange(ofExactly: separator) {
        candidates.append((line[..<range.lowerBound], line[range.upperBound...]))
      }
    }
    for candidate in candidates {
      if var found = read(prefixOf: String(candidate.date), order: order), found.rest.isEmpty {
        found.rest = String(candidate.before.trimmingSpaces())
        return found
      }
    }
    return nil
  }
}
