extension BidirectionalCollection<UInt8> {
  /// The bytes of a text without spaces, tabs and newlines at its ends.
  func trimmingSpaces() -> SubSequence {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}

extension Substring {
  /// The text without spaces, tabs and newlines at its ends.
  package func trimmingSpaces() -> Substring {
    Substring(utf8.trimmingSpaces())
  }
}

extension String {
  /// The text without spaces, tabs and newlines at its ends.
  package func trimmingSpaces() -> Substring {
    self[...].trimmingSpaces()
  }
}
