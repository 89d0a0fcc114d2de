internal import Timeline

/// Markdown as HTML, for e-mail clients with inline styles and for the web without any; nothing of raw HTML.
///
/// Raw HTML of a draft is shown as the text it is; comments are private notes and are left out.
struct MarkdownHTML {
  /// Whether elements carry inline styles, and the classes of dark mode.
  let isStyled: Bool
  /// How many levels below its own a heading stands, on a page that has headings above it.
  let levelsDown: Int
  /// The address at which a reader finds a picture; nil where none does, and then its alt text stands for it.
  let picture: (String) -> String?

  init(isStyled: Bool = true, levelsDown: Int = 0, picture: @escaping (String) -> String?) {
    self.isStyled = isStyled
    self.levelsDown = levelsDown
    self.picture = picture
  }

  /// The HTML of some blocks.
  func html(_ blocks: [MarkdownBlock]) -> String {
    var html = ""
    html.reserveCapacity(256 * blocks.count)
    write(blocks[...], to: &html)
    return html
  }

  /// The HTML of a piece of running text.
  func html(_ inlines: [MarkdownInline]) -> String {
    var html = ""
    write(inlines, to: &html)
    return html
  }
}

// MARK: - Blocks

extension MarkdownHTML {
  /// Writes blocks on lines of their own; one that shows nothing leaves no line.
  private func write(_ blocks: ArraySlice<MarkdownBlock>, to html: inout String) {
    let start = html.utf8.count
    for block in blocks {
      let end = html.utf8.count
      if end > start { html += "\n" }
      let line = html.utf8.count
      write(block, to: &html)
      if html.utf8.count == line { html.cut(to: end) }
    }
  }

  private func write(_ block: MarkdownBlock, to html: inout String) {
    switch block {
    case .paragraph(let inlines): paragraph(inlines, to: &html)
    case .heading(let level, let inlines):
      element("h\(min(6, level + levelsDown))", .heading(level), to: &html) { write(inlines, to: &$0) }
    case .blockquote(let inner):
      element("blockquote", .quote, to: &html) { html in
        html += "\n"
        quoted(inner, to: &html)
        html += "\n"
      }
    case .list(let start, let isTight, let items): list(items, start: start, isTight: isTight, to: &html)
    case .code(_, let text):
      element("pre", .codeBlock, to: &html) { HTMLText.write(text, to: &$0) }
    case .html(let raw): if let text = shown(raw) { paragraph([.text(text)], to: &html) }
    case .thematicBreak:
      html += "<hr"
      look(.rule, to: &html)
      html += ">"
    case .table(let rows): table(rows, to: &html)
    }
  }

  /// Writes the attributes of an element that say how it looks.
  func look(_ style: EmailStyle, to html: inout String) {
    if isStyled { html += style.attributes }
  }

  func element(
    _ tag: String, _ style: EmailStyle, more: String = "", to html: inout String, _ inner: (inout String) -> Void
  ) {
    html.append("<", tag, more)
    look(style, to: &html)
    html += ">"
    inner(&html)
    html.append("</", tag, ">")
  }

  /// Writes a paragraph, or nothing where it would be empty.
  private func paragraph(_ inlines: [MarkdownInline], style: EmailStyle = .text, to html: inout String) {
    if let picture = lonePicture(inlines) {
      html += picture
      return
    }
    // A line of emphasis alone is an aside, as the date of a story is.
    let isAside = if case .emphasis = inlines.first, inlines.count == 1 { true } else { false }
    let start = html.utf8.count
    var isEmpty = false
    element("p", isAside ? .aside : style, to: &html) { html in
      let before = html.utf8.count
      write(inlines, to: &html)
      isEmpty = html.utf8.count == before
    }
    if isEmpty { html.cut(to: start) }
  }

  /// Writes the inside of a blockquote; a last line that begins with a dash names the speaker.
  private func quoted(_ inner: [MarkdownBlock], to html: inout String) {
    let blocks = inner.withSpeakerApart
    guard case .paragraph(let last) = blocks.last else { return write(blocks[...], to: &html) }
    let start = html.utf8.count
    write(blocks.dropLast(), to: &html)
    let end = html.utf8.count
    if end > start { html += "\n" }
    let line = html.utf8.count
    if blocks.endInSpeaker {
      paragraph(last, style: .attribution, to: &html)
    } else {
      paragraph(last, style: .lastText, to: &html)
    }
    if html.utf8.count == line { html.cut(to: end) }
  }

  private func list(_ items: [[MarkdownBlock]], start: Int?, isTight: Bool, to html: inout String) {
    let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    element(start == nil ? "ul" : "ol", .list, more: first, to: &html) { html in
      for item in items {
        html += "\n"
        element("li", .item, to: &html) { isTight ? tight(item, to: &$0) : write(item[...], to: &$0) }
      }
      html += "\n"
    }
  }

  /// Writes the blocks of a tight item, whose paragraphs stand without tags of their own.
  private func tight(_ blocks: [MarkdownBlock], to html: inout String) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html += "\n" }
      if case .paragraph(let inlines) = block { write(inlines, to: &html) } else { write(block, to: &html) }
    }
  }

  /// Writes a table, in a box that scrolls by itself where the screen is narrow.
  private func table(_ rows: [[[MarkdownInline]]], to html: inout String) {
    if isStyled { html.append("<div", EmailStyle.scrolling.attributes, ">\n") }
    element("table", .table, to: &html) { html in
      for (index, row) in rows.enumerated() {
        html += "\n<tr>"
        for cell in row {
          let scope = index == 0 ? " scope=\"col\"" : ""
          element(index == 0 ? "th" : "td", .cell, more: scope, to: &html) { write(cell, to: &$0) }
        }
        html += "</tr>"
      }
      html += "\n"
    }
    if isStyled { html += "\n</div>" }
  }

  /// What is shown of raw HTML: nothing of comments, the rest as text.
  private func shown(_ raw: String) -> String? {
    let text = MarkdownNotes.removed(from: raw).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// Shortens the text to its first so many bytes.
  mutating func cut(to length: Int) {
    removeSubrange(utf8.index(startIndex, offsetBy: length)...)
  }

  mutating func append(_ first: String, _ second: String, _ third: String) {
    self += first
    self += second
    self += third
  }
}
