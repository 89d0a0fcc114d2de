/// Reported by the reader: a date that is not in the calendar or has no year.
package enum InvalidDate: TimelineRule {
  package static let name = "date-invalid"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    The date is not in the calendar, it has no year, or it cannot be read at all. The entry goes into no draft until it is
    corrected, since a guess would put it on a wrong day.
    """
  package static let example = """
    ## Feb. 30, 2024 — The day that never was
    """
}
