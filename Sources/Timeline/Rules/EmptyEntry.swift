/// An entry that says nothing.
package enum EmptyEntry: TimelineRule {
  package static let name = "empty-entry"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The entry has a date and nothing else that a reader could see: no title, no text, no quote, no picture, no post.
    """
  package static let example = """
    ## 2024-08-04

    <!-- to be written -->
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    checked.document.entries.filter { entry in
      entry.title == nil && entry.bodyMarkdown.isEmpty && entry.quotes.isEmpty && entry.pictures.isEmpty
        && entry.fields.posts.isEmpty && entry.fields.channelPosts.isEmpty
    }.map { RuleFinding($0.position, "The entry \"\($0.dateText)\" is empty; write a title or a text, or remove it.") }
  }
}
