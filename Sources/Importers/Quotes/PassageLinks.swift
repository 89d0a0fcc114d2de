import Timeline

/// Brings the links of a passage back, since quotes and speakers are found in its plain words.
struct PassageLinks {
  private let sources: [SourceParagraph]

  /// More links than this in one paragraph are no prose.
  private static let most = 200

  init(_ passage: Passage) {
    sources = passage.sources
  }

  /// The blocks with their links: prose without quotes as it was, other links at their words or behind the blocks.
  func restored(in blocks: [PlacedBlock]) -> [PlacedBlock] {
    var blocks = blocks
    if sources.count == 1, let markdown = sources[0].markdown, blocks.count == 1, case .text = blocks[0].block {
      blocks[0].block = .text(markdown)
      return blocks
    }
    for link in sources.flatMap(\.links).prefix(Self.most) {
      let words = MarkdownText.escapedInline(link.text[...])
      let target = MarkdownText.link(words, to: link.url)
      let place = blocks.indices.first { index in
        guard case .text(let text) = blocks[index].block else { return false }
        return text.contains(words)
      }
      if let place, case .text(let text) = blocks[place].block, let range = text.firstRange(of: words) {
        blocks[place].block = .text(text.replacingCharacters(in: range, with: target))
      } else if let last = blocks.last {
        blocks.append(PlacedBlock(block: .text(target), position: last.position))
      }
    }
    return blocks
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
