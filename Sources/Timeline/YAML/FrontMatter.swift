/// The YAML between two `---` lines at the top of a text, and the rest.
package struct FrontMatter: Hashable, Sendable {
  /// The lines between the two marks; nil when the text has no front matter.
  package var yaml: String?
  /// The rest of the text, from the line after the second mark.
  package var body: String
  /// The line of the file that ``body`` begins at.
  package var bodyLine: Int

  /// Parts a text whose lines end in `\n`; a first mark without a second is no front matter.
  package init(splitting text: String) {
    guard let parts = Self.parts(of: text) else {
      self.init(yaml: nil, body: text, bodyLine: 1)
      return
    }
    self.init(yaml: String(text[parts.yaml]), body: String(text[parts.body...]), bodyLine: parts.bodyLine)
  }

  /// Where the YAML stands in a text and where the rest begins, without copying either; nil without front matter.
  static func parts(of text: String) -> (yaml: Range<String.Index>, body: String.Index, bodyLine: Int)? {
    guard text.hasPrefix("---\n") else { return nil }
    var line = 2
    var start = text.utf8.index(text.startIndex, offsetBy: 4)
    let yamlStart = start
    while start < text.endIndex {
      let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      let next = end < text.endIndex ? text.utf8.index(after: end) : end
      if text[start..<end] == "---" { return (yamlStart..<start, next, line + 1) }
      start = next
      line += 1
    }
    return nil
  }

  private init(yaml: String?, body: String, bodyLine: Int) {
    self.yaml = yaml
    self.body = body
    self.bodyLine = bodyLine
  }
}
