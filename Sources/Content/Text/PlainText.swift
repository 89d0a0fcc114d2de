internal import Timeline

/// Markdown as plain text for posts: no markup, link targets left out.
enum PlainText {
  /// The text that a reader of the Markdown sees; blocks are parted by an empty line.
  static func from(markdown: String) -> String {
    switch form(of: markdown) {
    case .words: markdown
    case .wordsWithBreaks: String(decoding: markdown.utf8.filter { $0 != backslash }, as: UTF8.self)
    case .markup: MarkdownBlock.parse(markdown).plainText
    }
  }

  /// What a quick look, which spares parsing, finds.
  private enum Form {
    /// Paragraphs of one line that say nothing but what they are.
    case words
    /// The same with lines that end in a backslash, which breaks them.
    case wordsWithBreaks
    /// Anything else.
    case markup
  }

  private static func form(of text: String) -> Form {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty else { return .words }
    guard bytes[bytes.count - 1] > 0x20 else { return .markup }
    var form = Form.words
    var isLineStart = true
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      // What begins a block other than a paragraph is neither a letter nor a sign of another script; 0xEF may begin a
      // byte order mark.
      if isLineStart, !isLetter(byte), byte <= 0x7F || byte == 0xEF { return .markup }
      isLineStart = false
      switch byte {
      case UInt8(ascii: "\n"):
        isLineStart = previous == byte || previous == backslash
        guard isLineStart || previous > 0x20 && bytes[index + 1] == byte else { return .markup }
      case backslash:
        guard previous > 0x20, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") else { return .markup }
        form = .wordsWithBreaks
      case 0..<0x20, 0x7F, UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"),
        UInt8(ascii: "@"):
        return .markup
      // Addresses that become links: `https://…` and `www.…`.
      case UInt8(ascii: "/") where previous == byte: return .markup
      case UInt8(ascii: ".") where previous | 0x20 == UInt8(ascii: "w"): return .markup
      default: break
      }
      previous = byte
    }
    return form
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
