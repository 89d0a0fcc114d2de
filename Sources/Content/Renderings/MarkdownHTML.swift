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
    blocks.map(html).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func html(_ block: MarkdownBlock) -> String {
    switch block {
    case .paragraph(let inlines): paragraph(inlines)
    case .heading(let level, let inlines):
      element("h\(min(6, level + levelsDown))", "ink", EmailStyle.heading(level), html(inlines))
    case .blockquote(let inner): element("blockquote", "quote", EmailStyle.quote, "\n\(quoted(inner))\n")
    case .list(let start, let isTight, let items): list(items, start: start, isTight: isTight)
    case .code(_, let text): element("pre", "code", EmailStyle.codeBlock + EmailStyle.code, HTMLText.escaped(text))
    case .html(let raw): shown(raw).map { paragraph([.text($0)]) } ?? ""
    case .thematicBreak: "<hr\(look("rule", EmailStyle.rule))>"
    case .table(let rows): table(rows)
    }
  }

  /// The attributes of an element that say how it looks.
  private func look(_ name: String, _ style: String) -> String {
    isStyled ? (name.isEmpty ? "" : " class=\"\(name)\"") + " style=\"\(style)\"" : ""
  }

  private func element(_ tag: String, _ name: String, _ style: String, _ inner: String, more: String = "") -> String {
    "<\(tag)\(more)\(look(name, style))>\(inner)</\(tag)>"
  }

  private func paragraph(_ inlines: [MarkdownInline], style: String = EmailStyle.text, name: String = "ink") -> String {
    if let picture = lonePicture(inlines) { return picture }
    let inner = html(inlines)
    guard !inner.isEmpty else { return "" }
    // A line of emphasis alone is an aside, as the date of a story is.
    if case .emphasis = inlines.first, inlines.count == 1 { return element("p", "faint", EmailStyle.aside, inner) }
    return element("p", name, style, inner)
  }

  /// The inside of a blockquote; a last line that begins with a dash names the speaker.
  private func quoted(_ inner: [MarkdownBlock]) -> String {
    let blocks = inner.withSpeakerApart
    guard case .paragraph(let last) = blocks.last else { return html(blocks) }
    let ending =
      blocks.endInSpeaker
      ? paragraph(last, style: EmailStyle.attribution, name: "faint") : paragraph(last, style: EmailStyle.lastText)
    return ([html(Array(blocks.dropLast())), ending].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  private func list(_ items: [[MarkdownBlock]], start: Int?, isTight: Bool) -> String {
    let inner = items.map { element("li", "", EmailStyle.item, isTight ? tight($0) : html($0)) }
    let name = start == nil ? "ul" : "ol"
    let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    return element(name, "ink", EmailStyle.list, "\n\(inner.joined(separator: "\n"))\n", more: first)
  }

  /// The blocks of a tight item, whose paragraphs stand without tags of their own.
  private func tight(_ blocks: [MarkdownBlock]) -> String {
    blocks.map { if case .paragraph(let inlines) = $0 { html(inlines) } else { html($0) } }.joined(separator: "\n")
  }

  /// A table, in a box that scrolls by itself where the screen is narrow.
  private func table(_ rows: [[[MarkdownInline]]]) -> String {
    let lines = rows.enumerated().map { index, row in
      let tag = index == 0 ? "th" : "td"
      let cells = row.map {
        element(tag, "rule", EmailStyle.cell, html($0), more: index == 0 ? " scope=\"col\"" : "")
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let table = element("table", "ink", EmailStyle.table, "\n\(lines.joined(separator: "\n"))\n")
    return isStyled ? "<div style=\"\(EmailStyle.scrolling)\">\n\(table)\n</div>" : table
  }

  /// The HTML of a piece of running text.
  func html(_ inlines: [MarkdownInline]) -> String {
    inlines.map(html).joined()
  }

  private func html(_ inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text): HTMLText.escaped(text)
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    case .code(let text): element("code", "code", EmailStyle.code, HTMLText.escaped(text))
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): "<del>\(html(inner))</del>"
    case .link(let url, _, let inner):
      SafeURL.isLink(url)
        ? element(
          "a", "link", EmailStyle.link, html(inner), more: " href=\"\(HTMLText.escaped(SafeURL.written(url)))\"")
        : html(inner)
    case .image(let url, _, let alt): image(url, alt: alt) ?? HTMLText.escaped(alt)
    case .html(let raw): raw.hasPrefix("<!--") ? "" : HTMLText.escaped(raw)
    }
  }

  /// What is shown of raw HTML: nothing of comments, the rest as text.
  private func shown(_ raw: String) -> String? {
    let text = MarkdownNotes.removed(from: raw).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

// MARK: - Pictures

extension MarkdownHTML {
  /// A picture that is a paragraph by itself, perhaps within a link, with its credit below.
  private func lonePicture(_ inlines: [MarkdownInline]) -> String? {
    guard let first = inlines.first, inlines.count == 1 else { return nil }
    switch first {
    case .image(let url, let credit, let alt):
      let words = alt.isEmpty ? "" : element("p", "faint", EmailStyle.missing, small(alt))
      return (image(url, alt: alt) ?? words) + caption(credit)
    case .link(let target, _, let inner):
      guard case .image(let url, let credit, let alt) = inner.first, inner.count == 1, SafeURL.isLink(target),
        let image = image(url, alt: alt)
      else { return nil }
      return "<a href=\"\(HTMLText.escaped(SafeURL.written(target)))\">\(image)</a>" + caption(credit)
    default: return nil
    }
  }

  private func caption(_ title: String) -> String {
    let credit = MarkdownNotes.removed(from: title)
    return credit.isEmpty ? "" : "\n" + element("p", "faint", EmailStyle.caption, small(credit))
  }

  /// Words beside the text; where there are no styles, the element says so.
  private func small(_ words: String) -> String {
    isStyled ? HTMLText.escaped(words) : "<small>\(HTMLText.escaped(words))</small>"
  }

  private func image(_ url: String, alt: String) -> String? {
    guard SafeURL.isPicture(url), let source = picture(url) else { return nil }
    let size = isStyled ? " width=\"552\"" : ""
    let place = "src=\"\(HTMLText.escaped(SafeURL.written(source)))\" alt=\"\(HTMLText.escaped(alt))\""
    return "<img \(place)\(size)\(look("", EmailStyle.picture))>"
  }
}
