/// Walks over a text and tries each kind of facet where one may begin.
struct BlueskyFacetScanner {
  private let scalars: Scalars
  /// The offset in bytes of each scalar, and of the end.
  private let offsets: [Int]

  init(_ text: String) {
    scalars = text.scalarValues
    var offset = 0
    var offsets = [0]
    for scalar in text.unicodeScalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
  }

  func facets() -> [BlueskyFacet] {
    var facets: [BlueskyFacet] = []
    var index = 0
    while index < scalars.count {
      let previous = index == 0 ? 0x20 : scalars[index - 1]
      if Self.isSpace(previous) || previous == UInt32(ascii: "("),
        let (end, feature) = facet(at: index, after: previous)
      {
        facets.append(BlueskyFacet(byteStart: offsets[index], byteEnd: offsets[end], feature: feature))
        index = end
      } else {
        index += 1
      }
    }
    return facets
  }

  private func facet(at start: Int, after previous: UInt32) -> (end: Int, feature: BlueskyFacet.Feature)? {
    switch scalars[start] {
    case UInt32(ascii: "@"): mention(at: start)
    case UInt32(ascii: "#"), 0xFF03: Self.isSpace(previous) ? tag(at: start) : nil
    case UInt32(ascii: "$"): cashtag(at: start)
    default: link(at: start)
    }
  }

  private func mention(at start: Int) -> (Int, BlueskyFacet.Feature)? {
    var end = self.end(from: start + 1) { $0.isASCIIAlphanumeric || $0 == 0x2E || $0 == 0x2D }
    while end > start + 1, !scalars[end - 1].isASCIIAlphanumeric { end -= 1 }
    let handle = text(start + 1..<end)
    guard handle.hasSuffix(".test") || isDomain(start + 1..<end) else { return nil }
    return (end, .mention(handle: handle))
  }

  private func link(at start: Int) -> (Int, BlueskyFacet.Feature)? {
    let run = start..<end(from: start) { !Self.isSpace($0) }
    let hasProtocol = LinkCharacters.protocols.contains { name in
      run.count > name.count && zip(scalars[run], name).allSatisfy { $0.loweredASCII == $1 }
    }
    if !hasProtocol {
      guard scalars[start].isASCIILetter else { return nil }
      let domain = start..<domainEnd(from: start)
      guard isDomain(domain) else { return nil }
    }
    var end = run.upperBound
    if end > start + 1, ".,;:!?".unicodeScalars.contains(where: { $0.value == scalars[end - 1] }) { end -= 1 }
    if scalars[end - 1] == UInt32(ascii: ")"), !scalars[start..<end].contains(UInt32(ascii: "(")) { end -= 1 }
    let address = text(start..<end)
    return (end, .link(uri: hasProtocol ? address : "https://" + address))
  }

  /// The end of letters and digits joined by single full stops.
  private func domainEnd(from start: Int) -> Int {
    var end = self.end(from: start, while: \.isASCIIAlphanumeric)
    while end + 1 < scalars.count, scalars[end] == 0x2E, scalars[end + 1].isASCIIAlphanumeric {
      end = self.end(from: end + 1, while: \.isASCIIAlphanumeric)
    }
    return end
  }

  private func isDomain(_ range: Range<Int>) -> Bool {
    guard let dot = scalars[range].lastIndex(of: UInt32(ascii: ".")), dot > range.lowerBound else { return false }
    return TopLevelDomains.contains(scalars[(dot + 1)..<range.upperBound])
  }

  /// A tag: at least one sign that is neither a digit nor punctuation, and none of the invisible ones.
  private func tag(at start: Int) -> (Int, BlueskyFacet.Feature)? {
    guard start + 1 < scalars.count, scalars[start + 1] != 0xFE0F else { return nil }
    var end = self.end(from: start + 1) { !Self.isSpace($0) && !Self.isInvisible($0) }
    guard scalars[(start + 1)..<end].contains(where: { !$0.isASCIIDigit && !Self.isPunctuation($0) }) else {
      return nil
    }
    while end > start + 1, Self.isPunctuation(scalars[end - 1]) { end -= 1 }
    let tag = text(start + 1..<end)
    return (1...64).contains(tag.count) ? (end, .tag(tag)) : nil
  }

  /// A cashtag: a letter and at most four more letters or digits, with nothing but a sign of the sentence behind them.
  private func cashtag(at start: Int) -> (Int, BlueskyFacet.Feature)? {
    let end = self.end(from: start + 1, while: \.isASCIIAlphanumeric)
    guard (1...5).contains(end - start - 1), scalars[start + 1].isASCIILetter else { return nil }
    let next = end < scalars.count ? scalars[end] : 0x20
    guard Self.isSpace(next) || ".,;:!?)\"'’".unicodeScalars.contains(where: { $0.value == next }) else { return nil }
    return (end, .tag("$" + text(start + 1..<end).uppercased()))
  }

  private func end(from start: Int, while isInside: (UInt32) -> Bool) -> Int {
    scalars[min(start, scalars.count)...].firstIndex { !isInside($0) } ?? scalars.count
  }

  private func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xFEFF || (Unicode.Scalar(scalar)?.properties.isWhitespace ?? false)
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || scalar == 0x2060 || (0x200A...0x200D).contains(scalar) || scalar == 0x20E2
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
