/// Reported by the reader: a weekday that contradicts its date.
package enum WeekdayMismatch: TimelineRule {
  package static let name = "weekday-mismatch"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The weekday that is written does not go with the date, so one of the two is wrong. The date is taken as it stands.
    """
  package static let example = """
    ## Monday, August 4, 2024 — Heats
    """
}
