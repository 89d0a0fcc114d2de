internal import Timeline

/// Markdown as plain text for posts: no markup, link targets left out.
enum PlainText {
  /// The text that a reader of the Markdown sees; blocks are parted by an empty line.
  static func from(markdown: String) -> String {
    guard markdown.utf8.contains(where: isMarkup) else { return markdown }
    return MarkdownBlock.parse(markdown).plainText
  }

  /// Whether a byte can make a difference between Markdown and what it says.
  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x80..., 0x20, UInt8(ascii: ","), UInt8(ascii: "'"): false
    default: true
    }
  }
}
