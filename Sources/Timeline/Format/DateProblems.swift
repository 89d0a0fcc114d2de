/// The findings for what is wrong with a written date; importers report dates with the same words.
package enum DateProblems {
  /// The rule and the sentence for a problem of the date `written`.
  package static func finding(for problem: WrittenDate.Problem, written: String) -> (rule: String, message: String) {
    switch problem {
    case .ambiguous(let readings):
      let dates = readings.map(\.edtf).joined(separator: " or ")
      return (AmbiguousDate.name, "\"\(written)\" can be \(dates); write one of these, or set dateOrder to dmy or mdy.")
    case .impossible(let text):
      return (InvalidDate.name, "\"\(text)\" is not in the calendar; correct the date.")
    case .reversed(let text):
      return (ReversedRange.name, "\"\(text)\" ends before it begins; correct one of the two dates.")
    case .weekday(let day, let actual):
      return (
        WeekdayMismatch.name,
        "\"\(written)\" says \(weekdays[day - 1]), but that day was a \(weekdays[actual - 1]); correct the one or the other."
      )
    case .yearMissing:
      return (InvalidDate.name, "\"\(written)\" has no year; add it.")
    }
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
