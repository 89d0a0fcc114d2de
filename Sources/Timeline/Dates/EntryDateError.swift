/// Why a text is no date.
package enum EntryDateError: Error, Hashable, Sendable {
  /// The text does not have the form of an EDTF date.
  case notEDTF(String)
  /// The form is right, but the calendar has no such month, day or time.
  case impossible(String)
  /// The end of an interval lies before its start.
  case reversed(String)
}

extension EntryDateError: CustomStringConvertible {
  /// One sentence for people, without a full stop.
  package var description: String {
    switch self {
    case .notEDTF(let text): "\"\(text)\" is not a date; write it as 2024-08-04, 2024-08, 2024 or another EDTF form"
    case .impossible(let text): "\"\(text)\" is not in the calendar; correct the day, the month or the time"
    case .reversed(let text): "\"\(text)\" ends before it begins; swap the two dates"
    }
  }
}
