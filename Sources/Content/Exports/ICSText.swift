/// Lines of a calendar (RFC 5545).
enum ICSText {
  /// The longest line, in bytes, without its CRLF (3.1).
  private static let longestLine = 75

  /// A content line of a TEXT value: escaped, folded, with its CRLF.
  static func line(_ name: String, text: String) -> String {
    line("\(name):\(escaped(text))")
  }

  /// A content line whose value is no TEXT, folded, with its CRLF; controls are left out, and no character is cut.
  static func line(_ content: String) -> String {
    let allowed = content.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }
    var folded = ""
    var length = 0
    for piece in String(String.UnicodeScalarView(allowed)).flatMap(pieces) {
      let width = piece.utf8.count
      if length + width > longestLine {
        folded += "\r\n "
        length = 1
      }
      folded += piece
      length += width
    }
    return folded + "\r\n"
  }

  /// A character; one that no line has room for, scalar by scalar.
  private static func pieces(_ character: Character) -> [String] {
    character.utf8.count < longestLine ? [String(character)] : character.unicodeScalars.map { String($0) }
  }

  /// A TEXT value (3.3.11).
  static func escaped(_ text: String) -> String {
    var written: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): written += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): written += "\\n".utf8
      default: written.append(byte)
      }
      previous = byte
    }
    return String(decoding: written, as: UTF8.self)
  }
}
