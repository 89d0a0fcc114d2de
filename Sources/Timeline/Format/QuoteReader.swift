/// Reads a blockquote whose last line begins with a dash.
struct QuoteReader {
  /// Marks a speaker whom an importer worked out, behind the name; deleting it says that the name is right.
  static let unsureMark = "(?)"

  /// The lines of a blockquote without `>`.
  static func lines(of markdown: Substring) -> [Substring] {
    markdown.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard text.first == UInt8(ascii: ">") else { return Substring(text) }
      let inside = text.dropFirst()
      return Substring(inside.first == UInt8(ascii: " ") ? inside.dropFirst() : inside)
    }
  }

  /// The quote of a blockquote; nil for a blockquote that is plain text.
  static func read(_ markdown: Substring) -> Quote? {
    var lines = lines(of: markdown)
    while let last = lines.last, last.trimmingSpaces().isEmpty { lines.removeLast() }
    guard lines.count > 1, let last = lines.popLast(), let attribution = attribution(last.trimmingSpaces()) else {
      return nil
    }
    guard let text = PlainMarkdown.text(of: lines), !text.isEmpty else { return nil }
    var quote = Quote(text: QuoteMarks.withoutOuter(text))
    guard !quote.text.isEmpty else { return nil }
    quote.speaker = attribution.speaker
    quote.source = attribution.source
    quote.isSure = attribution.isSure
    return quote
  }

  /// The speaker and the source behind the dash; nil for a line without a dash.
  private static func attribution(_ line: Substring) -> (speaker: String?, source: String?, isSure: Bool)? {
    guard let rest = withoutDash(line) else { return nil }
    let words = PlainMarkdown.line(MarkdownNotes.removed(from: String(rest)))
    let startsWithComma = words.utf8.first == UInt8(ascii: ",")
    var parts = EscapedList.split(words, most: startsWithComma ? 1 : 2)
    if startsWithComma { return (nil, String(words.dropFirst().trimmingSpaces()), true) }
    guard !parts.isEmpty else { return (nil, nil, true) }
    var speaker = parts.removeFirst()
    var source = parts.first
    if let found = source, let suffix = nameSuffix(found) {
      speaker += ", " + suffix.name
      source = suffix.rest
    }
    guard speaker.hasSuffix(unsureMark) else { return (speaker, source, true) }
    let name = String(speaker.dropLast(unsureMark.count).trimmingSpaces())
    return name.isEmpty ? (speaker, source, true) : (name, source, false)
  }

  private static func withoutDash(_ line: Substring) -> Substring? {
    // Most last lines begin with a letter, and to compare prefixes goes by characters.
    guard let first = line.utf8.first, first >= 0x80 || first == UInt8(ascii: "-") else { return nil }
    if line.hasPrefix("—") || line.hasPrefix("–") || line.hasPrefix("―") { return line.dropFirst().trimmingSpaces() }
    let hyphens = line.prefix { $0 == "-" }.count
    guard hyphens == 1 || hyphens == 2 else { return nil }
    let rest = line.dropFirst(hyphens)
    guard rest.isEmpty || rest.first == " " else { return nil }
    return rest.trimmingSpaces()
  }

  /// `Jr.` and the like belong to the name before the comma.
  private static func nameSuffix(_ text: String) -> (name: String, rest: String?)? {
    let words = EscapedList.split(text, most: 2)
    guard let first = words.first, ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"].contains(first) else { return nil }
    return (first, words.count > 1 ? words[1] : nil)
  }
}

extension Quote {
  /// Reads a blockquote, with its `>`, whose last line begins with a dash; nil for one that is plain text.
  package init?(blockquote markdown: String) {
    guard let quote = QuoteReader.read(markdown[...]) else { return nil }
    self = quote
  }
}
