/// Reported by the reader: a date of numbers that can be read in two ways.
package enum AmbiguousDate: TimelineRule {
  package static let name = "date-ambiguous"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    Day and month of a date such as 03/04/2024 can be exchanged. Write it as 2024-04-03 or April 3, 2024, or say in the
    settings which order this publication uses: dateOrder: dmy, or mdy. Until then the entry goes into no draft.
    """
  package static let example = """
    ## 03/04/2024 — March or April?
    """
}
