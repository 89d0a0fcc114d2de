/// Words as HTML text or as an attribute in double quotes.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    let needsEscape = text.utf8.contains { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }
    guard needsEscape else { return text }
    var written: [UInt8] = []
    written.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): written += "&amp;".utf8
      case UInt8(ascii: "<"): written += "&lt;".utf8
      case UInt8(ascii: ">"): written += "&gt;".utf8
      case UInt8(ascii: "\""): written += "&quot;".utf8
      case UInt8(ascii: "'"): written += "&#39;".utf8
      default: written.append(byte)
      }
    }
    return String(decoding: written, as: UTF8.self)
  }
}
