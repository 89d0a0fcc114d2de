/// Names below quotations on a line of their own: `— Peter Lyle`.
enum Signature {
  private static let mostWords = 10

  /// The passages, each signature with the quotation above it.
  static func joined(_ passages: [Passage]) -> [Passage] {
    var joined: [Passage] = []
    for (index, passage) in passages.enumerated() {
      if case .quotation(let quotation)? = joined.last?.pieces.last?.piece, quotation.closing?.isEmpty == false,
        passage.pieces.count == 1, case .prose(let text) = passage.pieces[0].piece, isSignature(text),
        !isListed(passages[(index + 1)...].first)
      {
        joined[joined.count - 1].pieces += passage.pieces
        joined[joined.count - 1].sources += passage.sources
      } else {
        joined.append(passage)
      }
    }
    return joined
  }

  /// Whether a paragraph is a line that begins with `>`, as quoted lines of a plain text do.
  static func isQuoted(_ paragraph: SourceParagraph) -> Bool {
    paragraph.block == nil && paragraph.markdown == nil && paragraph.text.hasPrefix(">")
  }

  /// The words of quoted lines, and who signs them in the last.
  static func parted(_ lines: [SourceParagraph]) -> (text: String, signature: Attribution?) {
    var words = lines.map { String($0.text.drop { $0 == ">" || $0.isWhitespace }) }
    var signature: Attribution?
    if let last = words.last, isSignature(last) {
      signature = Attribution.after(last, quoted: ".")
      if signature != nil { words.removeLast() }
    }
    let paragraphs = words.split { $0.isEmpty }.map { $0.joined(separator: " ") }
    return (withoutMarks(paragraphs.joined(separator: "\n\n")), signature)
  }

  /// The words without the quotation marks around all of them.
  private static func withoutMarks(_ text: String) -> String {
    guard let first = text.first, let last = text.last, text.count > 2, first != last || first == "\"",
      QuoteConvention.match(first, last), !text.dropFirst().dropLast().contains(where: { $0 == first || $0 == last })
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  private static func isSignature(_ text: String) -> Bool {
    guard beginsWithDash(text), text.utf8.count < 200 else { return false }
    let sentences = Word.split(text).sentences
    guard sentences.count == 1, let words = sentences.first, words.count <= mostWords else { return false }
    return Attribution.signature(of: words) != nil
  }

  /// Whether a list goes on with this passage.
  private static func isListed(_ passage: Passage?) -> Bool {
    guard case .prose(let text)? = passage?.pieces.first?.piece else { return false }
    return beginsWithDash(text)
  }

  private static func beginsWithDash(_ text: String) -> Bool {
    text.first.map { "–—―-".contains($0) } ?? false
  }
}
