extension [MarkdownBlock] {
  /// The text that a reader sees: an empty line between blocks, `- ` or a number before list items, no pictures.
  package var plainText: String {
    map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The links, in the order of the text.
  package var links: [Link] {
    flatMap(\.links)
  }

  /// The pictures, in the order of the text.
  package var images: [Picture] {
    flatMap(\.images)
  }
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

  package var links: [Link] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.links
    case .blockquote(let blocks): blocks.links
    case .list(_, _, let items): items.flatMap(\.links)
    case .table(let rows): rows.flatMap { $0.flatMap(\.links) }
    case .code, .html, .thematicBreak: []
    }
  }

  package var images: [Picture] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.images
    case .blockquote(let blocks): blocks.images
    case .list(_, _, let items): items.flatMap(\.images)
    case .table(let rows): rows.flatMap { $0.flatMap(\.images) }
    case .code, .html, .thematicBreak: []
    }
  }
}
