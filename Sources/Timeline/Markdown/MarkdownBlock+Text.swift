extension [MarkdownBlock] {
  /// The text that a reader sees: an empty line between blocks, `- ` or a number before list items, no pictures.
  package var plainText: String {
    map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The links, in the order of the text.
  package var links: [Link] { inlines.flatMap(\.links) }

  /// The pictures, in the order of the text.
  package var images: [Picture] { inlines.flatMap(\.images) }

  /// The lines of all blocks, those within lists, quotes and tables too.
  package var inlines: [[MarkdownInline]] { flatMap(\.inlines) }
}

extension MarkdownBlock {
  package var plainText: String {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): String(inlines.plainText.trimmingSpaces())
    case .blockquote(let blocks): blocks.plainText
    case .list(let start, let isTight, let items):
      items.enumerated().map { index, blocks in
        (start.map { "\($0 + index). " } ?? "- ") + blocks.plainText
      }.joined(separator: isTight ? "\n" : "\n\n")
    case .code(_, let text): String(text.trimmingSpaces())
    case .html, .thematicBreak: ""
    case .table(let rows):
      rows.map { row in row.map(\.plainText).joined(separator: " | ") }.joined(separator: "\n")
    }
  }

  fileprivate var inlines: [[MarkdownInline]] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines]
    case .blockquote(let blocks): blocks.inlines
    case .list(_, _, let items): items.flatMap(\.inlines)
    case .table(let rows): rows.flatMap(\.self)
    case .code, .html, .thematicBreak: []
    }
  }
}
