/// One piece of a parsed template.
enum TemplateNode: Sendable {
  /// What is written as it stands.
  case text(String)
  /// The beginning of a line: where a partial that stands alone on its line is indented.
  case lineStart
  case variable(TemplateName)
  /// A part that is written for what is there, once for each item of a list.
  case section(TemplateName, [TemplateNode])
  /// A part that is written where nothing is there.
  case invertedSection(TemplateName, [TemplateNode])
  /// Another template, with what stood before its tag where it stands alone on its line.
  case partial(TemplateName, indentation: String)
}

/// What a tag names, and where.
///
/// A class, since a renderer passes it on with every tag.
final class TemplateName: Sendable {
  /// The name as it is written, without blanks.
  let text: String
  /// The members from one to the next: `["publication", "name"]`; empty for `.`, and for a function of the place.
  let path: [String]
  /// The functions around the path, the outermost first: `["htmlCard", "htmlBody"]`.
  let functions: [String]
  /// Where the tag begins in the template's text, from 1.
  let line: Int
  /// The tag's first column, in characters from 1.
  let column: Int

  init(_ text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
    var pieces = text.split(separator: "(", omittingEmptySubsequences: false)
    let inner = pieces.removeLast()
    functions = pieces.map(String.init)
    let name = pieces.isEmpty ? inner : inner.prefix { $0 != ")" }
    path = name.split(separator: ".").map(String.init)
  }

  /// Whether this is a function of an item's place in its list, as `last()`.
  var isPlace: Bool { path.isEmpty && !functions.isEmpty && text.hasSuffix("()") }
}
