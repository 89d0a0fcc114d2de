/// One line of a text that is read as bytes.
struct SourceLine {
  /// The offset of its first byte.
  var start: Int
  /// The offset behind its last byte, without the newline.
  var end: Int
  /// The offset of the first byte that is neither space nor tab; ``end`` for a blank line.
  var content: Int
  /// The column of ``content``, from 0; a tab goes to the next multiple of 4 (CommonMark 2.2).
  var indent: Int
  /// The number of the line in its file, from 1.
  var number: Int

  var isBlank: Bool { content == end }
}

/// The lines of a text, one after the other, with the next one in view.
struct SourceLines {
  let bytes: [UInt8]
  /// The line that is not yet taken; nil at the end of the text.
  private(set) var next: SourceLine?
  private var offset = 0
  private var number: Int

  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    number = firstLine - 1
    advance()
  }

  mutating func advance() {
    guard offset < bytes.count else {
      next = nil
      return
    }
    number += 1
    let start = offset
    var content = start
    var indent = 0
    while content < bytes.count {
      if bytes[content] == UInt8(ascii: " ") {
        indent += 1
      } else if bytes[content] == UInt8(ascii: "\t") {
        indent += 4 - indent % 4
      } else {
        break
      }
      content += 1
    }
    var end = content
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    offset = end + 1
    next = SourceLine(start: start, end: end, content: content, indent: indent, number: number)
  }
}
