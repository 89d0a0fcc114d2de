/// Reported by the reader: front matter that is not YAML or has values of another kind.
package enum FrontMatterForm: TimelineRule {
  package static let name = "front-matter"
  package static let severity = Finding.Severity.error
  package static let explanation = """
    The front matter between the two --- lines must be YAML with the keys title, tags, author and source.
    """
  package static let example = """
    ---
    title: [unclosed
    ---
    """
}
