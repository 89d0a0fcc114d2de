internal import Timeline

/// The lines of an issue's file, for finding places in it.
struct NewsletterLines {
  struct Line {
    /// From 1.
    var number: Int
    var text: String
  }

  /// The lines of the front matter that mail clients show: subject and preheader.
  let head: [Line]
  /// The lines of the text.
  private let body: [Line]
  /// Where the next search begins, by what is looked for: the second of two equal pictures is the second in the file.
  private var next: [String: Int] = [:]

  init(_ contents: String) {
    let parts = FrontMatter(splitting: Draft.canonical(contents))
    let yaml = (parts.yaml ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    head = yaml.enumerated().filter { $0.element.hasPrefix("subject:") || $0.element.hasPrefix("preheader:") }
      .map { Line(number: $0.offset + 2, text: String($0.element)) }
    body = parts.body.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { Line(number: parts.bodyLine + $0.offset, text: String($0.element)) }
  }

  /// The standfirst, which is what stands before the first heading, and the rest.
  var parts: (standfirst: [Line], rest: [Line]) {
    let start = body.firstIndex { $0.text.hasPrefix("#") } ?? body.endIndex
    return (Array(body[..<start]), Array(body[start...]))
  }

  /// The place where a text stands; the beginning where it is written in another way than it reads.
  mutating func place(of text: String) -> SourcePosition {
    for index in (next[text] ?? 0)..<max(body.count, next[text] ?? 0) {
      guard let range = body[index].text.firstRange(of: text) else { continue }
      next[text] = index + 1
      let column = body[index].text.distance(from: body[index].text.startIndex, to: range.lowerBound) + 1
      return SourcePosition(line: body[index].number, column: column)
    }
    return SourcePosition(line: body.first?.number ?? 1)
  }
}

extension [MarkdownBlock] {
  /// The links with the words that carry them; a picture's alt text counts.
  var inlineLinks: [(url: String, words: String)] {
    inlines.flatMap(\.linksWithWords)
  }
}

extension [MarkdownInline] {
  fileprivate var linksWithWords: [(url: String, words: String)] {
    flatMap { inline -> [(url: String, words: String)] in
      switch inline {
      case .link(let url, _, let inner):
        [(url, (inner.plainText + inner.images.map(\.alt).joined()).filter { !$0.isWhitespace })]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.linksWithWords
      default: []
      }
    }
  }
}
