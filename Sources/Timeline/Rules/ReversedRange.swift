/// Reported by the reader: a range that ends before it begins.
package enum ReversedRange: TimelineRule {
  package static let name = "range-reversed"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    A range ends before it begins. The entry goes into no draft until one of the two dates is corrected.
    """
  package static let example = """
    ## June 12-7, 2024 — European Championships
    """
}
