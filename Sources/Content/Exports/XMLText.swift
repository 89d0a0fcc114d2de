/// Words as XML text or as an attribute in double quotes.
enum XMLText {
  /// Escapes what means something in XML 1.0, and leaves out the characters that it does not have (2.2).
  static func escaped(_ text: String) -> String {
    let needsCleaning = text.unicodeScalars.contains { !isAllowed($0) }
    guard needsCleaning else { return HTMLText.escaped(text) }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isAllowed(scalar) { clean.append(scalar) }
    return HTMLText.escaped(String(clean))
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// An element with words in it; nothing for nil.
  static func element(_ name: String, _ words: String?, attributes: String = "") -> String? {
    words.map { "<\(name)\(attributes)>\(escaped($0))</\(name)>" }
  }
}
