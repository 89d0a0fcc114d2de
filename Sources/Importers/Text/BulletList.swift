import Timeline

/// Paragraphs that begin with a bullet, as items of one Markdown list.
enum BulletList {
  /// The words of an item; nil for a paragraph without a bullet.
  static func item(_ text: String) -> Substring? {
    guard let first = text.first, "–•▪●-*—".contains(first), text.dropFirst().first == " " else { return nil }
    return text.dropFirst(2).drop { $0 == " " }
  }

  /// Plain paragraphs as Markdown, with their lists.
  static func markdown(of paragraphs: [SourceParagraph]) -> String {
    grouped(
      paragraphs.map { paragraph in
        PlacedBlock(block: .text(MarkdownText.escaped(paragraph.text)), position: paragraph.position)
      }
    ).compactMap { if case .text(let text) = $0.block { text } else { nil } }.joined(separator: "\n\n")
  }

  /// Blocks of which each run of items has become one list.
  static func grouped(_ blocks: [PlacedBlock]) -> [PlacedBlock] {
    var grouped: [PlacedBlock] = []
    var isInList = false
    for placed in blocks {
      guard case .text(let text) = placed.block, let item = item(text.hasPrefix("\\") ? String(text.dropFirst()) : text)
      else {
        grouped.append(placed)
        isInList = false
        continue
      }
      if isInList, case .text(let list)? = grouped.last?.block {
        grouped[grouped.count - 1].block = .text(list + "\n- " + item)
      } else {
        grouped.append(PlacedBlock(block: .text("- " + item), position: placed.position))
      }
      isInList = true
    }
    return grouped
  }
}
