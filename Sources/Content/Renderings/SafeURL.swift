/// Which links may leave in a rendering.
enum SafeURL {
  private static let linkSchemes: Set = ["http", "https", "mailto"]

  /// Whether a reader of an e-mail can follow the link: an absolute one of a harmless scheme.
  static func isLink(_ url: String) -> Bool {
    scheme(of: url).map(linkSchemes.contains) ?? false
  }

  /// Whether a picture may be loaded from there: over HTTP(S), or from a file beside the draft.
  static func isPicture(_ url: String) -> Bool {
    guard let scheme = scheme(of: url) else { return !url.isEmpty && !url.hasPrefix("//") }
    return scheme == "http" || scheme == "https"
  }

  /// The scheme in lower case (RFC 3986, 3.1); nil for a relative reference.
  ///
  /// Blanks and controls are skipped, as browsers do.
  private static func scheme(of url: String) -> String? {
    let bytes = url.utf8.filter { $0 > 0x20 }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = bytes[..<colon]
    guard !scheme.contains(where: { [0x2F, 0x3F, 0x23].contains($0) }) else { return nil }
    return String(decoding: scheme, as: UTF8.self).lowercased()
  }

  /// An address as it may stand in HTML: what RFC 3986 does not allow in one is percent-encoded.
  static func written(_ url: String) -> String {
    guard url.utf8.contains(where: { !isAllowed($0) }) else { return url }
    var written: [UInt8] = []
    for byte in url.utf8 {
      if isAllowed(byte) {
        written.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        written += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: written, as: UTF8.self)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }
}
