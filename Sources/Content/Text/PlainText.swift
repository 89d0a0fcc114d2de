internal import Timeline

/// Markdown as plain text for posts: no markup, link targets left out.
enum PlainText {
  /// The text that a reader of the Markdown sees; blocks are parted by an empty line.
  static func from(markdown: String) -> String {
    isPlain(markdown) ? markdown : MarkdownBlock.parse(markdown).plainText
  }

  /// A quick look that spares parsing: whether the text is one line that says nothing but what it is.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty else { return true }
    let first = bytes[0]
    // What begins a block other than a paragraph is neither a letter nor a sign of another script; 0xEF may begin a
    // byte order mark.
    guard isLetter(first) || (first > 0x7F && first != 0xEF), bytes[bytes.count - 1] > 0x20 else { return false }
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"),
        UInt8(ascii: "|"), UInt8(ascii: "@"):
        return false
      // Addresses that become links: `https://…` and `www.…`.
      case UInt8(ascii: "/") where previous == byte: return false
      case UInt8(ascii: ".") where previous | 0x20 == UInt8(ascii: "w"): return false
      default: previous = byte
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
