/// Words for the inside of a JSON string (RFC 8259, section 7).
package enum JSONText {
  /// Escapes quotation marks, backslashes and controls, and the two line separators that JavaScript does not like.
  package static func escaped(_ text: String) -> String {
    var written = ""
    written.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\r": written += "\\r"
      case "\t": written += "\\t"
      case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        written += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }
}
