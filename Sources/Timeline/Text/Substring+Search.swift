// Searches byte by byte. The library's go by characters, know that é can be written in two ways, and take some fifty
// times as long; for marks such as `-->` that is wasted.
extension Substring {
  /// Where the bytes of `part` occur first.
  package func firstRange(ofExactly part: String) -> Range<Index>? {
    guard let offset = utf8Span.span.firstOffset(of: part.utf8Span.span) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: part.utf8.count)
  }

  /// Where the bytes of `part` occur for the last time.
  package func lastRange(ofExactly part: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self
    while let range = rest.firstRange(ofExactly: part) {
      found = range
      rest = rest[range.upperBound...]
    }
    return found
  }

  /// Whether the bytes of `part` occur.
  package func contains(exactly part: String) -> Bool {
    utf8Span.span.firstOffset(of: part.utf8Span.span) != nil
  }
}

extension String {
  /// Where the bytes of `part` occur first.
  package func firstRange(ofExactly part: String) -> Range<Index>? {
    self[...].firstRange(ofExactly: part)
  }

  /// Whether the bytes of `part` occur.
  package func contains(exactly part: String) -> Bool {
    self[...].contains(exactly: part)
  }
}

extension Span<UInt8> {
  /// How many bytes stand before the first occurrence of `part`; nil where there is none or `part` is empty.
  func firstOffset(of part: Span<UInt8>) -> Int? {
    guard !part.isEmpty, part.count <= count else { return nil }
    let first = part[0]
    for offset in 0...(count - part.count) where self[offset] == first {
      var length = 1
      while length < part.count, self[offset + length] == part[length] { length += 1 }
      if length == part.count { return offset }
    }
    return nil
  }
}
