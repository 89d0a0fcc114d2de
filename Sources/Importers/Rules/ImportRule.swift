package import Timeline

/// What an importer reports: rules of its own, and those of timelines that a source breaks already.
package enum ImportRule: String, CaseIterable, Sendable {
  // Rules of importers.
  case signOff = "sign-off"
  case photoCredit = "photo-credit"
  case leftOut = "left-out"
  case datedParagraph = "dated-paragraph"
  case recurrence
  case rowInvalid = "row-invalid"
  case rowWide = "row-wide"
  case sourceBroken = "source-broken"
  case sourceCut = "source-cut"
  // Rules of timelines.
  case dateInvalid = "date-invalid"
  case dateAmbiguous = "date-ambiguous"
  case weekdayMismatch = "weekday-mismatch"
  case rangeReversed = "range-reversed"
  case linkScheme = "link-scheme"
  case quoteDoubled = "quote-doubled"
  case quoteGlued = "quote-glued"
  case quoteUnclosed = "quote-unclosed"
  case quoteStyleMixed = "quote-style-mixed"

  /// What its findings count as, unless the settings say otherwise.
  package var severity: Finding.Severity {
    own?.severity ?? TimelineRules.named(rawValue)?.severity ?? .error
  }

  /// A finding of this rule; `isSettled` where the importer has dealt with the matter, so that at most a warning is left.
  func finding(at position: SourcePosition, _ message: String, isSettled: Bool = false) -> Finding {
    Finding(
      position: position, severity: isSettled ? min(severity, .warning) : severity, rule: rawValue, message: message)
  }

  func finding(line: Int, _ message: String, isSettled: Bool = false) -> Finding {
    finding(at: SourcePosition(line: max(1, line)), message, isSettled: isSettled)
  }
}
