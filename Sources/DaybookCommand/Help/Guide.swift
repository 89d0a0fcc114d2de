/// A guide of the documentation, as it was when the program was built.
struct Guide {
  private let text: String

  /// - Parameter name: the guide's file in the documentation's catalogue.
  init(_ name: String) {
    text = EmbeddedGuides.files[name] ?? ""
  }

  /// A section with its heading, up to the next one of the same level; nil when there is none of that name.
  func section(_ heading: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "### \(heading)"[...]) else { return nil }
    var isCode = false
    let end = lines[(start + 1)...].firstIndex { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && (line.hasPrefix("### ") || line.hasPrefix("## "))
    }
    return lines[start..<(end ?? lines.endIndex)].joined(separator: "\n")
  }
}
