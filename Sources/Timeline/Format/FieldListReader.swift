/// Reads a bullet list as `key: value` items.
struct FieldListReader {
  /// The items of a list; nil where one of them does not look like a field.
  static func items(of chunk: MarkdownChunk, in bytes: [UInt8]) -> [EntryFields.Item]? {
    guard case .list(let mark) = chunk.kind, mark != UInt8(ascii: "."), mark != UInt8(ascii: ")") else { return nil }
    let reader = ChunkReader(Array(bytes[chunk.range]), firstLine: chunk.position.line)
    var lines = reader.lines
    var items: [EntryFields.Item] = []
    var isAfterBlank = false
    while let line = lines.next {
      lines.advance()
      if line.isBlank {
        isAfterBlank = true
      } else if line.indent < 2, let marker = reader.listMarker(line) {
        guard let item = item(reader.bytes[marker.content..<line.end], line: line, column: marker.content - line.start)
        else { return nil }
        items.append(item)
        isAfterBlank = false
      } else if let last = items.indices.last {
        items[last].append(
          String(decoding: reader.bytes[line.content..<line.end], as: UTF8.self), isAfterBlank: isAfterBlank)
        isAfterBlank = false
      }
    }
    return items
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
      key: String(decoding: bytes[..<colon], as: UTF8.self).lowercased(),
      value: String(String(decoding: behind, as: UTF8.self).trimmingSpaces()),
      position: SourcePosition(line: line.number, column: column + 1))
  }
}

extension EntryFields.Item {
  /// Adds a line that continues the value; a backslash at the end of a line keeps the break.
  fileprivate mutating func append(_ line: String, isAfterBlank: Bool) {
    let words = line.trimmingSpaces()
    if isAfterBlank {
      value += "\n\n" + words
    } else if value.hasSuffix("\\") {
      value = value.dropLast() + "\n" + words
    } else {
      value += (value.isEmpty ? "" : " ") + words
    }
  }
}
