import Timeline

/// Reads a table: the columns of TimelineJS, or others that a date and a title can be told from.
package struct CSVImporter: Importer {
  package static let name = "csv"
  package static let summary =
    "A table with a row for each entry: TimelineJS columns, or others named with --map date=When,title=What."

  /// The fields of an entry that `--map` can name a column for.
  package static var fields: [String] { CSVColumns.fields }

  package init() {}

  package static func recognises(_ text: String, fileName: String?) -> Bool {
    let lines = text.split(separator: "\n", maxSplits: 1)
    guard let header = lines.first, lines.count > 1, !header.contains("<"), header.count < 5_000,
      let first = CSVRecords(String(header)).records.first?.fields, first.count > 1
    else { return false }
    let columns = CSVColumns(header: first, given: [:])
    if columns.has("year") || columns.has("date") { return true }
    return fileName?.lowercased().hasSuffix(".csv") == true || fileName?.lowercased().hasSuffix(".tsv") == true
  }

  /// A value of `--map` as it is written in a shell.
  private static func example(_ column: String, _ columns: CSVColumns) -> String {
    let field = ["title", "text"].first { !columns.has($0) } ?? "tags"
    let isPlain = column.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    return isPlain ? "\(field)=\(column)" : "'\(field)=\(column.replacing("'", with: "'\\''"))'"
  }

  package func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline {
    let read = CSVRecords(try source.text())
    let records = read.records
    guard let header = records.first?.fields else { throw ImportError("there is no first row with the columns' names") }
    var columns = CSVColumns(header: header, given: source.options.columns)
    guard columns.missing.isEmpty else {
      throw ImportError(
        "there is no column \"\(columns.missing[0])\"; the columns are \(header.joined(separator: ", "))",
        position: SourcePosition(line: records[0].line))
    }
    guard columns.has("year") || columns.has("date") else {
      throw ImportError(
        "no column holds the date; name it with --map date=COLUMN (the columns are \(header.joined(separator: ", ")))",
        position: SourcePosition(line: records[0].line))
    }
    columns.adoptText(from: records.dropFirst().compactMap(\.fields))
    var table = CSVTable(
      columns: columns, width: header.count, order: source.options.dateOrder, separator: read.separatorName)
    let document = table.document(of: Array(records.dropFirst()))
    var findings = table.findings
    let unread = columns.unread(header, in: records.dropFirst().compactMap(\.fields))
    if !unread.isEmpty {
      findings.append(
        ImportRule.leftOut.finding(
          line: records[0].line,
          "not read: the column\(unread.count == 1 ? "" : "s") \(unread.joined(separator: ", ")); "
            + "say what \(unread.count == 1 ? "it holds" : "they hold") with --map, as in --map \(Self.example(unread[0], columns))"
        ))
    }
    return ImportedTimeline(document: document, findings: findings.inOrder(file: source.name))
  }
}
