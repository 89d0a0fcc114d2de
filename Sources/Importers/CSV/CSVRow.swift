import Timeline

/// What can be told of the fields of one row.
enum CSVRow {
  /// Whether a field can be an address or a path, and not words that slipped into its column.
  static func isAddress(_ text: String) -> Bool {
    if text.contains("://") || WebAddress.isPicture(text) { return true }
    guard !text.contains(where: \.isWhitespace) else { return false }
    if text.contains(":") || text.contains("/") { return true }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { $0.first?.isLetter ?? false || $0.first?.isNumber ?? false }
  }

  /// Whether a field can be media: an address, a path, or HTML.
  static func isMedia(_ text: String) -> Bool {
    text.isEmpty || text.hasPrefix("<") || isAddress(text)
  }

  /// What to say of a row with more fields than the header; nil where those behind hold nothing.
  static func wideness(_ fields: [String], width: Int, number: Int, separator: String) -> String? {
    let surplus = fields.dropFirst(width).map { $0.trimmingMarks(" ") }.filter { !$0.isEmpty }
    guard !surplus.isEmpty else { return nil }
    let leftOut = surplus.map { "\"\($0)\"" }.joined(separator: ", ")
    return
      "row \(number) has \(fields.count) fields and the header \(width): the fields behind a \(separator) within a "
      + "text are probably shifted; put quotation marks around that text\(example(fields)) and import again "
      + "(left out: \(leftOut))"
  }

  /// Two fields of which the second goes on as the first one's sentence would behind a comma.
  private static func example(_ fields: [String]) -> String {
    let index = fields.indices.dropFirst().first { index in
      let text = fields[index].trimmingMarks(" ")
      return text.first?.isLowercase ?? false && !isAddress(text) && !fields[index - 1].isEmpty
    }
    guard let index else { return "" }
    return ", as in \"\(fields[index - 1].trimmingMarks(" ")), \(fields[index].trimmingMarks(" "))\","
  }
}
