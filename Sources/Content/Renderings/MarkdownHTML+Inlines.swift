internal import Timeline

// MARK: - Running text

extension MarkdownHTML {
  func write(_ inlines: [MarkdownInline], to html: inout String) {
    for inline in inlines { write(inline, to: &html) }
  }

  private func write(_ inline: MarkdownInline, to html: inout String) {
    switch inline {
    case .text(let text): HTMLText.write(text, to: &html)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .code(let text): element("code", .code, to: &html) { HTMLText.write(text, to: &$0) }
    case .emphasis(let inner): write(inner, in: "em", to: &html)
    case .strong(let inner): write(inner, in: "strong", to: &html)
    case .strikethrough(let inner): write(inner, in: "del", to: &html)
    case .link(let url, _, let inner):
      guard SafeURL.isLink(url) else { return write(inner, to: &html) }
      html += "<a href=\""
      HTMLText.write(SafeURL.written(url), to: &html)
      html += "\""
      look(.link, to: &html)
      html += ">"
      write(inner, to: &html)
      html += "</a>"
    case .image(let url, _, let alt): html += image(url, alt: alt) ?? HTMLText.escaped(alt)
    case .html(let raw): if !raw.hasPrefix("<!--") { HTMLText.write(raw, to: &html) }
    }
  }

  private func write(_ inlines: [MarkdownInline], in tag: String, to html: inout String) {
    html.append("<", tag, ">")
    write(inlines, to: &html)
    html.append("</", tag, ">")
  }
}

// MARK: - Pictures

extension MarkdownHTML {
  /// A picture that is a paragraph by itself, perhaps within a link, with its credit below.
  func lonePicture(_ inlines: [MarkdownInline]) -> String? {
    guard let first = inlines.first, inlines.count == 1 else { return nil }
    switch first {
    case .image(let url, let credit, let alt):
      return (image(url, alt: alt) ?? (alt.isEmpty ? "" : small(alt, .missing))) + caption(credit)
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
    return credit.isEmpty ? "" : "\n" + small(credit, .caption)
  }

  /// Words beside the text; where there are no styles, the element says so.
  private func small(_ words: String, _ style: EmailStyle) -> String {
    var html = ""
    element("p", style, to: &html) { html in
      html += isStyled ? HTMLText.escaped(words) : "<small>\(HTMLText.escaped(words))</small>"
    }
    return html
  }

  private func image(_ url: String, alt: String) -> String? {
    guard SafeURL.isPicture(url), let source = picture(url) else { return nil }
    let size = isStyled ? " width=\"552\"" : ""
    var html = "<img src=\"\(HTMLText.escaped(SafeURL.written(source)))\" alt=\"\(HTMLText.escaped(alt))\"\(size)"
    look(.picture, to: &html)
    return html + ">"
  }
}
