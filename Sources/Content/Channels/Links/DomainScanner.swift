/// Finds domains that end in a known top-level domain.
struct DomainScanner {
  let scalars: Scalars

  init(_ scalars: Scalars) {
    self.scalars = scalars
  }

  /// The longest label and the longest name that DNS takes (RFC 1035, 2.3.4).
  private static let longestLabel = 63
  private static let longestName = 253

  /// Whether DNS could know a domain of any script: its labels in Punycode are short enough.
  func isKnowable(_ range: Range<Int>) -> Bool {
    var length = -1
    for label in scalars[range].split(separator: UInt32(ascii: "."), omittingEmptySubsequences: false) {
      guard let encoded = Punycode.encodedLength(of: label), encoded <= Self.longestLabel else { return false }
      length += encoded + 1
    }
    return length <= Self.longestName
  }

  /// The end of the longest domain that begins at `start`; nil when no label is a known top-level domain.
  func end(from start: Int, to limit: Int) -> Int? {
    var labelStart = start
    var mayCarryDomain = false
    var found: Int?
    while labelStart < limit {
      if mayCarryDomain, let end = topLevelDomainEnd(from: labelStart, to: limit) { found = end }
      var labelEnd = labelStart
      while labelEnd < limit, scalars[labelEnd] != UInt32(ascii: ".") { labelEnd += 1 }
      guard isLabel(labelStart..<labelEnd) else { break }
      // A label with a low line can only be a subdomain, so that no top-level domain may follow it.
      mayCarryDomain = !scalars[labelStart..<labelEnd].contains(UInt32(ascii: "_"))
      labelStart = labelEnd + 1
    }
    return found
  }

  private func isLabel(_ range: Range<Int>) -> Bool {
    guard let first = scalars[range].first, let last = scalars[range].last else { return false }
    return LinkCharacters.isDomain(first) && LinkCharacters.isDomain(last)
  }

  /// The end of a top-level domain that begins at `start` and is not run into by a letter, a digit, `@`, `+` or `-`.
  private func topLevelDomainEnd(from start: Int, to limit: Int) -> Int? {
    var end = start
    while end < limit, scalars[end].isASCIIAlphanumeric || (end > start && scalars[end] == 0x2D) { end += 1 }
    if end > start {
      let next = end < scalars.count ? scalars[end] : 0x20
      return next != 0x40 && next != 0x2B && TopLevelDomains.contains(scalars[start..<end]) ? end : nil
    }
    while end < limit, scalars[end] > 0x7F { end += 1 }
    while end > start {
      let next = end < scalars.count ? scalars[end] : 0x20
      let isFree = !next.isASCIIAlphanumeric && next != 0x40 && next != 0x2B && next != 0x2D
      if isFree, TopLevelDomains.contains(scalars[start..<end]) { return end }
      end -= 1
    }
    return nil
  }

  /// The domains of ASCII and accented Latin letters inside a domain of any script (`validAsciiDomain`).
  func asciiDomains(in range: Range<Int>) -> [Range<Int>] {
    var domains: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      guard isPlain(scalars[start]) else {
        start += 1
        continue
      }
      if let end = asciiDomainEnd(from: start, to: range.upperBound) {
        domains.append(start..<end)
        start = end
      } else {
        while start < range.upperBound, isPlain(scalars[start]) { start += 1 }
      }
    }
    return domains
  }

  private func isPlain(_ scalar: UInt32) -> Bool {
    scalar.isASCIIAlphanumeric || scalar == 0x2D || LinkCharacters.isLatinAccent(scalar)
  }

  private func asciiDomainEnd(from start: Int, to limit: Int) -> Int? {
    var index = start
    var found: Int?
    while index < limit {
      let labelStart = index
      if labelStart > start, let end = topLevelDomainEnd(from: labelStart, to: limit) { found = end }
      while index < limit, isPlain(scalars[index]) { index += 1 }
      guard index > labelStart, index < limit, scalars[index] == UInt32(ascii: ".") else { break }
      index += 1
    }
    return found
  }
}
