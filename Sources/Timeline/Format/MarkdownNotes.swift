/// HTML comments inside a text: private notes that no reader may see.
package enum MarkdownNotes {
  /// The text without its comments; one that is never closed goes to the end.
  package static func removed(from text: String) -> String {
    guard text.contains(exactly: "<!--") else { return text }
    var kept = ""
    var rest = text[...]
    while let start = rest.firstRange(ofExactly: "<!--") {
      let before = rest[..<start.lowerBound]
      let end = rest[start.upperBound...].firstRange(ofExactly: "-->")?.upperBound ?? rest.endIndex
      rest = rest[end...]
      let isBetweenSpaces = before.last?.isWhitespace ?? true
      kept += before
      if isBetweenSpaces, let first = rest.first, first.isWhitespace, first != "\n" { rest = rest.dropFirst() }
    }
    kept += rest
    return String(kept.trimmingSpaces())
  }
}
