/// Reads a bullet list as `key: value` items.
struct FieldListReader {
  /// The items of a list; nil where one of them does not look like a field.
  static func items(of chunk: MarkdownChunk, in bytes: [UInt8]) -> [EntryFields.Item]? {
    guard case .list(let mark) = chunk.kind, mark != UInt8(ascii: "."), mark != UInt8(ascii: ")") else { return nil }
    let reader = ChunkReader(Array(bytes[chunk.range]), firstLine: chunk.position.line)
    var lines = reader.lines
    var items: [EntryFields.Item] = []
    // The lines of the last item behind its first.
    var rest: [String] = []
    func finishValue() {
      guard !rest.isEmpty, let last = items.indices.last else { return }
      items[last].value = joined([items[last].value] + rest)
      rest = []
    }
    while let line = lines.next {
      lines.advance()
      if line.isBlank {
        rest.append("")
      } else if line.indent < 2, let marker = reader.listMarker(line) {
        finishValue()
        guard let item = item(reader.bytes[marker.content..<line.end], line: line, column: marker.content - line.start)
        else { return nil }
        items.append(item)
      } else {
        rest.append(text(reader.bytes[line.content..<line.end]))
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
      key: String(decoding: bytes[..<colon], as: UTF8.self).lowercased(), value: text(behind),
      position: SourcePosition(line: line.number, column: column + 1))
  }

  /// A line without the spaces at its ends.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.trimmingSpaces(), as: UTF8.self)
  }
}
