/// Reported by the reader: a date that is not in the calendar or has no year.
package enum InvalidDate: TimelineRule {
  package static let name = "date-invalid"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    The date is not in the calendar, or it has no year. The heading is kept as text, since a guess would put the entry on
    a wrong day.
    """
  package static let example = """
    ## Feb. 30, 2024 — The day that never was
    """
}
