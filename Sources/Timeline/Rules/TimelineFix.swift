/// What `daybook check --fix` changes in a timeline: ids that are missing, and nothing else; what looks like an id stays.
package enum TimelineFix {
  /// The text with an id in every entry's heading; all other lines stay as they are.
  package static func fix(_ text: String, settings: TimelineSettings = TimelineSettings()) -> String {
    String(decoding: fixed(Array(text.utf8), insertions: insertions(in: text, settings: settings)), as: UTF8.self)
  }

  /// The same for the bytes of a file, whose byte order mark and line ends stay as they are.
  ///
  /// - Throws: ``SourceTextError``, where the bytes are no text.
  package static func fix(
    bytes: [UInt8], settings: TimelineSettings = TimelineSettings()
  ) throws(SourceTextError) -> [UInt8] {
    let text = try SourceText.decode(bytes)
    return fixed(bytes, insertions: insertions(in: text, settings: settings))
  }

  /// What to insert, by the line from 1 and the bytes before it in that line.
  private struct Insertion {
    var line: Int
    var offset: Int
    var text: String
  }

  private static func insertions(in text: String, settings: TimelineSettings) -> [Insertion] {
    let entries = TimelineReader.read(text, settings: settings).document.entries
    let parts = FrontMatter(splitting: text)
    let bytes = Array(parts.body.utf8)
    var reader = ChunkReader(bytes, firstLine: parts.bodyLine)
    var lines: [Int: MarkdownChunk] = [:]
    while let chunk = reader.chunk() {
      if case .heading(2) = chunk.kind { lines[chunk.position.line] = chunk }
    }
    return entries.filter { !$0.isIDWritten && $0.malformedID == nil }.compactMap { entry in
      lines[entry.position.line].map { chunk in
        let end = chunk.content.upperBound
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = chunk.position.line + bytes[chunk.content].count { $0 == UInt8(ascii: "\n") }
        return Insertion(line: line, offset: end - start, text: " {#\(entry.id)}")
      }
    }
  }

  private static func fixed(_ bytes: [UInt8], insertions: [Insertion]) -> [UInt8] {
    guard !insertions.isEmpty else { return bytes }
    let markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let byLine = Dictionary(insertions.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + insertions.count * 40)
    var line = 1
    var start = markLength
    var index = markLength
    result += bytes[..<markLength]
    func addLine(_ end: Int) {
      if let insertion = byLine[line] {
        result += bytes[start..<min(start + insertion.offset, end)] + Array(insertion.text.utf8)
        result += bytes[min(start + insertion.offset, end)..<end]
      } else {
        result += bytes[start..<end]
      }
    }
    while index < bytes.count {
      let isReturn = bytes[index] == UInt8(ascii: "\r")
      guard isReturn || bytes[index] == UInt8(ascii: "\n") else {
        index += 1
        continue
      }
      index += isReturn && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
      addLine(index)
      line += 1
      start = index
    }
    addLine(bytes.count)
    return result
  }
}
