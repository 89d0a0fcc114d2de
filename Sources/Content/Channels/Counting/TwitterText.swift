/// The weighted count of X, after twitter-text with `config/v3.json` (commit 30e2430, 2021-10-21).
enum TwitterText {
  /// What one link counts, whatever its length (`transformedURLLength`).
  static let linkLength = 23

  /// The weighted length: NFC first, a link 23, an emoji sequence 2, other scalars 1 or 2.
  ///
  /// Nil `linkLength` counts links as they are shown.
  static func weightedLength(of text: String, linkLength: Int? = linkLength) -> Int {
    if let length = plainLength(of: text) { return length }
    let scalars = text.normalizedScalarValues
    guard let linkLength else { return weightedLength(of: scalars, in: 0..<scalars.count) }
    var length = 0
    var index = 0
    for link in LinkScanner(scalars, takesBareDomains: true).links() {
      length += weightedLength(of: scalars, in: index..<link.lowerBound) + linkLength
      index = link.upperBound
    }
    return length + weightedLength(of: scalars, in: index..<scalars.count)
  }

  /// The length of a text in which nothing can be a link or an emoji, and which is in Normalization Form C: Latin
  /// letters and typographic signs, and no dot that touches a letter behind it, with which every top-level domain begins.
  private static func plainLength(of text: String) -> Int? {
    let bytes = text.utf8Span.span
    var length = 0
    var previous: UInt8 = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard previous != 0x2E || byte < 0x3A else { return nil }
      previous = byte
      length += 1
      switch byte {
      case 0..<0x80: index += 1
      // U+00A9 and U+00AE may be emoji; beyond U+02FF are combining marks.
      case 0xC2 where bytes[index + 1] != 0xA9 && bytes[index + 1] != 0xAE: index += 2
      case 0xC3...0xCB: index += 2
      case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]):
        // U+2020 to U+2027 weigh 2.
        if bytes[index + 2] > 0x9F { length += 1 }
        index += 3
      default: return nil
      }
    }
    return length
  }

  private static func weightedLength(of scalars: Scalars, in range: Range<Int>) -> Int {
    var length = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = EmojiSequence.end(in: scalars, from: index, to: range.upperBound) {
        length += 2
        index = end
      } else {
        length += isLight(scalars[index]) ? 1 : 2
        index += 1
      }
    }
    return length
  }

  /// Whether a scalar has weight 1 (`ranges` of v3.json).
  private static func isLight(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: true
    default: false
    }
  }
}
