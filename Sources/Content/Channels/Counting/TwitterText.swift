/// The weighted count of X, after twitter-text with `config/v3.json` (commit 30e2430, 2021-10-21).
enum TwitterText {
  /// What one link counts, whatever its length (`transformedURLLength`).
  static let linkLength = 23

  /// The weighted length: NFC first, a link 23, an emoji sequence 2, other scalars 1 or 2.
  ///
  /// Nil `linkLength` counts links as they are shown. Neither a link nor an emoji nor a composed character has a blank or
  /// a line feed in it, so that words are counted apart, and few need a close look.
  static func weightedLength(of text: String, linkLength: Int? = linkLength) -> Int {
    let bytes = text.utf8Span.span
    var length = 0
    var index = 0
    var previous: UInt8 = 0
    // Where the word begins, and what is in front of it.
    var word = (start: 0, length: 0)
    while index < bytes.count {
      let byte = bytes[index]
      if let plain = plainScalar(at: index, of: bytes, behind: previous) {
        length += plain.weight
        index += plain.bytes
      } else {
        while index < bytes.count, !isGap(bytes[index]) { index += 1 }
        let start = text.utf8.index(text.startIndex, offsetBy: word.start)
        let end = text.utf8.index(text.startIndex, offsetBy: index)
        length = word.length + closeLength(of: String(text[start..<end]), linkLength: linkLength)
      }
      previous = byte
      if isGap(byte) { word = (index, length) }
    }
    return length
  }

  /// The weighted length of a text of which nothing is known.
  static func closeLength(of text: String, linkLength: Int?) -> Int {
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

  private static func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  /// The bytes and the weight of a scalar that can neither make a link nor an emoji and is in Normalization Form C.
  ///
  /// Such are Latin letters and typographic signs, but for what touches a dot in front of it and may begin a top-level
  /// domain: nil for that and for all other scalars.
  @inline(__always)
  private static func plainScalar(
    at index: Int, of text: Span<UInt8>, behind previous: UInt8
  ) -> (bytes: Int, weight: Int)? {
    let byte = text[index]
    guard previous != 0x2E || byte < 0x3A else { return nil }
    switch byte {
    case 0..<0x80: return (1, 1)
    // U+00A9 and U+00AE may be emoji; beyond U+02FF are combining marks.
    case 0xC2 where text[index + 1] != 0xA9 && text[index + 1] != 0xAE: return (2, 1)
    case 0xC3...0xCB: return (2, 1)
    // U+2020 to U+2027 weigh 2.
    case 0xE2 where text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2]):
      return (3, text[index + 2] > 0x9F ? 2 : 1)
    default: return nil
    }
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
