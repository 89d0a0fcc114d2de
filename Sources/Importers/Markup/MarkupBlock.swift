import Timeline

/// A block of a web page: what stands for itself between two line breaks.
struct MarkupBlock: Hashable {
  enum Kind: Hashable {
    case paragraph
    case heading(Int)
    case item
    /// A row of a table that is text, whatever it begins with.
    case row
    /// A blockquote, with who is quoted where a footer, a `<cite>` or a line with a dash says so.
    case quotation(attribution: String?)
    case picture(Picture)
    case rule
  }

  var kind: Kind
  /// The words; of a blockquote its paragraphs with empty lines between them.
  var run: InlineRun
  /// The paragraphs of a blockquote.
  var paragraphs: [InlineRun] = []
  /// The links beside the name of who is quoted.
  var attributionLinks: [Link] = []
  var line: Int

  /// The block in Markdown.
  var markdown: String {
    switch kind {
    case .paragraph, .row: run.markdown
    case .heading(let level): String(repeating: "#", count: max(3, level)) + " " + run.markdown
    case .item: "- " + run.markdown
    case .quotation: paragraphs.map { "> " + $0.markdown }.joined(separator: "\n>\n")
    case .picture, .rule: ""
    }
  }
}
