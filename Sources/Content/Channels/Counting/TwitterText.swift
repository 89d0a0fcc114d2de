/// The weighted count of X, after twitter-text with `config/v3.json` (commit 30e2430, 2021-10-21).
enum TwitterText {
  /// What one link counts, whatever its length (`transformedURLLength`).
  static let linkLength = 23

  /// The weighted length: NFC first, a link 23, an emoji sequence 2, other scalars 1 or 2.
  ///
  /// Nil `linkLength` counts links as they are shown.
  static func weightedLength(of text: String, linkLength: Int? = linkLength) -> Int {
    if let length = plainASCIILength(of: text) { return length }
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

  /// The length of a text in which nothing can be a link or an emoji: ASCII in which no dot touches a letter behind it.
  private static func plainASCIILength(of text: String) -> Int? {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      guard byte < 0x80, previous != 0x2E || byte < 0x30 else { return nil }
      previous = byte
    }
    return text.utf8.count
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
