internal import Content

/// Markdown of the guides and the reference as a terminal shows it: lines of at most 80 columns.
///
/// Headings are in capitals, code is indented, and a table is set in columns, or, where they would be too narrow, as a
/// paragraph for each row.
enum TerminalText {
  private static let width = 80
  /// The least that the last column of a table may have.
  private static let leastColumn = 28

  static func render(_ markdown: String) -> String {
    var blocks: [String] = []
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.first {
      if line.hasPrefix("```") {
        let code = lines.dropFirst().prefix { !$0.hasPrefix("```") }
        blocks.append(code.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n"))
        lines = lines.dropFirst(code.count + 2)
      } else if line.hasPrefix("#") {
        blocks.append(inline(String(line.drop { $0 == "#" || $0 == " " })).uppercased())
        lines = lines.dropFirst()
      } else if line.hasPrefix("|") {
        let rows = lines.prefix { $0.hasPrefix("|") }
        blocks.append(table(rows.map(cells)))
        lines = lines.dropFirst(rows.count)
      } else if line.isEmpty {
        lines = lines.dropFirst()
      } else {
        let paragraph = lines.prefix { !$0.isEmpty && !$0.hasPrefix("```") && !$0.hasPrefix("|") }
        blocks.append(inline(paragraph.joined(separator: " ")).hanging(after: "", width: width))
        lines = lines.dropFirst(paragraph.count)
      }
    }
    return blocks.joined(separator: "\n\n").replacing(glue, with: " ")
  }

  /// Stands for the blanks of code until all lines are broken: code that is typed stays on one line.
  private static let glue = "\u{A0}"

  private static func cells(of row: String) -> [String] {
    let parts = row.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast()
    return parts.map { inline(trimmed($0)) }
  }

  private static func table(_ rows: [[String]]) -> String {
    guard let head = rows.first else { return "" }
    // The second row is the rule under the head.
    let body = rows.dropFirst(2)
    let widths = head.indices.dropLast().map { column in
      ([head] + body).map { $0.indices.contains(column) ? $0[column].count + 2 : 0 }.max() ?? 0
    }
    let left = widths.reduce(2, +)
    guard width - left >= leastColumn else {
      return body.map { paragraph($0, head: head) }.joined(separator: "\n")
    }
    return ([head] + body).map { row in
      let start = zip(row, widths).map { $0.padded(to: $1) }.joined()
      return (row.last ?? "").hanging(after: "  " + start, width: width)
    }.joined(separator: "\n")
  }

  /// A row whose table is too wide: its first cell, and below it the others with the names of their columns.
  private static func paragraph(_ row: [String], head: [String]) -> String {
    let rest = zip(head, row).dropFirst().filter { !$1.isEmpty }
    return (["  " + (row.first ?? "")] + rest.map { $1.hanging(after: "      \($0): ", width: width) })
      .joined(separator: "\n")
  }

  /// The text without the marks of emphasis and links; code keeps its own.
  private static func inline(_ text: String) -> String {
    let plain =
      text
      .replacing("**", with: "")
      .replacing(#"\["#, with: "[").replacing(#"\<"#, with: "<")
      .replacing("<doc:Settings>", with: "`daybook help settings`")
      .replacing("<doc:CheckRules>", with: "`daybook help rules`")
      .replacing("<doc:Commands>", with: "`daybook help`")
      .replacing(#/\[([^\]]+)\]\([^)]*\)/#) { $0.output.1 }
    return plain.replacing(#/`[^`]+`/#) { $0.output.replacing(" ", with: glue) }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(String(text.drop { $0 == " " }).reversed().drop { $0 == " " }.reversed())
  }
}
