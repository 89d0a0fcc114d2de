internal import Timeline

/// A file that was checked, with its text, so that a finding can show its line.
struct CheckedFile {
  var name: String
  var text: String
  var findings: [Finding]

  /// The findings under the file's name, each with its line and a mark at the place.
  var report: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let reports = findings.map { finding -> String in
      let head =
        "  \(finding.position.line):\(finding.position.column)  \(finding.severity.name): \(finding.message) [\(finding.rule)]"
      guard lines.indices.contains(finding.position.line - 1) else { return head }
      let (shown, column) = Self.excerpt(lines[finding.position.line - 1], around: finding.position.column)
      guard !shown.isEmpty else { return head }
      return "\(head)\n      \(shown)\n      \(String(repeating: " ", count: column - 1))^"
    }
    return ([name] + reports).joined(separator: "\n").withoutControls
  }

  /// At most 100 characters of a line with the column in them, and the column's place there.
  private static func excerpt(_ line: Substring, around column: Int) -> (String, Int) {
    let width = 100
    guard line.count > width || line.unicodeScalars.count > 4 * width else {
      return (String(line).replacing("\t", with: " "), max(1, column))
    }
    let start = max(0, min(column - 1 - width / 2, line.count - width))
    // A character may have any number of marks.
    let piece = String(line.dropFirst(start).prefix(width).unicodeScalars.prefix(4 * width))
    let shown = (start > 0 ? "…" : "") + piece + (start + width < line.count ? "…" : "")
    return (shown.replacing("\t", with: " "), max(1, column - start + (start > 0 ? 1 : 0)))
  }
}
