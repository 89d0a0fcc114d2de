/// Reads Mustache (github.com/mustache/spec 1.4: comments, delimiters, interpolation, inverted, partials, sections).
///
/// Lines with nothing but one tag that writes nothing itself leave no line behind, as the specification says.
struct TemplateParser {
  private let text: [UInt8]
  private var index = 0
  /// Where the line of ``index`` begins.
  private var lineStart = 0
  private var line = 1
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  /// The sections that are open, the outermost first; the first one is the template itself.
  private var sections = [OpenSection(tag: nil, nodes: [])]

  private struct OpenSection {
    let tag: Tag?
    var nodes: [TemplateNode]
  }

  private struct Tag {
    /// `#`, `^`, `/`, `>`, `!`, `=`; a blank for a variable.
    var sign: UInt8
    var name: TemplateName
    var start: Int
  }

  private init(_ text: String) {
    self.text = Array(text.utf8)
  }

  /// The pieces of a template.
  static func parse(_ text: String) throws(TemplateSyntaxError) -> [TemplateNode] {
    var parser = TemplateParser(text)
    while try parser.step() {}
    guard parser.sections.count == 1 else {
      let name = parser.sections.last?.tag?.name ?? TemplateName("", line: 1, column: 1)
      throw TemplateSyntaxError(
        problem: "the section \"\(name.text)\" is opened here and never closed", line: name.line, column: name.column)
    }
    return parser.sections[0].nodes
  }

  /// Reads the text up to the next tag, and the tag; false at the end.
  private mutating func step() throws(TemplateSyntaxError) -> Bool {
    let start = index
    while index < text.count, !isAt(open) {
      if text[index] == UInt8(ascii: "\n") {
        appendText(from: max(start, lineStart), to: index + 1)
        beginLine(at: index + 1)
      }
      index += 1
    }
    let textStart = max(start, lineStart)
    guard index < text.count else {
      appendText(from: textStart, to: index)
      return false
    }
    let isFirst = text[lineStart..<index].allSatisfy(Self.isBlank)
    let indentation = lineStart..<index
    let tag = try readTag()
    if tag.sign != UInt8(ascii: " "), isFirst, let next = endOfBlankLine() {
      if next > index { beginLine(at: next) }
      index = next
      try append(tag, indentation: String(decoding: text[indentation], as: UTF8.self))
    } else {
      appendText(from: textStart, to: tag.start)
      // A tag that stands at the very beginning of a line has no text before it that would mark the line.
      if indentation.isEmpty, isFirst { appendNode(.lineStart) }
      try append(tag, indentation: "")
    }
    return true
  }

  // MARK: Pieces

  private mutating func appendText(from start: Int, to end: Int) {
    guard start < end else { return }
    if start == 0 || text[start - 1] == UInt8(ascii: "\n") { appendNode(.lineStart) }
    appendNode(.text(String(decoding: text[start..<end], as: UTF8.self)))
  }

  private mutating func appendNode(_ node: TemplateNode) {
    sections[sections.count - 1].nodes.append(node)
  }

  private mutating func append(_ tag: Tag, indentation: String) throws(TemplateSyntaxError) {
    switch tag.sign {
    case UInt8(ascii: "#"), UInt8(ascii: "^"): sections.append(OpenSection(tag: tag, nodes: []))
    case UInt8(ascii: "/"): try closeSection(tag)
    case UInt8(ascii: ">"): appendNode(.partial(tag.name, indentation: indentation))
    case UInt8(ascii: " "): appendNode(.variable(tag.name))
    default: break
    }
  }

  private mutating func closeSection(_ tag: Tag) throws(TemplateSyntaxError) {
    guard let section = sections.last, let opening = section.tag else {
      throw error("this tag closes the section \"\(tag.name.text)\", which is not open", at: tag.name)
    }
    guard opening.name.text == tag.name.text else {
      throw error(
        "this tag closes another section than the one that is open, \"\(opening.name.text)\"", at: tag.name)
    }
    sections.removeLast()
    appendNode(
      opening.sign == UInt8(ascii: "#")
        ? .section(opening.name, section.nodes) : .invertedSection(opening.name, section.nodes))
  }

  // MARK: Tags

  /// Reads the tag at ``index``, and changes the delimiters where it says so.
  private mutating func readTag() throws(TemplateSyntaxError) -> Tag {
    let start = index
    let place = (line: line, column: String(decoding: text[lineStart..<index], as: UTF8.self).count + 1)
    index += open.count
    var sign = index < text.count ? text[index] : 0
    let isTriple = sign == UInt8(ascii: "{")
    let ending =
      isTriple ? [UInt8(ascii: "}")] + close : sign == UInt8(ascii: "=") ? [UInt8(ascii: "=")] + close : close
    if "#^/>!=&{".utf8.contains(sign) { index += 1 } else { sign = UInt8(ascii: " ") }
    let inner = index
    while index < text.count, !isAt(ending) { advanceInTag() }
    guard index < text.count else {
      throw TemplateSyntaxError(
        problem: "this tag does not end in \(String(decoding: ending, as: UTF8.self))", line: place.line,
        column: place.column)
    }
    let content = text[inner..<index].split(whereSeparator: { Self.isBlank($0) || $0 == 0x0A || $0 == 0x0D })
      .map { String(decoding: $0, as: UTF8.self) }
    index += ending.count
    let name = TemplateName(content.first ?? "", line: place.line, column: place.column)
    switch sign {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="):
      guard content.count == 2, !content.joined().contains("=") else {
        throw error("new marks are written {{=<% %>=}}", at: name)
      }
      (open, close) = (Array(content[0].utf8), Array(content[1].utf8))
    default: try Self.check(content, name)
    }
    if isTriple || sign == UInt8(ascii: "&") { sign = UInt8(ascii: " ") }
    return Tag(sign: sign, name: name, start: start)
  }

  private static func check(_ content: [String], _ name: TemplateName) throws(TemplateSyntaxError) {
    let problem: String? =
      switch content.first?.first {
      case nil: "this tag names nothing"
      case "%": "there is no such setting of a template"
      case "<", "$": "templates here are not built on each other with {{<…}} and {{$…}}; include a partial with {{>…}}"
      case _ where content.count > 1: "a name has no blanks, and \"\(content.joined(separator: " "))\" has"
      default: nil
      }
    if let problem { throw TemplateSyntaxError(problem: problem, line: name.line, column: name.column) }
  }

  private func error(_ problem: String, at name: TemplateName) -> TemplateSyntaxError {
    TemplateSyntaxError(problem: problem, line: name.line, column: name.column)
  }

  // MARK: Bytes

  private func isAt(_ mark: [UInt8]) -> Bool {
    text[index] == mark[0] && text[index...].starts(with: mark)
  }

  private mutating func advanceInTag() {
    if text[index] == UInt8(ascii: "\n") { beginLine(at: index + 1) }
    index += 1
  }

  private mutating func beginLine(at start: Int) {
    lineStart = start
    line += 1
  }

  /// Where the next line begins, when nothing but blanks is left on this one; the end of the text where it is the last.
  private func endOfBlankLine() -> Int? {
    var end = index
    while end < text.count, Self.isBlank(text[end]) { end += 1 }
    if end == text.count { return end }
    if text[end] == UInt8(ascii: "\r"), end + 1 < text.count, text[end + 1] == UInt8(ascii: "\n") { end += 1 }
    return text[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
