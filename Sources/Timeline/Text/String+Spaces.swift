extension Substring {
  /// The text without spaces, tabs and newlines at its ends.
  package func trimmingSpaces() -> Substring {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = utf8.firstIndex(where: { !isSpace($0) }),
      let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return self[endIndex...] }
    return self[first..<utf8.index(after: last)]
  }
}

extension String {
  /// The text without spaces, tabs and newlines at its ends.
  package func trimmingSpaces() -> Substring {
    self[...].trimmingSpaces()
  }
}
