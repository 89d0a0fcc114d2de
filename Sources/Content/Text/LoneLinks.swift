internal import Timeline

/// Links that stand alone, as in `[Watch the finish](https://example.org/watch)` behind the text of an entry.
///
/// In a post the address stands on a line of its own; the words of such a link alone would say nothing.
enum LoneLinks {
  /// What may stand behind a link, or between two, and says nothing.
  private static let signs: Set<Character> = [".", "!", "…", "→", "»", "·", "•", "|", "/", ",", ";", "–", "—"]

  /// A paragraph of Markdown without the links behind its last sentence; nothing, where it has only links.
  ///
  /// Lists, quotes and other blocks stay as they are, and so does a link that is part of a sentence.
  static func removed(from markdown: String) -> String {
    guard Entry.mayLink(markdown) else { return markdown }
    var rest = markdown[...]
    while let shorter = withoutLastLink(rest) { rest = shorter }
    return rest.isEmpty || endsSentence(rest) ? String(rest) : markdown
  }

  /// The paragraph without its last link; nil where it does not end in one.
  private static func withoutLastLink(_ markdown: Substring) -> Substring? {
    let text = markdown.trimmingSpaces().trimmingSuffix(while: signs.contains)
    let open: Character? =
      switch text.last {
      case ")", "]": "["
      case ">": "<"
      default: nil
      }
    guard let start = open.map({ text.lastIndex(of: $0) }) ?? startOfLastWord(of: text) else { return nil }
    let isStart = start == text.startIndex || text[text.index(before: start)].isWhitespace
    guard isStart, isLinkAlone(String(markdown[start...])) else { return nil }
    return markdown[..<start].trimmingSuffix { $0.isWhitespace || "·•|/,;–—".contains($0) }
  }

  private static func startOfLastWord(of text: Substring) -> String.Index? {
    text.lastIndex(where: \.isWhitespace).map { text.index(after: $0) } ?? text.startIndex
  }

  private static func isLinkAlone(_ markdown: String) -> Bool {
    guard Entry.mayLink(markdown), case .paragraph(let inlines) = MarkdownBlock.parse(markdown).first else {
      return false
    }
    var links = 0
    for inline in inlines {
      switch inline {
      case .link: links += 1
      case .text(let text) where text.allSatisfy({ signs.contains($0) || $0.isWhitespace }): break
      default: return false
      }
    }
    return links == 1
  }

  private static func endsSentence(_ text: Substring) -> Bool {
    let bare = text.trimmingSuffix { "\"”’»)]*_".contains($0) }
    return bare.last.map { ".!?…".contains($0) } ?? false
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isUnwanted(self[index(before: end)]) { formIndex(before: &end) }
    return self[..<end]
  }
}
