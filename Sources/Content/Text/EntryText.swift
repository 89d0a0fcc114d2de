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

  /// What the first paragraph says beside the headline; nil where it only leads up to a quote.
  var summary: String? {
    guard let first = texts.first else { return nil }
    let rest = withoutHeadline(first)
    return rest.isEmpty || rest.hasSuffix(":") ? nil : String(rest)
  }

  /// What follows the headline, quotes among it, as it can stand in a post.
  ///
  /// - Parameter language: the language whose quotation marks go around quotes.
  /// - Returns: paragraphs parted by an empty line; nil when there is nothing but the headline.
  func story(in language: Language) -> String? {
    var parts: [String] = []
    for block in entry.blocks {
      switch block {
      case .text(let markdown): parts.append(MarkdownText.withoutNotes(markdown))
      case .quote(let quote): parts.append(MarkdownText.runningQuote(quote, marks: language.quotationMarks))
      case .picture, .note: break
      }
    }
    if let first = parts.first, !texts.isEmpty { parts[0] = String(withoutHeadline(first)) }
    let story = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return story.isEmpty ? nil : story
  }

  /// A paragraph without the sentence that serves as headline.
  private func withoutHeadline(_ paragraph: String) -> Substring {
    guard entry.title == nil || entry.title == "", paragraph.hasPrefix(headline) else {
      return paragraph == headline ? "" : paragraph[...]
    }
    return paragraph.dropFirst(headline.count).drop(while: \.isWhitespace)
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
  /// - Returns: Markdown, without private notes.
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
