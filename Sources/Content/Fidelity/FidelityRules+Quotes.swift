internal import Timeline

extension FidelityRules {
  /// Quotes that the timeline does not have word for word, or of somebody else.
  func quoteDrift() -> [Found] {
    blockquotes() + (corpus.hasLooseMarks ? [] : runningQuotes())
  }

  /// Every blockquote: the words and the speaker must be those of a quote; plain ones must stand in an entry.
  private func blockquotes() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < lines.shown.count {
      guard lines.shown[index].hasPrefix(">") else {
        index += 1
        continue
      }
      let start = index
      while index < lines.shown.count, lines.shown[index].hasPrefix(">") { index += 1 }
      let markdown = lines.shown[start..<index].map { $0.dropFirst($0.hasPrefix("> ") ? 2 : 1) }
        .joined(separator: "\n")
      if let problem = problem(inBlockquote: MarkdownBlock.parse(markdown)) {
        found.append((.quoteDrift, lines.position(line: start, column: 1), problem))
      }
    }
    return found
  }

  private func problem(inBlockquote blocks: [MarkdownBlock]) -> String? {
    let whole = blocks.plainText
    guard !whole.isEmpty, !corpus.contains(whole) else { return nil }
    guard blocks.count > 1, case .paragraph(let last) = blocks.last,
      let dash = last.plainText.first, "—–-".contains(dash)
    else { return drift(of: whole) }
    let words = Array(blocks.dropLast()).plainText
    let speaker = FidelityCorpus.normalised(String(last.plainText.drop { "—–- ".contains($0) }))
    let same = corpus.quotes.filter { FidelityCorpus.normalised($0.text) == FidelityCorpus.normalised(words) }
    guard !same.isEmpty else { return drift(of: words) }
    let speakers = same.compactMap(MarkdownText.attribution)
    if speakers.contains(where: { FidelityCorpus.normalised($0) == speaker }) { return nil }
    // The source may be left out; the speaker may not be another.
    if same.contains(where: { $0.speaker.map(FidelityCorpus.normalised) == speaker }) { return nil }
    guard let right = speakers.first else {
      return "The timeline does not say who said this. Leave the speaker out, or state the speaker there."
    }
    return "The timeline has this quote of \(right), not of \(speaker)."
  }

  /// Quotations in running text: the timeline must have the words in this order.
  private func runningQuotes() -> [Found] {
    var found: [Found] = []
    for (number, line) in lines.shown.enumerated() where !line.hasPrefix(">") {
      var rest = line[...]
      while let open = rest.firstIndex(where: { "“„«\"".contains($0) }) {
        let closers: Set<Character> =
          switch rest[open] {
          case "“": ["”"]
          case "„": ["“", "”"]
          case "«": ["»"]
          default: ["\""]
          }
        let inside = rest[rest.index(after: open)...]
        guard let close = inside.firstIndex(where: closers.contains) else { break }
        let words = String(inside[..<close])
        if !corpus.contains(words), let problem = drift(of: words) {
          let column = line.distance(from: line.startIndex, to: open) + 1
          found.append((.quoteDrift, lines.position(line: number, column: column), problem))
        }
        rest = rest[rest.index(after: close)...]
      }
    }
    return found
  }

  /// What to say of words that the timeline does not have, showing where the nearest quote goes another way.
  private func drift(of words: String) -> String? {
    let mine = FidelityCorpus.normalised(words).split(separator: " ").map(String.init)
    guard !mine.isEmpty else { return nil }
    let nearest = corpus.quotes
      .map { quote in FidelityCorpus.normalised(quote.text).split(separator: " ").map(String.init) }
      .max { overlap($0, mine) < overlap($1, mine) }
    guard let nearest, overlap(nearest, mine) * 2 >= mine.count else {
      return "No entry of the draft has this quote. Quote the timeline word for word, or add the quote there."
    }
    let same = zip(mine, nearest).prefix { $0 == $1 }.count
    let piece = { (words: [String]) in
      let shown = words.dropFirst(max(0, same - 2)).prefix(6).joined(separator: " ")
      return shown.isEmpty ? "the end" : "“\(shown)”"
    }
    return "The quote is not word for word: \(piece(mine)) here, \(piece(nearest)) in the timeline."
  }

  private func overlap(_ left: [String], _ right: [String]) -> Int {
    Set(left).intersection(right).count
  }
}
