import Timeline

/// Paragraphs that begin with a bullet, as items of one Markdown list.
enum BulletList {
  /// The words of an item; nil for a paragraph without a bullet.
  static func item(_ text: String) -> Substring? {
    guard let first = text.first, "–•▪●-*—".contains(first), text.dropFirst().first == " " else { return nil }
    return text.dropFirst(2).drop { $0 == " " }
  }

  /// Paragraphs as Markdown, with their lists.
  static func markdown(of paragraphs: [SourceParagraph]) -> String {
    let blocks = paragraphs.compactMap { paragraph -> PlacedBlock? in
      guard let text = markdown(of: paragraph) else { return nil }
      return PlacedBlock(block: .text(text), position: paragraph.position)
    }
    return grouped(blocks, keepsDashes: paragraphs.contains { $0.markdown != nil }).compactMap {
      if case .text(let text) = $0.block { text } else { nil }
    }
    .joined(separator: "\n\n")
  }

  private static func markdown(of paragraph: SourceParagraph) -> String? {
    if let block = paragraph.block { return markdown(of: block) }
    return ArticleEnd.isRule(paragraph.text) ? nil : paragraph.markdown ?? MarkdownText.escaped(paragraph.text)
  }

  /// A block as Markdown; nil for a private note.
  static func markdown(of block: Block) -> String? {
    switch block {
    case .text(let text): return text
    case .quote(let quote):
      let lines = quote.text.split(separator: "\n\n") + [quote.speaker.map { "— \($0)" }].compactMap { $0?[...] }
      return lines.map { "> " + $0 }.joined(separator: "\n>\n")
    case .picture(let picture):
      let title =
        picture.credit.map { " \"\(MarkdownText.escapedInline($0[...]).replacing("\"", with: "\\\""))\"" } ?? ""
      return "![\(MarkdownText.escapedInline(picture.alt[...]))](\(MarkdownText.target(picture.path))\(title))"
    case .note: return nil
    }
  }

  /// Blocks of which each run of items has become one list; a dash before a single paragraph makes no list, and with
  /// `keepsDashes` none before any: a page has other lists, and dialogue begins with dashes.
  static func grouped(_ blocks: [PlacedBlock], keepsDashes: Bool = false) -> [PlacedBlock] {
    var grouped: [PlacedBlock] = []
    var run: [(item: Substring, block: PlacedBlock)] = []
    func finish() {
      defer { run = [] }
      guard let first = run.first else { return }
      if run.count == 1, case .text(let text) = first.block.block, "–—".contains(text.first ?? "-") {
        grouped.append(first.block)
      } else {
        let list = run.map { "- " + $0.item }.joined(separator: "\n")
        grouped.append(PlacedBlock(block: .text(list), position: first.block.position))
      }
    }
    for placed in blocks {
      if case .text(let text) = placed.block, !text.contains("\n"),
        !(keepsDashes && "–—".contains(text.first ?? " ")),
        let item = item(text.hasPrefix("\\") ? String(text.dropFirst()) : text)
      {
        run.append((item, placed))
      } else {
        finish()
        grouped.append(placed)
      }
    }
    finish()
    return grouped
  }
}
