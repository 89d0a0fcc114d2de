internal import Timeline

/// Markdown as plain text for posts: no markup, link targets left out.
enum PlainText {
  /// The text that a reader of the Markdown sees; blocks are parted by an empty line.
  static func from(markdown: String) -> String {
    guard markdown.utf8.contains(where: isMarkup) else { return markdown }
    return blocks(MarkdownBlock.parse(markdown))
  }

  /// Whether a byte can make a difference between Markdown and what it says.
  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x80..., 0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "'"):
      false
    default: true
    }
  }

  static func blocks(_ blocks: [MarkdownBlock], tight: Bool = false) -> String {
    blocks.map(block).filter { !$0.isEmpty }.joined(separator: tight ? "\n" : "\n\n")
  }

  private static func block(_ block: MarkdownBlock) -> String {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
    case .blockquote(let inner): blocks(inner)
    case .list(let start, let isTight, let items):
      items.enumerated()
        .map { index, item in
          (start.map { "\($0 + index). " } ?? "• ") + blocks(item, tight: isTight)
        }
        .joined(separator: isTight ? "\n" : "\n\n")
    case .code(_, let text): text.hasSuffix("\n") ? String(text.dropLast()) : text
    case .html, .thematicBreak: ""
    case .table(let rows):
      rows.map { row in row.map(\.plainText).joined(separator: ", ") }.joined(separator: "\n")
    }
  }
}
