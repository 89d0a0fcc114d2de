internal import Timeline

/// What an entry says, cut into the pieces that templates ask for; all of it Markdown as the author wrote it.
struct EntryText {
  let entry: Entry
  /// The blocks of text without private notes.
  private let texts: [String]

  init(_ entry: Entry) {
    self.entry = entry
    texts = entry.blocks.compactMap { block in
      guard case .text(let markdown) = block else { return nil }
      let text = MarkdownText.withoutNotes(markdown)
      return text.isEmpty ? nil : text
    }
  }

  /// The title, or where there is none the first sentence.
  var headline: String {
    if let title = entry.title, !title.isEmpty { return title }
    return firstSentence ?? entry.dateText
  }

  /// The first paragraph, unless it is nothing but the headline.
  var summary: String? {
    guard let first = texts.first, first != headline else { return nil }
    return first
  }

  /// What follows the headline: everything, or all but the first sentence where that is the headline.
  var story: String? {
    let all = texts.joined(separator: "\n\n")
    let rest = entry.title == nil ? all.dropFirst(headline.count) : all[...]
    let trimmed = rest.drop(while: \.isWhitespace)
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  private var firstSentence: String? {
    guard let first = texts.first else { return nil }
    return String(first[..<SentenceScanner.firstEnd(in: first)])
  }

  /// The body: text, quotes and pictures in the author's order.
  ///
  /// - Parameters:
  ///   - pulled: a quote that stands elsewhere in the issue and is left out, unless the text leads up to it.
  ///   - pictureFolder: what a relative path of a picture begins with, seen from the draft.
  func body(without pulled: Quote? = nil, pictureFolder: String = "") -> String {
    var parts: [String] = []
    for block in entry.blocks {
      switch block {
      case .text(let markdown): parts.append(MarkdownText.withoutNotes(markdown))
      case .quote(let quote):
        let isLedUpTo = parts.last?.hasSuffix(":") ?? false
        if quote != pulled || isLedUpTo { parts.append(MarkdownText.blockquote(quote)) }
      case .picture(let picture): parts.append(MarkdownText.picture(picture.placed(below: pictureFolder)))
      case .note: break
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Picture {
  /// The same picture with a relative path seen from another folder.
  func placed(below folder: String) -> Picture {
    guard !path.contains("://"), !path.hasPrefix("/"), !path.hasPrefix("data:") else { return self }
    var placed = self
    placed.path = folder + path
    return placed
  }
}

extension EntryText {
  /// The links of the text, in its order, one for each target.
  var links: [Link] {
    var seen: Set<String> = []
    return texts.flatMap { MarkdownBlock.parse($0).links }.filter { seen.insert($0.url).inserted }
  }
}

extension [MarkdownBlock] {
  /// The links of all blocks, in their order.
  var links: [Link] {
    flatMap { block -> [Link] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.links
      case .blockquote(let inner): inner.links
      case .list(_, _, let items): items.flatMap(\.links)
      case .table(let rows): rows.flatMap { $0.flatMap(\.links) }
      case .code, .html, .thematicBreak: []
      }
    }
  }
}
