/// The scheme of a link's target.
enum URLScheme {
  /// What links may use.
  static let allowed: Set = ["http", "https", "mailto"]

  /// The scheme in lower case, or nil for a relative target (RFC 3986, 3.1).
  ///
  /// Spaces and control characters are passed over, as browsers do (WHATWG URL, 4.4): `java\nscript:` is a script.
  static func of(_ target: String) -> String? {
    if target.hasPrefix("//") { return "https" }
    var scheme = ""
    for byte in target.utf8 {
      switch byte {
      case ...0x20: continue
      case UInt8(ascii: ":"): return scheme.isEmpty ? nil : scheme
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        scheme.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard !scheme.isEmpty else { return nil }
        scheme.unicodeScalars.append(Unicode.Scalar(byte))
      default: return nil
      }
    }
    return nil
  }
}
