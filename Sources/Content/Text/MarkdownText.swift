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
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "."), UInt8(ascii: ")"):
      true
    default: false
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
    var tidied: [UInt8] = []
    tidied.reserveCapacity(markdown.utf8.count)
    var fence: (mark: UInt8, length: Int)?
    for line in markdown.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let content = line.drop { $0 == UInt8(ascii: " ") }
      let mark = content.first ?? 0
      let length = mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") ? content.prefix { $0 == mark }.count : 0
      let isOutside = fence == nil
      if let open = fence {
        let isEnd = mark == open.mark && length >= open.length
        if isEnd, content.dropFirst(length).allSatisfy({ $0 == UInt8(ascii: " ") }) { fence = nil }
      } else if length >= 3 {
        fence = (mark, length)
      }
      if isOutside, content.isEmpty {
        if !tidied.isEmpty, !tidied.suffix(2).allSatisfy({ $0 == 0x0A }) { tidied.append(0x0A) }
        continue
      }
      if isOutside, fence == nil, line.suffix(2).elementsEqual("  ".utf8) {
        tidied += line
        while tidied.last == UInt8(ascii: " ") { tidied.removeLast() }
        tidied.append(UInt8(ascii: "\\"))
      } else {
        tidied += line
      }
      tidied.append(0x0A)
    }
    return String(decoding: tidied, as: UTF8.self)
  }
}
