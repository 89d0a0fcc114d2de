/// How a block of raw HTML ends (CommonMark 4.6).
enum HTMLBlockEnd {
  /// On the line that has one of these texts (conditions 1 to 5).
  case text([String], isComment: Bool)
  /// Before the next blank line (conditions 6 and 7).
  case blankLine(interruptsParagraph: Bool)

  var interruptsParagraph: Bool {
    if case .blankLine(let interrupts) = self { interrupts } else { true }
  }
}

extension ChunkReader {
  mutating func html(from first: SourceLine, _ end: HTMLBlockEnd) -> MarkdownChunk {
    guard case .text(let marks, let isComment) = end else { return htmlToBlankLine(from: first) }
    var isFirst = true
    var last = first.end
    while let line = lines.next {
      last = line.end
      lines.advance()
      let start = isFirst && isComment ? line.content + 4 : line.content
      if marks.contains(where: { contains($0, in: start..<max(start, line.end)) }) {
        return chunk(isComment ? .comment : .html, from: first, to: last)
      }
      isFirst = false
    }
    return chunk(isComment ? .comment : .html, from: first, to: last, isUnclosed: true)
  }

  private mutating func htmlToBlankLine(from first: SourceLine) -> MarkdownChunk {
    var last = first.end
    while let line = lines.next, !line.isBlank {
      last = line.end
      lines.advance()
    }
    return chunk(.html, from: first, to: last)
  }

  /// How the HTML block ends that a line begins; nil when it begins none.
  func htmlEnd(_ line: SourceLine) -> HTMLBlockEnd? {
    guard bytes[line.content] == UInt8(ascii: "<") else { return nil }
    let start = line.content + 1
    if begins("!--", at: start, before: line.end) { return .text(["-->"], isComment: true) }
    if begins("?", at: start, before: line.end) { return .text(["?>"], isComment: false) }
    if begins("![cdata[", at: start, before: line.end) { return .text(["]]>"], isComment: false) }
    if begins("!", at: start, before: line.end) { return .text([">"], isComment: false) }
    let nameStart = start < line.end && bytes[start] == UInt8(ascii: "/") ? start + 1 : start
    let name = bytes[nameStart..<line.end].prefix { Self.isLetterOrDigit($0) }
    guard let letter = name.first, !(48...57).contains(letter) else { return nil }
    let word = String(decoding: name.prefix(12).map { $0 | 0x20 }, as: UTF8.self)
    if nameStart == start, Self.rawTextTags.contains(word) {
      return .text(Self.rawTextTags.map { "</\($0)>" }, isComment: false)
    }
    if Self.blockTags.contains(word) { return .blankLine(interruptsParagraph: true) }
    let text = trimmed(line.content..<line.end)
    let isTagAlone = bytes[text.upperBound - 1] == UInt8(ascii: ">") && !bytes[text].contains(UInt8(ascii: ":"))
    return isTagAlone ? .blankLine(interruptsParagraph: false) : nil
  }

  private static let rawTextTags = ["script", "pre", "style"]

  private static let blockTags = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link \
    main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead \
    title tr track ul
    """.split(separator: " ").map(String.init))

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20)
  }

  /// Whether the bytes from `index` are `text`, which is in lower case; letters count in either case.
  private func begins(_ text: String, at index: Int, before end: Int) -> Bool {
    var index = index
    for byte in text.utf8 {
      guard index < end, bytes[index] == byte || (97...122).contains(byte) && bytes[index] | 0x20 == byte else {
        return false
      }
      index += 1
    }
    return true
  }

  private func contains(_ text: String, in range: Range<Int>) -> Bool {
    guard let first = text.utf8.first else { return true }
    return range.contains { bytes[$0] == first && begins(text, at: $0, before: range.upperBound) }
  }
}
