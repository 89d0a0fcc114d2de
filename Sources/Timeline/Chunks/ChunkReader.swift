/// Parts a Markdown text into its top-level blocks, by CommonMark's rules for how blocks begin and end (0.29, 3 to 5).
///
/// Only block starts are looked at; what is inside a block is left to whoever reads it. The work is linear in the text.
struct ChunkReader {
  var lines: SourceLines

  init(_ bytes: [UInt8], firstLine: Int) {
    lines = SourceLines(bytes, firstLine: firstLine)
  }

  var bytes: [UInt8] { lines.bytes }

  /// The next block, or nil at the end of the text.
  mutating func chunk() -> MarkdownChunk? {
    while let line = lines.next {
      if !line.isBlank { return chunk(from: line) }
      lines.advance()
    }
    return nil
  }

  private mutating func chunk(from line: SourceLine) -> MarkdownChunk {
    if line.indent >= 4 { return indentedCode(from: line) }
    if let level = headingLevel(line) {
      lines.advance()
      return chunk(.heading(level: level), from: line, to: line.end, content: headingText(line, level: level))
    }
    if let fence = fence(line) { return fencedCode(from: line, fence) }
    if bytes[line.content] == UInt8(ascii: ">") { return quote(from: line) }
    if isThematicBreak(line) {
      lines.advance()
      return chunk(.thematicBreak, from: line, to: line.end)
    }
    if let marker = listMarker(line) { return list(from: line, marker) }
    if let end = htmlEnd(line) { return html(from: line, end) }
    return paragraph(from: line)
  }

  func chunk(
    _ kind: MarkdownChunk.Kind, from line: SourceLine, to end: Int, content: Range<Int>? = nil, isUnclosed: Bool = false
  ) -> MarkdownChunk {
    MarkdownChunk(
      kind: kind, range: line.start..<end, content: content ?? line.start..<end,
      position: SourcePosition(line: line.number), isUnclosed: isUnclosed)
  }

  /// Whether a line ends a paragraph by beginning another block (CommonMark 4.8).
  func interruptsParagraph(_ line: SourceLine) -> Bool {
    guard line.indent < 4 else { return false }
    switch bytes[line.content] {
    case UInt8(ascii: "#"): return headingLevel(line) != nil
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return fence(line) != nil
    case UInt8(ascii: "<"): return htmlEnd(line)?.interruptsParagraph ?? false
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      if isThematicBreak(line) { return true }
      guard let marker = listMarker(line), !marker.isEmpty else { return false }
      return marker.isBullet || marker.number == 1
    default: return false
    }
  }
}

// MARK: - Paragraphs, headings and code

extension ChunkReader {
  private mutating func paragraph(from first: SourceLine) -> MarkdownChunk {
    var last = first
    var hasHashLine = beginsWithHash(first)
    lines.advance()
    while let line = lines.next, !line.isBlank {
      if let level = underlineLevel(line) {
        lines.advance()
        return chunk(.heading(level: level), from: first, to: line.end, content: first.content..<last.end)
      }
      if interruptsParagraph(line) { break }
      hasHashLine = hasHashLine || beginsWithHash(line)
      last = line
      lines.advance()
    }
    var paragraph = chunk(.paragraph, from: first, to: last.end)
    paragraph.hasHashLine = hasHashLine
    return paragraph
  }

  /// Whether a line begins with a hash mark, perhaps behind a sign that nobody sees: a byte order mark, a space that does
  /// not break or has no width.
  private func beginsWithHash(_ line: SourceLine) -> Bool {
    let first = bytes[line.content]
    guard first == 0xEF || first == 0xE2 || first == 0xC2 else { return first == UInt8(ascii: "#") }
    let start = bytes[line.content..<min(line.content + 4, line.end)]
    return ["\u{FEFF}#", "\u{A0}#", "\u{200B}#"].contains { start.starts(with: $0.utf8) }
  }

  private mutating func indentedCode(from first: SourceLine) -> MarkdownChunk {
    var end = first.end
    lines.advance()
    while let line = lines.next, line.isBlank || line.indent >= 4 {
      if !line.isBlank { end = line.end }
      lines.advance()
    }
    return chunk(.indentedCode, from: first, to: end)
  }

  private mutating func fencedCode(from first: SourceLine, _ opening: (mark: UInt8, length: Int)) -> MarkdownChunk {
    var end = first.end
    lines.advance()
    while let line = lines.next {
      end = line.end
      lines.advance()
      if line.indent < 4, !line.isBlank, isClosing(line, of: opening) {
        return chunk(.fence, from: first, to: end)
      }
    }
    return chunk(.fence, from: first, to: end, isUnclosed: true)
  }

  private func run(of mark: UInt8, at start: Int, before end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == mark { index += 1 }
    return index - start
  }

  private func isSpace(_ index: Int, before end: Int) -> Bool {
    index >= end || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
  }

  /// 1 to 6 for `#` to `######` and a space (CommonMark 4.2).
  func headingLevel(_ line: SourceLine) -> Int? {
    let level = run(of: UInt8(ascii: "#"), at: line.content, before: line.end)
    guard (1...6).contains(level), isSpace(line.content + level, before: line.end) else { return nil }
    return level
  }

  /// The heading's text without the marks before and behind it.
  private func headingText(_ line: SourceLine, level: Int) -> Range<Int> {
    let start = line.content + level
    var end = trimmed(start..<line.end).upperBound
    var hashes = end
    while hashes > start, bytes[hashes - 1] == UInt8(ascii: "#") { hashes -= 1 }
    if hashes < end, hashes <= start || isSpace(hashes - 1, before: end) { end = max(hashes, start) }
    return trimmed(start..<end)
  }

  /// A range without the spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(start, before: end) { start += 1 }
    while end > start, isSpace(end - 1, before: end) { end -= 1 }
    return start..<end
  }

  /// 1 for a line of `=`, 2 for a line of `-` (CommonMark 4.3).
  private func underlineLevel(_ line: SourceLine) -> Int? {
    let mark = bytes[line.content]
    guard line.indent < 4, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
    let text = trimmed(line.content..<line.end)
    guard run(of: mark, at: text.lowerBound, before: text.upperBound) == text.count else { return nil }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  /// The opening line of fenced code (CommonMark 4.5).
  func fence(_ line: SourceLine) -> (mark: UInt8, length: Int)? {
    let mark = bytes[line.content]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = run(of: mark, at: line.content, before: line.end)
    guard length >= 3 else { return nil }
    let info = bytes[(line.content + length)..<line.end]
    return mark == UInt8(ascii: "`") && info.contains(mark) ? nil : (mark, length)
  }

  private func isClosing(_ line: SourceLine, of opening: (mark: UInt8, length: Int)) -> Bool {
    let text = trimmed(line.content..<line.end)
    return text.count >= opening.length
      && run(of: opening.mark, at: text.lowerBound, before: text.upperBound) == text.count
  }

  /// Three or more of `-`, `*` or `_` and nothing else but spaces (CommonMark 4.1).
  func isThematicBreak(_ line: SourceLine) -> Bool {
    let mark = bytes[line.content]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    var count = 0
    for index in line.content..<line.end {
      if bytes[index] == mark {
        count += 1
      } else if !isSpace(index, before: line.end) {
        return false
      }
    }
    return count >= 3
  }
}
