/// The bytes of a file as text: every reader of Daybook takes them through here.
package enum SourceText {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let newline = UInt8(ascii: "\n")

  /// Reads UTF-8; a byte order mark is dropped, and CRLF and CR become LF.
  ///
  /// - Throws: ``SourceTextError`` with line and column, for bytes that are not UTF-8 and for NUL.
  package static func decode(_ bytes: some Collection<UInt8>) throws(SourceTextError) -> String {
    var source = (bytes as? [UInt8]) ?? Array(bytes)
    if source.starts(with: byteOrderMark) { source.removeFirst(byteOrderMark.count) }
    if let nul = source.firstIndex(of: 0) {
      throw SourceTextError(problem: .nul, position: position(of: nul, in: source))
    }
    let lines = source.contains(carriageReturn) ? withPlainNewlines(source) : source
    if let text = String(validating: lines, as: UTF8.self) { return text }
    let offset = lengthOfValidPart(of: lines)
    throw SourceTextError(
      problem: .invalidUTF8(offset < lines.count ? lines[offset] : 0), position: position(of: offset, in: lines))
  }

  private static func withPlainNewlines(_ source: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(source.count)
    var isAfterReturn = false
    for byte in source {
      if byte == carriageReturn {
        lines.append(newline)
      } else if byte != newline || !isAfterReturn {
        lines.append(byte)
      }
      isAfterReturn = byte == carriageReturn
    }
    return lines
  }

  private static func lengthOfValidPart(of bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
    return length
  }

  private static func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let before = bytes[..<offset]
    let start = before.lastIndex { $0 == newline || $0 == carriageReturn }.map { $0 + 1 } ?? 0
    let returns = before.indices.count {
      before[$0] == carriageReturn && ($0 + 1 == bytes.count || bytes[$0 + 1] != newline)
    }
    let line = 1 + returns + before.count { $0 == newline }
    return SourcePosition(line: line, column: String(decoding: bytes[start..<offset], as: UTF8.self).count + 1)
  }
}
