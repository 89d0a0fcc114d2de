/// Reported by the reader: a text without any entry.
package enum NoEntries: TimelineRule {
  package static let name = "no-entries"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    A timeline without a single dated entry gives no draft. An entry is a level-2 heading that begins with a date:
    ## 2024-08-04 — Title. Perhaps the headings have another level, or the file is no timeline.
    """
  package static let example = """
    # My club

    It was founded in 1921.
    """
}
