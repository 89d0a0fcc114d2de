/// Reported by the reader: a block whose closing mark is missing.
package enum UnclosedBlock: TimelineRule {
  package static let name = "block-unclosed"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    A code fence or an HTML comment that is never closed swallows everything behind it, entries included.
    """
  package static let example = """
    <!-- ask Anna about this

    ## 2024-08-04 — Never read
    """
}
