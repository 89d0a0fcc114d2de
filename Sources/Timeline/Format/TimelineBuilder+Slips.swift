// Slips that leave a text readable, so that nobody would see them.
extension TimelineBuilder {
  /// Says of a line that begins with a day and was probably meant as a heading: it has no space behind its marks, or is a
  /// heading of another level.
  mutating func reportSwallowed(_ chunk: MarkdownChunk) {
    switch chunk.kind {
    case .heading(2): return
    case .heading(let level):
      // The first line of a file may be its title, whatever it begins with.
      if level == 1, entry == nil, document.entries.isEmpty { return }
      reportSwallowed(text(chunk.content), at: chunk.position)
    case .paragraph where chunk.hasHashLine:
      for (index, line) in text(chunk.range).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let isUnseen = { (sign: Unicode.Scalar) in ["\u{FEFF}", "\u{A0}", "\u{200B}", " ", "\t"].contains(sign) }
        let words = line.unicodeScalars.drop(while: isUnseen)
        guard words.first == "#" else { continue }
        let position = SourcePosition(line: chunk.position.line + index)
        reportSwallowed(String(words.drop { $0 == "#" }.drop(while: isUnseen)), at: position)
      }
    default: return
    }
  }

  private mutating func reportSwallowed(_ line: String, at position: SourcePosition) {
    guard let date = EntryHeading(line, order: settings.dateOrder)?.date.date, date.precision == .day,
      !(entry.map { Self.holds($0.date, date) } ?? false)
    else { return }
    report(
      UndatedHeading.name, position,
      "This line begins with a date and begins no entry; write \"## \(line.trimmingSpaces())\" where one is meant.")
  }

  /// Whether a day lies within an entry's date, as that of a heading within its text does.
  private static func holds(_ whole: EntryDate, _ part: EntryDate) -> Bool {
    guard let first = part.firstDay, let last = part.lastDay else { return false }
    return (whole.firstDay.map { $0 <= first } ?? true) && (whole.lastDay.map { last <= $0 } ?? true)
  }

  /// Says of a file that begins with `---` and a line `key: value`, and has no second `---`, that readers would see that.
  mutating func reportOpenFrontMatter(in text: String) {
    guard text.hasPrefix("---\n"), let colon = text.utf8.dropFirst(4).firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = text[text.utf8.index(text.startIndex, offsetBy: 4)..<colon]
    guard !key.isEmpty, key.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return }
    report(
      FrontMatterForm.name, SourcePosition(line: 1),
      "These lines above the first entry are never closed, so that readers would see them; write --- on a line of its own "
        + "below them.")
  }

  /// Says which names of a `daybook:ignore` are those of no rule.
  mutating func reportRules(_ chunk: MarkdownChunk) {
    let markdown = text(chunk.range)
    for (offset, rules) in IgnoredLines.commands(in: markdown) {
      let line = chunk.position.line + markdown[..<offset].utf8.count { $0 == UInt8(ascii: "\n") }
      for rule in rules.sorted() where TimelineRules.named(rule) == nil {
        let guess = NearestWord.find(rule, among: TimelineRules.names).map { "did you mean \"\($0)\"?" }
        report(
          UnknownField.name, SourcePosition(line: line),
          "\"\(rule)\" is no rule of timelines, so this comment silences nothing by that name; "
            + (guess ?? "the names stand in brackets behind the findings."))
      }
    }
  }
}
