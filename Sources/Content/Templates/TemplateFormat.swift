/// What a template makes, which decides how its values are escaped; the template's author need not care.
package enum TemplateFormat: Hashable, Sendable {
  case markdown, plainText, html, json

  /// The format by the name of the file: `*.html.mustache`, `*.json.mustache`, `newsletter.mustache`; else plain text.
  package init(ofTemplate name: String) {
    let file = name.split(separator: "/").last ?? ""
    if file.hasSuffix(".html") {
      self = .html
    } else if file.hasSuffix(".json") {
      self = .json
    } else {
      self = file == "newsletter" ? .markdown : .plainText
    }
  }

  /// Words without markup, so that a reader of this format sees exactly them behind what is `written` already.
  func escaped(text: String, behind written: String = "") -> String {
    switch self {
    case .markdown:
      MarkdownText.escaped(text, beginsBlock: Self.mayBeginBlock(text) && MarkdownText.mayBeginBlock(behind: written))
    case .plainText: text
    case .html: HTMLText.escaped(text)
    case .json: JSONText.escaped(text)
    }
  }

  /// A quick look that spares looking back: no block begins with a letter.
  private static func mayBeginBlock(_ text: String) -> Bool {
    text.utf8.first.map { !UInt32($0).isASCIILetter && $0 < 0x80 } ?? false
  }

  /// Markdown of a timeline, so that a reader of this format sees what it says.
  func converted(markdown: String) -> String {
    switch self {
    case .markdown: markdown
    case .plainText: PlainText.from(markdown: markdown)
    case .html: HTMLText.escaped(PlainText.from(markdown: markdown))
    case .json: JSONText.escaped(PlainText.from(markdown: markdown))
    }
  }

  /// HTML that Daybook made.
  func converted(html: String) -> String {
    switch self {
    case .html: html
    case .json: JSONText.escaped(html)
    case .markdown, .plainText: ""
    }
  }
}
