extension Substring {
  /// Where a mark such as `-->` occurs first, byte by byte; the library's search goes by characters and takes some
  /// fifty times as long.
  package func firstRange(ofMark mark: String) -> Range<Index>? {
    guard let offset = utf8Span.span.firstOffset(of: mark.utf8Span.span) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: mark.utf8.count)
  }

  /// Whether a mark such as `-->` occurs, byte by byte.
  package func hasMark(_ mark: String) -> Bool {
    utf8Span.span.firstOffset(of: mark.utf8Span.span) != nil
  }
}

extension String {
  /// Where a mark such as `-->` occurs first, byte by byte.
  package func firstRange(ofMark mark: String) -> Range<Index>? {
    self[...].firstRange(ofMark: mark)
  }

  /// Whether a mark such as `-->` occurs, byte by byte.
  package func hasMark(_ mark: String) -> Bool {
    utf8Span.span.firstOffset(of: mark.utf8Span.span) != nil
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
