import Timeline

/// A paragraph of a source, with the way back from its characters to the source's lines.
///
/// A paragraph of a web page knows its Markdown and its links too, or is a block already, such as a picture.
struct SourceParagraph: Hashable, Sendable {
  /// Where a line of the source begins within the paragraph.
  struct LineStart: Hashable, Sendable {
    var offset: Int
    var position: SourcePosition
  }

  private(set) var text: String
  private(set) var lineStarts: [LineStart]
  /// The whole paragraph in Markdown; nil for plain text.
  var markdown: String?
  /// The links among the words.
  var links: [Link] = []
  /// The paragraph is a heading of a web page.
  var isHeading = false
  /// What the paragraph becomes without being read as prose.
  var block: Block?

  init(_ text: String, at position: SourcePosition) {
    self.text = text
    lineStarts = [LineStart(offset: 0, position: position)]
  }

  var line: Int { lineStarts[0].position.line }
  var position: SourcePosition { lineStarts[0].position }

  /// The place in the source of the character at `offset`.
  func position(at offset: Int) -> SourcePosition {
    let start = lineStarts.last { $0.offset <= offset } ?? lineStarts[0]
    return SourcePosition(line: start.position.line, column: start.position.column + offset - start.offset)
  }

  /// The paragraph goes on in the next line of a text whose lines are wrapped.
  mutating func append(line: String, at position: SourcePosition) {
    text += " "
    lineStarts.append(LineStart(offset: text.count, position: position))
    text += line
  }

  /// The first `count` characters of the paragraph.
  func keeping(_ count: Int) -> SourceParagraph {
    var paragraph = SourceParagraph(String(text.prefix(count)), at: position)
    paragraph.links = links
    for start in lineStarts.dropFirst() where start.offset < count { paragraph.lineStarts.append(start) }
    return paragraph
  }

  /// The paragraph without its first `count` characters and the spaces after them.
  func dropping(_ count: Int) -> SourceParagraph {
    let rest = text.dropFirst(count)
    let spaces = rest.prefix { $0.isWhitespace }.count
    var paragraph = SourceParagraph(String(rest.dropFirst(spaces)), at: position(at: count + spaces))
    paragraph.links = links
    for start in lineStarts where start.offset > count + spaces {
      paragraph.lineStarts.append(LineStart(offset: start.offset - count - spaces, position: start.position))
    }
    return paragraph
  }
}
