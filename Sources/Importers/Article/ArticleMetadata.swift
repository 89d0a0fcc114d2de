import Timeline

/// What a source says of an article beside its text.
struct ArticleMetadata: Hashable {
  var title: String?
  var author: String?
  var published: EntryDate?
  /// Where the article stands on the web.
  var address: String?
}

extension String {
  /// The text, or nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}

/// The links of a heading, which has no place for them, as paragraphs behind it.
enum LinkParagraphs {
  static func of(_ heading: SourceParagraph) -> [SourceParagraph] {
    heading.links.map { link in
      var paragraph = SourceParagraph("", at: heading.position)
      paragraph.block = .text(MarkdownText.link(MarkdownText.escapedInline(link.text[...]), to: link.url))
      return paragraph
    }
  }
}
