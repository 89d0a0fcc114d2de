/// Writes the fields of an entry as its last list.
enum FieldWriter {
  /// The list as Markdown; with another bullet than the list before it, which would swallow the fields.
  static func markdown(for fields: EntryFields, behind block: Block?) -> String {
    var lines: [(key: String, value: String)] = []
    if !fields.tags.isEmpty { lines.append(("tags", fields.tags.map(EscapedList.escaped).joined(separator: ", "))) }
    if !fields.people.isEmpty {
      lines.append(("people", fields.people.map(EscapedList.escaped).joined(separator: ", ")))
    }
    if let weight = fields.weight { lines.append(("weight", String(weight))) }
    if let observed = fields.observed { lines.append(("observed", observed.description)) }
    lines += fields.posts.map { ("post", $0) }
    for (channel, posts) in fields.channelPosts.sorted(by: { $0.key < $1.key }) {
      lines += posts.map { ("post.\(channel)", $0) }
    }
    let bullet = isDashList(block) ? "*" : "-"
    return lines.map { "\(bullet) \($0.key): \(continued($0.value))" }.joined(separator: "\n")
  }

  private static func isDashList(_ block: Block?) -> Bool {
    guard case .text(let markdown)? = block else { return false }
    var reader = ChunkReader(Array(markdown.utf8), firstLine: 1)
    return reader.chunk()?.kind == .list(marker: UInt8(ascii: "-"))
  }

  /// Lines behind the first are indented; a break inside a paragraph is a backslash at the end of its line.
  private static func continued(_ value: String) -> String {
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { return value }
    return lines.indices.map { index in
      let isBroken = index + 1 < lines.count && !lines[index].isEmpty && !lines[index + 1].isEmpty
      return (index == 0 || lines[index].isEmpty ? "" : "  ") + lines[index] + (isBroken ? "\\" : "")
    }.joined(separator: "\n")
  }
}
