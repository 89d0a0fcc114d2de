internal import Timeline

/// Words as Markdown that says exactly those words.
enum MarkdownText {
  /// Plain words with a backslash before each sign that CommonMark would take for markup.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSuspicious) else { return text }
    var written = ""
    written.reserveCapacity(text.utf8.count + 8)
    var isLineStart = true
    var previous: Character = "\n"
    var rest = text[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if needsBackslash(character, after: previous, before: rest, isLineStart: isLineStart) { written += "\\" }
      written.append(character)
      isLineStart = character == "\n" || (isLineStart && (character == " " || character.isNumber))
      previous = character
    }
    return written
  }

  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: " "), 0x80...:
      false
    default: true
    }
  }

  private static func needsBackslash(
    _ character: Character, after previous: Character, before rest: Substring, isLineStart: Bool
  ) -> Bool {
    switch character {
    case "\\", "`", "*", "[", "]", "<", "~": return true
    // Inside a word a low line is no emphasis (CommonMark 0.29, 6.4).
    case "_":
      return !(previous.isLetter || previous.isNumber) || !(rest.first.map { $0.isLetter || $0.isNumber } ?? false)
    case "&": return rest.first.map { $0.isLetter || $0 == "#" } ?? false
    case "#", "-", "+", "=", ">", "|": return isLineStart && !previous.isNumber
    case ".", ")": return isLineStart && previous.isNumber && (rest.first.map { $0 == " " || $0 == "\n" } ?? true)
    default: return false
    }
  }

  /// A quote as a blockquote; its last line names the speaker when the source surely does.
  static func blockquote(_ quote: Quote) -> String {
    var lines = words(of: quote).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }
    if let attribution = attribution(of: quote) { lines += [">", "> — \(escaped(attribution))"] }
    return lines.joined(separator: "\n")
  }

  /// A quote in quotation marks, with the speaker on a line of its own.
  static func runningQuote(_ quote: Quote, marks: (open: String, close: String)) -> String {
    let words = marks.open + words(of: quote) + marks.close
    return attribution(of: quote).map { "\(words)\\\n— \(escaped($0))" } ?? words
  }

  /// The words of a quote as Markdown; a line break inside a paragraph stays one.
  static func words(of quote: Quote) -> String {
    let lines = quote.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.map { index in
      let isBroken = index + 1 < lines.count && !lines[index].isEmpty && !lines[index + 1].isEmpty
      return escaped(String(lines[index])) + (isBroken ? "\\" : "")
    }.joined(separator: "\n")
  }

  /// Speaker and source, in plain words; nil where the source does not surely name a speaker.
  static func attribution(of quote: Quote) -> String? {
    guard quote.isSure, let speaker = quote.speaker, !speaker.isEmpty else { return nil }
    return quote.source.map { "\(speaker), \($0)" } ?? speaker
  }

  /// A picture with its alt text, and its credit in the title slot.
  static func picture(_ picture: Picture) -> String {
    let isPlain = picture.path.utf8.allSatisfy { $0 > 0x20 && $0 != 0x28 && $0 != 0x29 && $0 != 0x3C && $0 != 0x3E }
    let target = isPlain ? picture.path : "<\(picture.path)>"
    let credit = picture.credit.map { " \"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" } ?? ""
    return "![\(escaped(picture.alt))](\(target)\(credit))"
  }
}

extension MarkdownText {
  /// Markdown with at most one empty line in a row, but for what stands in fenced code.
  ///
  /// Two blanks at the end of a line, which an editor may remove, become the backslash that says the same.
  static func tidied(_ markdown: String) -> String {
    var lines: [String] = []
    var fence: Substring?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let mark = line.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
      if let open = fence {
        if mark.hasPrefix(open), line.allSatisfy({ $0 == " " || $0 == "`" || $0 == "~" }) { fence = nil }
      } else if mark.count >= 3 {
        fence = mark
      } else {
        if line.allSatisfy({ $0 == " " }) {
          if lines.last?.isEmpty ?? true { continue }
          lines.append("")
          continue
        }
        if line.hasSuffix("  ") {
          let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.endIndex
          lines.append(line[..<end] + "\\")
          continue
        }
      }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }
}
