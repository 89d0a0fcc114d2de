/// Writes the timeline format, so that reading it again gives the same document.
package enum TimelineWriter {
  /// The whole file, with a newline at its end.
  package static func write(_ document: TimelineDocument) -> String {
    var text = frontMatter(of: document)
    var parts: [String] = []
    if !document.standfirst.isEmpty { parts.append(document.standfirst) }
    parts += document.entries.map { entry in write(entry) }
    let first = parts.count - document.entries.count
    for part in document.undated.reversed() {
      parts.insert(part.markdown, at: min(first + part.place, parts.count))
    }
    if !parts.isEmpty {
      if !text.isEmpty { text += "\n" }
      text += parts.joined(separator: "\n\n") + "\n"
    }
    return text
  }

  /// One entry with its heading, without a newline at its end; an importer adds it to a file that a person edited.
  package static func write(_ entry: Entry) -> String {
    var blocks = [heading(of: entry)] + entry.blocks.map(BlockWriter.markdown)
    if entry.fields.isEmpty {
      protectLastList(of: &blocks, entry)
    } else {
      blocks.append(FieldWriter.markdown(for: entry.fields, behind: entry.blocks.last))
    }
    return blocks.joined(separator: "\n\n")
  }

  private static func frontMatter(of document: TimelineDocument) -> String {
    var lines: [String] = []
    if let title = document.title, !title.isEmpty { lines.append("title: \(YAMLScalar.written(title))") }
    if let author = document.author, !author.isEmpty { lines.append("author: \(YAMLScalar.written(author))") }
    if let source = document.source, !source.isEmpty { lines.append("source: \(YAMLScalar.written(source))") }
    if !document.tags.isEmpty {
      lines.append("tags: [\(document.tags.map(YAMLScalar.written).joined(separator: ", "))]")
    }
    guard !lines.isEmpty else {
      // A standfirst that begins with `---` must not be taken for front matter.
      return document.standfirst.hasPrefix("---") ? "---\n---\n" : ""
    }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }

  /// `## DATE — TITLE {#id}`: the date as the author wrote it, if reading that gives the same date, or else its EDTF.
  private static func heading(of entry: Entry) -> String {
    let title = String((entry.title ?? "").split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSpaces())
    let ending = entry.isIDWritten ? " {#\(entry.id)}" : closing(title)
    for date in [entry.dateText, entry.date.edtf] {
      for separator in title.isEmpty ? [""] : [" — ", ": "] {
        let line = date + separator + title
        if isRead(line, as: entry.date, title: title) { return "## \(line)\(ending)" }
      }
    }
    return "## \(entry.date.edtf)\(title.isEmpty ? "" : " — ")\(title)\(ending)"
  }

  /// Keeps hash marks at the end of a title from being read as the closing ones of its heading, by closing it.
  ///
  /// Source: CommonMark 0.31.2, section 4.2.
  private static func closing(_ title: String) -> String {
    guard title.last == "#" else { return "" }
    let rest = title[...(title.lastIndex { $0 != "#" } ?? title.startIndex)]
    return rest.last == "#" || rest.last == " " || rest.last == "\t" ? " #" : ""
  }

  private static func isRead(_ line: String, as date: EntryDate, title: String) -> Bool {
    let orders: [DateOrder?] = [nil, .dmy, .mdy]
    return orders.contains { order in
      let found = WrittenDate.read(prefixOf: line, order: order)
      return found?.date == date && found?.rest == title
    }
  }

  /// Keeps a list of the body from being read as the entry's fields: its first colon gets a backslash.
  private static func protectLastList(of blocks: inout [String], _ entry: Entry) {
    guard let last = entry.blocks.lastIndex(where: { if case .note = $0 { false } else { true } }),
      case .text(let markdown) = entry.blocks[last]
    else { return }
    var reader = ChunkReader(Array(markdown.utf8), firstLine: 1)
    guard let chunk = reader.chunk(), case .list = chunk.kind,
      case .fields = EntryFields.read(FieldListReader.items(of: chunk, in: reader.bytes)),
      let colon = markdown.firstIndex(of: ":")
    else { return }
    blocks[last + 1] = markdown.replacingCharacters(in: colon..<markdown.index(after: colon))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    String(self[..<range.lowerBound]) + "\\:" + String(self[range.upperBound...])
  }
}
