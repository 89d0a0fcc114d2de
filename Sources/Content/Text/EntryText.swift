internal import Timeline

/// What an entry says, cut into the pieces that templates ask for; all of it Markdown as the author wrote it.
///
/// A class, since the values that templates ask for hold on to it.
final class EntryText: Sendable {
  let entry: Entry
  let language: Language
  private let dropsLoneLinks: Bool

  /// - Parameters:
  ///   - entry: the entry.
  ///   - language: the language of its quotation marks.
  ///   - dropsLoneLinks: whether ``story`` and its like go without links that stand alone; what is left of an entry
  ///     that has nothing else stays as it is.
  init(_ entry: Entry, language: Language, dropsLoneLinks: Bool = false) {
    self.entry = entry
    self.language = language
    self.dropsLoneLinks =
      dropsLoneLinks && (entry.title != nil || Self.firstText(of: entry, dropsLoneLinks: true) != nil)
  }

  /// The first block of text, as templates see it: without private notes.
  private var firstText: String? { Self.firstText(of: entry, dropsLoneLinks: dropsLoneLinks) }

  private static func firstText(of entry: Entry, dropsLoneLinks: Bool) -> String? {
    for case .text(let markdown) in entry.blocks {
      let noteless = MarkdownNotes.removed(from: markdown)
      let text = dropsLoneLinks ? LoneLinks.removed(from: noteless) : noteless
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The longest quote that serves as a headline, in characters; none is ever cut.
  private static let longestQuote = 100

  /// The title, or where there is none the first sentence; where there is no text, a short quote with its speaker, what
  /// a picture shows, or the date.
  var headline: String {
    if let title { return title }
    if let firstSentence { return firstSentence }
    if let quote = headlineQuote, let speaker = quote.speaker {
      let marks = language.quotationMarks
      return "\(MarkdownText.escaped(speaker)): \(marks.open)\(MarkdownText.words(of: quote))\(marks.close)"
    }
    let alt = entry.picture?.alt ?? ""
    return MarkdownText.escaped(alt.isEmpty ? entry.dateText : alt)
  }

  /// The quote that serves as headline where there is neither title nor text.
  private var headlineQuote: Quote? {
    guard title == nil, firstSentence == nil else { return nil }
    return entry.quotes.first {
      MarkdownText.attribution(of: $0) != nil && $0.text.count <= Self.longestQuote && !$0.text.contains("\n")
    }
  }

  private var title: String? {
    let title = entry.title.map { MarkdownNotes.removed(from: $0) } ?? ""
    return title.isEmpty ? nil : title
  }

  /// What the first paragraph says beside the headline; nil where it only leads up to a quote.
  var summary: String? {
    guard let first = firstText else { return nil }
    let rest = withoutHeadline(first)
    return rest.isEmpty || rest.hasSuffix(":") ? nil : String(rest)
  }

  /// The first sentence of ``summary``.
  var opening: String? {
    summary.map { Sentences.first(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What follows the headline, quotes among it, as it can stand in a post.
  ///
  /// Paragraphs are parted by an empty line; nil when there is nothing but the headline.
  var story: String? {
    var parts: [String] = []
    var isFirst = true
    for block in entry.blocks {
      switch block {
      case .text(let markdown):
        let noteless = MarkdownNotes.removed(from: markdown)
        let text = dropsLoneLinks ? LoneLinks.removed(from: noteless) : noteless
        parts.append(isFirst ? String(withoutHeadline(text)) : text)
        if !text.isEmpty { isFirst = false }
      case .quote(let quote) where quote == headlineQuote: break
      case .quote(let quote): parts.append(MarkdownText.runningQuote(quote, marks: language.quotationMarks))
      case .picture, .note: break
      }
    }
    let story = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return story.isEmpty ? nil : story
  }

  private var firstSentence: String? {
    firstText.map { Sentences.first(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A paragraph without the sentence that serves as headline.
  private func withoutHeadline(_ paragraph: String) -> Substring {
    guard title == nil, let sentence = firstSentence else { return paragraph == headline ? "" : paragraph[...] }
    var rest = paragraph[...]
    for _ in sentence.split(whereSeparator: \.isWhitespace) {
      rest = rest.drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    }
    return rest.drop(while: \.isWhitespace)
  }

  /// The body: text, quotes and pictures in the author's order.
  ///
  /// - Parameter pictureFolder: what a relative path of a picture begins with, seen from the draft.
  /// - Returns: Markdown, without private notes.
  func body(pictureFolder: String = "") -> String {
    var parts: [String] = []
    for block in entry.blocks {
      switch block {
      case .text(let markdown):
        parts.append(Picture.placed(in: MarkdownNotes.removed(from: markdown), below: pictureFolder))
      case .quote(let quote): parts.append(MarkdownText.blockquote(quote))
      case .picture(let picture): parts.append(MarkdownText.picture(picture.placed(below: pictureFolder)))
      case .note: break
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension Picture {
  /// The credit without private notes; nil where there is none.
  var publicCredit: String? {
    credit.map(MarkdownNotes.removed).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The same picture with a relative path seen from another folder.
  func placed(below folder: String) -> Picture {
    guard !path.contains("://"), !path.hasPrefix("/"), !path.hasPrefix("data:") else { return self }
    var placed = self
    placed.path = folder + path
    return placed
  }

  /// The text with the paths of the pictures in it seen from another folder.
  static func placed(in markdown: String, below folder: String) -> String {
    guard !folder.isEmpty, markdown.contains(exactly: "![") else { return markdown }
    var text = markdown
    for picture in Set(MarkdownBlock.parse(markdown).images) where !picture.path.isEmpty {
      let path = picture.placed(below: folder).path
      text = text.replacing("](\(picture.path)", with: "](\(path)").replacing("](<\(picture.path)", with: "](<\(path)")
    }
    return text
  }
}

extension EntryText {
  /// The links of title and text, in their order, one for each target.
  var links: [Link] {
    var seen: Set<String> = []
    return entry.links.filter { seen.insert($0.url).inserted }
  }
}
