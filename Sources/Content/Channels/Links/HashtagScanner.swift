/// Finds the hashtags in a text.
enum HashtagScanner {
  /// The ranges of the hashtags that X would link, `#` included.
  ///
  /// After `validHashtag.js` and `extractHashtagsWithIndices.js` of twitter-text (commit 30e2430): letters, marks,
  /// digits and some signs, at least one of them a letter or a mark, not right behind another of these or `&`, and not
  /// inside a link.
  static func hashtags(in scalars: Scalars) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let start = scalars[index...].firstIndex(where: isHash) {
      index = start + 1
      guard start == 0 || mayPrecede(scalars[start - 1]) else { continue }
      guard index < scalars.count, scalars[index] != 0xFE0F, scalars[index] != 0x20E3 else { continue }
      var end = index
      while end < scalars.count, isInside(scalars[end]) { end += 1 }
      guard scalars[index..<end].contains(where: isLetterOrMark) else { continue }
      index = end
      if mayFollow(scalars[end...]) { found.append(start..<end) }
    }
    guard !found.isEmpty, scalars.contains(0x2E) else { return found }
    let links = LinkScanner(scalars, takesBareDomains: true).links()
    return found.filter { tag in !links.contains { $0.overlaps(tag) } }
  }

  private static func isHash(_ scalar: UInt32) -> Bool { scalar == 0x23 || scalar == 0xFF03 }

  /// An emoji's style may precede, although it is a mark.
  private static func mayPrecede(_ scalar: UInt32) -> Bool {
    scalar == 0xFE0E || scalar == 0xFE0F || (!isInside(scalar) && scalar != 0x26)
  }

  private static func mayFollow(_ rest: ArraySlice<UInt32>) -> Bool {
    guard let next = rest.first else { return true }
    return !isHash(next) && !rest.starts(with: [0x3A, 0x2F, 0x2F])
  }

  private static func isInside(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar.isASCIIAlphanumeric || scalar == UInt32(ascii: "_") }
    if signs.contains(scalar) || isLetterOrMark(scalar) { return true }
    return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
  }

  private static func isLetterOrMark(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar.isASCIILetter }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Signs that count although they are neither letters nor digits (`hashtagSpecialChars.js`).
  private static let signs: Set<UInt32> = [
    0x200C, 0x200D, 0xA67E, 0x05BE, 0x05F3, 0x05F4, 0xFF5E, 0x301C, 0x309B, 0x309C, 0x30A0, 0x30FB, 0x3003, 0x0F0B,
    0x0F0C, 0xB7,
  ]
}
