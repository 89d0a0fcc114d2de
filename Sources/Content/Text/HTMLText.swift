/// Words as HTML text or as an attribute in double quotes.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var html = ""
    write(text, to: &html)
    return html
  }

  /// Writes the words behind what is there.
  static func write(_ text: String, to html: inout String) {
    let bytes = text.utf8Span.span
    var start = 0
    for index in bytes.indices {
      guard let escape = escape(of: bytes[index]) else { continue }
      html += text.bytes(start..<index)
      html += escape
      start = index + 1
    }
    if start == 0 { html += text } else { html += text.bytes(start..<bytes.count) }
  }

  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

extension String {
  /// The part of the text that has these places among its bytes.
  fileprivate func bytes(_ range: Range<Int>) -> Substring {
    self[utf8.index(startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)]
  }
}
