/// Reads a bullet list as `key: value` items.
struct FieldListReader {
  /// The items of a list; nil where one of them does not look like a field.
  static func items(of chunk: MarkdownChunk, in bytes: [UInt8]) -> [EntryFields.Item]? {
    guard case .list(let mark) = chunk.kind, mark != UInt8(ascii: "."), mark != UInt8(ascii: ")") else { return nil }
    let reader = ChunkReader(Array(bytes[chunk.range]), firstLine: chunk.position.line)
    var lines = reader.lines
    var items: [EntryFields.Item] = []
    var value: [String] = []
    func finishValue() {
      guard let last = items.indices.last else { return }
      items[last].value = joined(value)
    }
    while let line = lines.next {
      lines.advance()
      if line.isBlank {
        value.append("")
      } else if line.indent < 2, let marker = reader.listMarker(line) {
        finishValue()
        guard let item = item(reader.bytes[marker.content..<line.end], line: line, column: marker.content - line.start)
        else { return nil }
        items.append(item)
        value = [item.value]
      } else {
        value.append(String(String(decoding: reader.bytes[line.content..<line.end], as: UTF8.self).trimmingSpaces()))
      }
    }
    finishValue()
    return items
  }

  /// The lines of a value as one text: a backslash at the end of a line keeps the break, empty lines part paragraphs.
  private static func joined(_ lines: [String]) -> String {
    var text = ""
    var isAfterBlank = false
    for line in lines {
      guard !line.isEmpty else {
        isAfterBlank = true
        continue
      }
      if text.isEmpty {
        text = line
      } else if isAfterBlank {
        text += "\n\n" + line
      } else if text.utf8.last == UInt8(ascii: "\\") {
        text.removeLast()
        text += "\n" + line
      } else {
        text += " " + line
      }
      isAfterBlank = false
    }
    return text
  }

  private static func item(_ bytes: ArraySlice<UInt8>, line: SourceLine, column: Int) -> EntryFields.Item? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex else { return nil }
    let isKey = bytes[..<colon].allSatisfy { byte in
      (97...122).contains(byte | 0x20) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
    let behind = bytes[(colon + 1)...]
    guard isKey, behind.isEmpty || behind.first == UInt8(ascii: " ") || behind.first == UInt8(ascii: "\t") else {
      return nil
    }
    return EntryFields.Item(
      key: String(decoding: bytes[..<colon].map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self),
      value: String(String(decoding: behind, as: UTF8.self).trimmingSpaces()),
      position: SourcePosition(line: line.number, column: column + 1))
  }
}
