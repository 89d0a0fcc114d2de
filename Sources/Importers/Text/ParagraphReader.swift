import Timeline

/// Parts a plain text into paragraphs.
///
/// A line is a paragraph, as editors and copied web pages write them, unless the text was wrapped by hand: then the
/// lines between two empty lines belong together wherever the next line's first word had no room left.
struct ParagraphReader {
  /// A text with longer lines than this was not wrapped by hand.
  private static let widestWrap = 100
  /// Lines shorter than this never break for lack of room.
  private static let narrowestWrap = 50

  private let lines: [Substring]
  private let width: Int?

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    width = Self.wrapWidth(of: lines)
  }

  func paragraphs() -> [SourceParagraph] {
    var paragraphs: [SourceParagraph] = []
    var lastLine: Substring?
    for (index, line) in lines.enumerated() {
      let words = line.trimmingSpaces()
      guard !words.isEmpty else {
        lastLine = nil
        continue
      }
      let indent = line.prefix { $0.isWhitespace }.count
      let position = SourcePosition(line: index + 1, column: indent + 1)
      if let lastLine, goesOn(from: lastLine, to: words) {
        paragraphs[paragraphs.count - 1].append(line: String(words), at: position)
      } else {
        paragraphs.append(SourceParagraph(String(words), at: position))
      }
      lastLine = words
    }
    return paragraphs
  }

  /// The paragraphs of a text that holds no wrapped lines, as lists of their lines.
  static func parts(of text: String) -> [[String]] {
    var parts: [[String]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.trimmingSpaces()
      if !words.isEmpty {
        parts[parts.count - 1].append(String(words))
      } else if parts.last?.isEmpty == false {
        parts.append([])
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  private func goesOn(from last: Substring, to next: Substring) -> Bool {
    guard let width, !Self.beginsListItem(next) else { return false }
    let firstWord = next.prefix { !$0.isWhitespace }.count
    guard last.count + 1 + firstWord > width else { return false }
    // An entry that begins with its date, behind one that has ended.
    if let end = last.last, ".!?”»\"".contains(end), Self.beginsEntry(next) { return false }
    return ![last, next].contains { DateHeading.read(String($0), order: .dmy)?.isAlone == true }
  }

  /// The column that a hand-wrapped text breaks at; nil when the text is not wrapped.
  private static func wrapWidth(of lines: [Substring]) -> Int? {
    var longest = 0
    var full = 0
    var inner = 0
    var hasGaps = false
    for (line, next) in zip(lines, lines.dropFirst()) {
      let length = line.utf8.count > widestWrap * 4 ? Int.max : line.count
      longest = max(longest, length)
      guard length <= widestWrap else { return nil }
      guard !line.isEmpty, !next.isEmpty else {
        hasGaps = hasGaps || line.isEmpty && !next.isEmpty
        continue
      }
      inner += 1
      if length >= narrowestWrap { full += 1 }
    }
    guard longest >= narrowestWrap, full >= 2, full * 2 >= inner else { return nil }
    // Without empty lines, it takes entries that begin in the line to tell wrapped text from a paragraph a line.
    guard hasGaps || hasWrappedEntries(lines) else { return nil }
    return min(longest, widestWrap)
  }

  /// Whether lines that begin with a date stand above lines that go on in the middle of a sentence.
  private static func hasWrappedEntries(_ lines: [Substring]) -> Bool {
    let goingOn = lines.count { $0.first?.isLowercase ?? false }
    guard goingOn * 4 >= lines.count else { return false }
    return lines.contains(where: beginsEntry)
  }

  private static func beginsEntry(_ line: Substring) -> Bool {
    line.first.map { $0.isNumber || $0.isUppercase || "*_[".contains($0) } ?? false
      && DateHeading.read(String(line), order: .dmy) != nil
  }

  private static func beginsListItem(_ line: Substring) -> Bool {
    line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("• ") || line.hasPrefix("– ")
  }
}
