internal import Timeline

/// Markdown as HTML for e-mail clients: inline styles alone, no scripts, nothing of raw HTML.
///
/// Raw HTML of a draft is shown as the text it is; comments are private notes and are left out.
struct EmailHTML {
  /// The HTML of some blocks.
  func html(_ blocks: [MarkdownBlock]) -> String {
    blocks.map(html).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func html(_ block: MarkdownBlock) -> String {
    switch block {
    case .paragraph(let inlines): paragraph(inlines)
    case .heading(let level, let inlines):
      "<h\(level) class=\"ink\" style=\"\(EmailStyle.heading(level))\">\(html(inlines))</h\(level)>"
    case .blockquote(let inner):
      "<blockquote class=\"quote\" style=\"\(EmailStyle.quote)\">\n\(quoted(inner))\n</blockquote>"
    case .list(let start, let isTight, let items): list(items, start: start, isTight: isTight)
    case .code(_, let text):
      "<pre class=\"code\" style=\"\(EmailStyle.codeBlock)\(EmailStyle.code)\">\(HTMLText.escaped(text))</pre>"
    case .html(let raw): shown(raw).map { paragraph([.text($0)]) } ?? ""
    case .thematicBreak: "<hr class=\"rule\" style=\"\(EmailStyle.rule)\">"
    case .table(let rows): table(rows)
    }
  }

  private func paragraph(_ inlines: [MarkdownInline], style: String = EmailStyle.text, name: String = "ink") -> String {
    if case .image(let url, let title, let alt) = inlines.first, inlines.count == 1 {
      return picture(url, alt: alt, credit: title)
    }
    let inner = html(inlines)
    return inner.isEmpty ? "" : "<p class=\"\(name)\" style=\"\(style)\">\(inner)</p>"
  }

  /// The inside of a blockquote; a last paragraph that begins with a dash names the speaker.
  private func quoted(_ blocks: [MarkdownBlock]) -> String {
    guard case .paragraph(let last) = blocks.last else { return html(blocks) }
    let isSpeaker = blocks.count > 1 && last.plainText.hasPrefix("—")
    let ending =
      isSpeaker
      ? paragraph(last, style: EmailStyle.attribution, name: "faint") : paragraph(last, style: EmailStyle.lastText)
    return ([html(Array(blocks.dropLast())), ending].filter { !$0.isEmpty }).joined(separator: "\n")
  }

  private func list(_ items: [[MarkdownBlock]], start: Int?, isTight: Bool) -> String {
    let inner = items.map { blocks in
      "<li style=\"\(EmailStyle.item)\">\(isTight ? tight(blocks) : html(blocks))</li>"
    }
    let name = start == nil ? "ul" : "ol"
    let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let opening = "<\(name)\(first) class=\"ink\" style=\"\(EmailStyle.list)\">"
    return ([opening] + inner + ["</\(name)>"]).joined(separator: "\n")
  }

  /// The blocks of a tight item, whose paragraphs stand without tags of their own.
  private func tight(_ blocks: [MarkdownBlock]) -> String {
    blocks.map { if case .paragraph(let inlines) = $0 { html(inlines) } else { html($0) } }.joined(separator: "\n")
  }

  private func table(_ rows: [[[MarkdownInline]]]) -> String {
    let lines = rows.enumerated().map { index, row in
      let tag = index == 0 ? "th" : "td"
      let scope = index == 0 ? " scope=\"col\"" : ""
      let cells = row.map { "<\(tag)\(scope) class=\"rule\" style=\"\(EmailStyle.cell)\">\(html($0))</\(tag)>" }
      return "<tr>\(cells.joined())</tr>"
    }
    return (["<table class=\"ink\" style=\"\(EmailStyle.table)\">"] + lines + ["</table>"]).joined(separator: "\n")
  }

  private func picture(_ url: String, alt: String, credit: String) -> String {
    let image = image(url, alt: alt)
    guard !credit.isEmpty else { return image }
    return image + "\n<p class=\"faint\" style=\"\(EmailStyle.caption)\">\(HTMLText.escaped(credit))</p>"
  }

  private func image(_ url: String, alt: String) -> String {
    let words = HTMLText.escaped(alt)
    guard SafeURL.isPicture(url) else { return words.isEmpty ? "" : "<p style=\"\(EmailStyle.text)\">\(words)</p>" }
    return "<img src=\"\(HTMLText.escaped(url))\" alt=\"\(words)\" width=\"552\" style=\"\(EmailStyle.picture)\">"
  }

  /// What is shown of raw HTML: nothing of comments, the rest as text.
  private func shown(_ raw: String) -> String? {
    let text = MarkdownNotes.removed(from: raw).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
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
    case .code(let text): "<code class=\"code\" style=\"\(EmailStyle.code)\">\(HTMLText.escaped(text))</code>"
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .strikethrough(let inner): "<del>\(html(inner))</del>"
    case .link(let url, _, let inner):
      SafeURL.isLink(url)
        ? "<a class=\"link\" href=\"\(HTMLText.escaped(url))\" style=\"\(EmailStyle.link)\">\(html(inner))</a>"
        : html(inner)
    case .image(let url, _, let alt): image(url, alt: alt)
    case .html(let raw): raw.hasPrefix("<!--") ? "" : HTMLText.escaped(raw)
    }
  }
}
