internal import Timeline

/// Words as Markdown that says exactly those words.
enum MarkdownText {
  /// Plain words with a backslash before each sign that CommonMark would take for markup.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - beginsBlock: whether they stand where a block may begin, so that `15.` would be an item of a list.
  /// - Returns: Markdown that reads as exactly these words.
  static func escaped(_ text: String, beginsBlock: Bool = true) -> String {
    guard text.utf8.contains(where: isSuspicious) else { return text }
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count + 8)
    var isLineStart = beginsBlock
    for (index, byte) in bytes.enumerated() {
      if needsBackslash(index, in: bytes, isLineStart: isLineStart) { written.append(UInt8(ascii: "\\")) }
      written.append(byte)
      isLineStart = byte == 0x0A || (isLineStart && (byte == 0x20 || isDigit(byte)))
    }
    return String(decoding: written, as: UTF8.self)
  }

  /// Whether what is written next in a text stands where a block may begin: behind nothing but marks of blocks.
  static func mayBeginBlock(behind written: String) -> Bool {
    var line = written.utf8[...]
    if let end = line.lastIndex(of: 0x0A) { line = line[line.index(after: end)...] }
    while let byte = line.popFirst() {
      let isEnd = line.isEmpty || line.first == 0x20
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: ">"): continue
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        if !isEnd { return false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        line = line.drop(while: isDigit)
        guard let mark = line.popFirst() else { return true }
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), line.isEmpty || line.first == 0x20 else {
          return false
        }
      default: return false
      }
    }
    return true
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

  private static func needsBackslash(_ index: Int, in bytes: [UInt8], isLineStart: Bool) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "~"):
      return true
    // Inside a word a low line is no emphasis (CommonMark 0.29, 6.4).
    case UInt8(ascii: "_"): return !isInWord(index, of: bytes)
    case UInt8(ascii: "&"):
      guard index + 1 < bytes.count else { return false }
      return bytes[index + 1] == UInt8(ascii: "#") || isLetterOrDigit(bytes[index + 1])
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ">"),
      UInt8(ascii: "|"):
      return isLineStart && !(index > 0 && isDigit(bytes[index - 1]))
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      guard isLineStart, index > 0, isDigit(bytes[index - 1]) else { return false }
      return index + 1 == bytes.count || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A
    default: return false
    }
  }

  /// Whether letters or numbers stand on both sides.
  private static func isInWord(_ index: Int, of bytes: [UInt8]) -> Bool {
    let before = String(decoding: bytes[max(0, index - 4)..<index], as: UTF8.self).unicodeScalars.last
    let after = String(decoding: bytes[(index + 1)..<min(bytes.count, index + 5)], as: UTF8.self).unicodeScalars.first
    return [before, after].allSatisfy {
      $0.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF)
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
    guard quote.text.utf8.contains(0x0A) else { return escaped(quote.text) }
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
    let credit =
      picture.publicCredit.map { " \"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" } ?? ""
    return "![\(escaped(picture.alt))](\(target)\(credit))"
  }
}

extension MarkdownText {
  /// Markdown with at most one empty line in a row, but for what stands in fenced code.
  ///
  /// Two blanks at the end of a line, which an editor may remove, become the backslash that says the same.
  static func tidied(_ markdown: String) -> String {
    let bytes = Array(markdown.utf8)
    var tidied: [UInt8] = []
    tidied.reserveCapacity(bytes.count + 1)
    var fence: Fence?
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      let line = bytes[start..<end]
      let content = line.drop { $0 == 0x20 }
      let isOutside = fence == nil
      fence = Fence.after(content, in: fence)
      guard isOutside else {
        tidied += line
        tidied.append(0x0A)
        continue
      }
      if content.isEmpty {
        if !tidied.isEmpty, !tidied.suffix(2).allSatisfy({ $0 == 0x0A }) { tidied.append(0x0A) }
        continue
      }
      tidied += line
      if fence == nil, line.count > 1, line[end - 1] == 0x20, line[end - 2] == 0x20 {
        while tidied.last == 0x20 { tidied.removeLast() }
        tidied.append(UInt8(ascii: "\\"))
      }
      tidied.append(0x0A)
    }
    return String(decoding: tidied, as: UTF8.self)
  }

  /// What opened the fenced code that a line stands in.
  private struct Fence {
    var mark: UInt8
    var length: Int

    /// The fence that is open behind a line, given its content without leading blanks and the one open before it.
    static func after(_ content: ArraySlice<UInt8>, in open: Fence?) -> Fence? {
      guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return open }
      let length = content.prefix { $0 == mark }.count
      guard let open else { return length >= 3 ? Fence(mark: mark, length: length) : nil }
      let isEnd = mark == open.mark && length >= open.length
      return isEnd && content.dropFirst(length).allSatisfy { $0 == 0x20 } ? nil : open
    }
  }
}
