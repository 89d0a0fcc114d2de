internal import Mustache

/// Escapes what a template puts between the quotes of a JSON string (RFC 8259, section 7).
struct JSONContentType: MustacheContentType {
  /// The name in a template's pragma.
  static let name = "JSON"

  /// Makes the content type known to the template engine; done once.
  static let isRegistered: Bool = {
    MustacheContentTypes.register(JSONContentType(), named: name)
    return true
  }()

  func escapeText(_ text: String) -> String {
    Self.escape(text)
  }

  /// U+2028 and U+2029 are escaped as well: older JavaScript takes them for line ends.
  static func escape(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case 0x22, 0x5C: escaped += [0x5C, byte]
      case 0x0A: escaped += [0x5C, 0x6E]
      case 0x0D: escaped += [0x5C, 0x72]
      case 0x09: escaped += [0x5C, 0x74]
      case 0..<0x20: escaped += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: escaped.append(byte)
      }
    }
    let whole = String(decoding: escaped, as: UTF8.self)
    guard escaped.contains(0xE2) else { return whole }
    return whole.unicodeScalars.reduce(into: "") { clean, scalar in
      switch scalar.value {
      case 0x2028: clean += "\\u2028"
      case 0x2029: clean += "\\u2029"
      default: clean.unicodeScalars.append(scalar)
      }
    }
  }
}
