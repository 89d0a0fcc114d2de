/// A reference link whose target its entry does not give.
package enum LinkUndefined: TimelineRule {
  package static let name = "link-undefined"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    A link such as [watch][1] takes its target from a line "[1]: https://…" of the same entry. Without one, readers see
    the brackets: an entry is drafted by itself, and does not know the lines of another.
    """
  package static let example = """
    ## 2024-08-04 — Heats

    [Watch][heats] them again.
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let everywhere = Set(checked.definitions.flatMap(\.labels))
    return checked.pieces.filter { $0.kind != .quote }.flatMap { piece -> [RuleFinding] in
      let own = checked.definitions[piece.entry].labels
      return references(in: piece.text).compactMap { text, start in
        guard let label = LinkDefinitions.label(text), !own.contains(label) else { return nil }
        let reason = everywhere.contains(label) ? "another entry gives its target" : "no line gives its target"
        return RuleFinding(
          piece.place(start), "The link [\(text)] leads nowhere, since \(reason); write the target in round brackets.")
      }
    }
  }

  /// The labels of `[words][label]`, with the place where the words begin.
  private static func references(in text: String) -> [(label: Substring, start: String.Index)] {
    guard text.contains(exactly: "][") else { return [] }
    var found: [(Substring, String.Index)] = []
    var rest = text[...]
    while let middle = rest.firstRange(ofExactly: "][") {
      let before = text[..<middle.lowerBound]
      let words = before.suffix(300).lastIndex(of: "[")
      guard let end = text[middle.upperBound...].prefix(200).firstIndex(of: "]") else {
        rest = text[middle.upperBound...]
        continue
      }
      let isEscaped = words.map { $0 > text.startIndex && text[text.index(before: $0)] == "\\" } ?? true
      let isInCode = before.suffix(300).count { $0 == "`" } % 2 == 1
      let label = text[middle.upperBound..<end]
      if let words, !isEscaped, !isInCode {
        found.append((label.isEmpty ? text[text.index(after: words)..<middle.lowerBound] : label, words))
      }
      rest = text[end...]
    }
    return found
  }
}
