/// The start of a list item.
struct ListMarker {
  /// `-`, `+`, `*`, or what stands behind a number.
  var mark: UInt8
  /// The number of an ordered item; nil for a bullet.
  var number: Int?
  /// The column that the item's content begins at.
  var contentIndent: Int
  /// The offset of the content.
  var content: Int
  /// Nothing stands behind the marker.
  var isEmpty: Bool

  var isBullet: Bool { number == nil }
}

extension ChunkReader {
  mutating func quote(from first: SourceLine) -> MarkdownChunk {
    var end = first.end
    var isParagraph = hasQuotedText(first)
    lines.advance()
    while let line = lines.next, !line.isBlank {
      if line.indent < 4, bytes[line.content] == UInt8(ascii: ">") {
        isParagraph = hasQuotedText(line)
      } else if !isParagraph || interruptsParagraph(line) {
        break
      }
      end = line.end
      lines.advance()
    }
    return chunk(.quote, from: first, to: end)
  }

  /// Whether a quoted line may be continued by one without `>` (CommonMark 5.1, laziness).
  private func hasQuotedText(_ line: SourceLine) -> Bool {
    var index = line.content
    while index < line.end {
      switch bytes[index] {
      case UInt8(ascii: ">"), UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "#"): return false
      default: return true
      }
    }
    return false
  }

  mutating func list(from first: SourceLine, _ marker: ListMarker) -> MarkdownChunk {
    var end = first.end
    var contentIndent = marker.contentIndent
    var isAfterBlank = false
    var isInFence = false
    lines.advance()
    while let line = lines.next {
      if line.isBlank {
        isAfterBlank = true
        lines.advance()
        continue
      }
      if line.indent >= contentIndent {
        if fence(line) != nil { isInFence.toggle() }
      } else if let item = listMarker(line), item.mark == marker.mark, !isThematicBreak(line) {
        contentIndent = item.contentIndent
        isInFence = false
      } else if isAfterBlank || isInFence || interruptsParagraph(line) {
        break
      }
      isAfterBlank = false
      end = line.end
      lines.advance()
    }
    return chunk(.list(marker: marker.mark), from: first, to: end)
  }

  /// The list item that a line begins (CommonMark 5.2).
  func listMarker(_ line: SourceLine) -> ListMarker? {
    guard line.indent < 4, line.content < line.end else { return nil }
    var index = line.content
    var number: Int?
    while index < line.end, index - line.content < 9, (48...57).contains(bytes[index]) {
      number = (number ?? 0) * 10 + Int(bytes[index] - 48)
      index += 1
    }
    guard index < line.end else { return nil }
    let mark = bytes[index]
    let fits = number == nil ? "-+*".utf8.contains(mark) : ".)".utf8.contains(mark)
    guard fits else { return nil }
    index += 1
    let width = line.indent + index - line.content
    var content = index
    while content < line.end, bytes[content] == UInt8(ascii: " ") || bytes[content] == UInt8(ascii: "\t") {
      content += 1
    }
    guard content > index || content == line.end else { return nil }
    let isEmpty = content == line.end
    let spaces = bytes[index..<content].contains(UInt8(ascii: "\t")) ? 1 : content - index
    return ListMarker(
      mark: mark, number: number, contentIndent: width + (isEmpty || spaces > 4 ? 1 : spaces), content: content,
      isEmpty: isEmpty)
  }
}
