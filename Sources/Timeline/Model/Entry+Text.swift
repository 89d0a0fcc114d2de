extension Entry {
  /// The longest summary that takes in a second sentence, in characters.
  private static let longestSummary = 280

  /// The links of the title and of the text, in the order of the file; each call reads the Markdown anew.
  package var links: [Link] {
    let texts = textsMarkdown
    var links: [Link] = []
    if let title, Self.mayLink(title) { links += MarkdownBlock.parse(MarkdownNotes.removed(from: title)).links }
    // A text may name a link that another one defines.
    if texts.contains(where: Self.mayLink) { links += MarkdownBlock.parse(texts.joined(separator: "\n\n")).links }
    return links
  }

  /// A quick look that spares parsing: no Markdown link can do without one of these.
  package static func mayLink(_ text: String) -> Bool {
    var previous: UInt8 = 0
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "/") where previous == byte: return true
      case UInt8(ascii: ".") where previous | 0x20 == UInt8(ascii: "w"): return true
      case UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: "["): if previous == UInt8(ascii: "]") { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  /// The text without markup, quotes, pictures and private notes; an empty line parts paragraphs.
  package var plainBody: String {
    let markdown = bodyMarkdown
    return markdown.isEmpty ? "" : MarkdownBlock.parse(markdown).plainText
  }

  /// The title's words; without a title the first sentence of the text, without text the first quote or the date.
  package var displayTitle: String {
    if let title {
      let plain = PlainMarkdown.line(MarkdownNotes.removed(from: title))
      if !plain.isEmpty { return plain }
    }
    let sentence = Sentences.first(of: plainBody)
    if !sentence.isEmpty { return sentence }
    if let quote = quotes.first { return Sentences.first(of: quote.text) }
    return picture.map(\.alt).flatMap { $0.isEmpty ? nil : $0 } ?? dateText
  }

  /// The first sentence of the text, and those after it in the same paragraph as long as all is short.
  package var summary: String {
    let paragraph = plainBody.firstRange(ofExactly: "\n\n").map { String(plainBody[..<$0.lowerBound]) } ?? plainBody
    return Sentences.leading(of: paragraph, limit: Self.longestSummary)
  }
}

extension TimelineDocument {
  /// The standfirst without private notes.
  package var publicStandfirst: String {
    MarkdownNotes.removed(from: standfirst)
  }
}
