/// Reported by the reader: a level-2 heading that does not begin with a date.
package enum UndatedHeading: TimelineRule {
  package static let name = "heading-without-date"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A level-2 heading begins an entry, and an entry needs a date. A heading without one is kept as text of the entry
    above. Give it a date, or make it a level-3 heading. A heading of another level, or one without a space behind its
    marks, that begins with a day outside its entry's date is text of that entry too: give it two marks and a space.
    """
  package static let example = """
    ## What happened next
    """
}
