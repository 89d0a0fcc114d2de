import Timeline

extension MarkupBlocks {
  /// A blockquote with its paragraphs; a footer, a `<cite>` or a last line with a dash names who is quoted.
  mutating func addQuotation(_ element: MarkupElement) {
    var inner = MarkupBlocks(withoutAttribution(element), base: pageAddress, isQuotation: true)
    takeFindings(of: inner)
    var attribution = attributionElement(in: element).map { MarkupText.collapsed($0.text).trimmingMarks("—–-― ") }
    var paragraphs = inner.takeRuns()
    var links =
      attributionElement(in: element).map { MarkupBlocks($0, base: pageAddress).blocks.flatMap(\.run.links) } ?? []
    if attribution == nil, paragraphs.count > 1, let last = paragraphs.last, let first = last.plain.first,
      "—–―-".contains(first), last.plain.count <= 160
    {
      attribution = last.plain.trimmingMarks("—–-― ")
      links = last.links
      paragraphs.removeLast()
    }
    // `— <cite>Ann Marsh</cite>` leaves its dash.
    if attribution != nil { paragraphs.removeAll { $0.plain.allSatisfy { "—–―- ".contains($0) } } }
    // A doubt of the source's own, as in `Ann Marsh(?)`, is what the mark of a timeline means.
    attribution = attribution?.replacing("(?)", with: " (?)").replacing("  (?)", with: " (?)")
    for picture in inner.blocks where picture.run.isEmpty { addBlock(picture) }
    guard !paragraphs.isEmpty else { return }
    let kind = MarkupBlock.Kind.quotation(attribution: attribution?.isEmpty == true ? nil : attribution)
    addBlock(
      MarkupBlock(
        kind: kind, run: paragraphs[0], paragraphs: paragraphs, attributionLinks: links, line: element.line))
  }

  private func attributionElement(in element: MarkupElement) -> MarkupElement? {
    element.first("footer") ?? element.first("figcaption") ?? element.first("cite")
  }

  private func withoutAttribution(_ element: MarkupElement) -> MarkupElement {
    guard let attribution = attributionElement(in: element) else { return element }
    return element.removing(attribution)
  }
}

extension MarkupElement {
  /// The element without one of those within it.
  func removing(_ other: MarkupElement) -> MarkupElement {
    var element = self
    element.children = children.compactMap { child in
      guard case .element(let inner) = child else { return child }
      return inner == other ? nil : .element(inner.removing(other))
    }
    return element
  }
}
