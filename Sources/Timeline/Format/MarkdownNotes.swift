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

  /// The text without the comments that begin inside a paragraph and end in a later one: for CommonMark (0.29, 6.8) such
  /// a comment is text, and the end of it would be shown.
  package static func closedInParagraphs(_ text: String) -> String {
    guard text.contains(exactly: "<!--") else { return text }
    var kept = ""
    var rest = text[...]
    while let start = rest.firstRange(ofExactly: "<!--"),
      let end = rest[start.upperBound...].firstRange(ofExactly: "-->")
    {
      let before = text[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      let isInline = before.contains { $0 != " " } && before.utf8.count { $0 == UInt8(ascii: "`") } % 2 == 0
      let hasEmptyLine = rest[start.upperBound..<end.lowerBound].split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .dropFirst().dropLast().contains { $0.allSatisfy { $0 == " " } }
      kept += rest[..<(isInline && hasEmptyLine ? start.lowerBound : end.upperBound)]
      rest = rest[end.upperBound...]
    }
    return kept + rest
  }
}
