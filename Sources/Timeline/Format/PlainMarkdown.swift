/// Plain words as Markdown and back, for the parts of an entry that have no markup: quotes, names, alternative texts.
enum PlainMarkdown {
  /// Bytes that may mean something to Markdown inside a line.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// Whether a line begins as a block other than a paragraph may begin.
  private static func mayBeginBlock(_ line: Substring) -> Bool {
    guard let first = line.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: " "), UInt8(ascii: "\t"):
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let mark = line.utf8.first { !(48...57).contains($0) }
      return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    default: return false
    }
  }

  private static func isPlain(_ lines: [Substring]) -> Bool {
    lines.allSatisfy { !mayBeginBlock($0) && !$0.utf8.contains(where: isSpecial) }
  }

  /// The words of some lines, with an empty line between paragraphs and a newline for a hard break.
  ///
  /// - Returns: nil where the lines hold anything but paragraphs.
  static func text(of lines: [Substring]) -> String? {
    guard isPlain(lines) else { return parsedText(lines.joined(separator: "\n")) }
    var text = ""
    var isAfterBlank = false
    var isAfterBreak = false
    for line in lines {
      let words = line.trimmingSpaces()
      if words.isEmpty {
        isAfterBlank = true
        continue
      }
      if !text.isEmpty { text += isAfterBlank ? "\n\n" : isAfterBreak ? "\n" : " " }
      text += words
      isAfterBlank = false
      isAfterBreak = line.hasSuffix("  ")
    }
    return text
  }

  private static func parsedText(_ markdown: String) -> String? {
    var paragraphs: [String] = []
    for block in CmarkDocument(markdown, linksAddresses: false).blocks() {
      guard case .paragraph(let inlines) = block else { return nil }
      let text = inlines.plainText.trimmingSpaces()
      if !text.isEmpty { paragraphs.append(String(text)) }
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// The words of one line; a backslash before a comma stays for ``EscapedList``.
  static func line(_ markdown: String) -> String {
    if isPlain([markdown[...]]) { return markdown }
    let kept = markdown.replacing("\\,", with: "\\\\,")
    return parsedText(kept) ?? markdown
  }

  /// Markdown lines that ``text(of:)`` reads as `text`; marks are escaped only where they would change the words.
  static func lines(for text: String) -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count == 1, isPlain(lines) { return lines }
    let broken = withHardBreaks(lines)
    if Self.text(of: broken) == text { return broken }
    return withHardBreaks(escaped(text).split(separator: "\n", omittingEmptySubsequences: false))
  }

  private static func withHardBreaks(_ lines: [Substring]) -> [Substring] {
    lines.indices.map { index in
      let isBroken = index + 1 < lines.count && !lines[index].isEmpty && !lines[index + 1].isEmpty
      return isBroken ? lines[index] + "\\" : lines[index]
    }
  }

  /// The text with a backslash before every ASCII mark that Markdown knows.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var isAtStart = true
    var isAfterNumber = false
    for character in text {
      let isMark = character.utf8.count == 1 && character.utf8.first.map(isSpecial) ?? false
      let beginsBlock = isAtStart && "#>+-=".contains(character) || isAfterNumber && ".)".contains(character)
      if isMark || beginsBlock { escaped.append("\\") }
      escaped.append(character)
      isAfterNumber = (isAtStart || isAfterNumber) && character.isNumber
      isAtStart = character == "\n"
    }
    return escaped
  }
}
