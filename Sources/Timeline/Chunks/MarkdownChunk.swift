/// One top-level block of a Markdown text by its lines, before anything inside it is read.
struct MarkdownChunk {
  enum Kind: Hashable {
    case paragraph
    /// A heading; of an underlined one the underline is not part of ``content``.
    case heading(level: Int)
    case quote
    /// A list by its marker: `-`, `+`, `*`, or for numbers `.` and `)`.
    case list(marker: UInt8)
    case fence, indentedCode
    case comment, html
    case thematicBreak
  }

  var kind: Kind
  /// The bytes of all its lines, without the last newline.
  var range: Range<Int>
  /// The bytes that say something: of a heading its text.
  var content: Range<Int>
  var position: SourcePosition
  /// Reaches to the end of the text because its closing mark is missing.
  var isUnclosed = false
  /// A line of the paragraph begins with a hash mark, and is no heading.
  var hasHashLine = false
}

extension MarkdownChunk {
  /// Whether a comment can stand in a block of this kind.
  var mayHoldComment: Bool {
    switch kind {
    case .comment, .html, .paragraph, .quote: true
    case .heading, .list, .fence, .indentedCode, .thematicBreak: false
    }
  }
}
