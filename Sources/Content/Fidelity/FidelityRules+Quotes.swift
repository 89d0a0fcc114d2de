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
      if let problem = problem(inBlockquote: lines.shown[start..<index].joined(separator: "\n")) {
        found.append((.quoteDrift, lines.position(line: start, column: 1), problem))
      }
    }
    return found
  }

  private func problem(inBlockquote markdown: String) -> String? {
    let whole = MarkdownBlock.parse(markdown).plainText
    guard !whole.isEmpty, !corpus.contains(whole) else { return nil }
    guard let quote = Quote(blockquote: markdown) else { return drift(of: whole) }
    let speaker = [quote.speaker, quote.source].compactMap(\.self).joined(separator: ", ")
    return problem(inQuote: quote.text, of: speaker)
  }

  /// What is wrong with somebody's words as a whole; nil where the timeline has them so.
  private func problem(inQuote words: String, of speaker: String) -> String? {
    let speaker = FidelityCorpus.normalised(speaker)
    let same = corpus.quotes.filter { FidelityCorpus.normalised($0.text) == FidelityCorpus.normalised(words) }
    guard !same.isEmpty else { return drift(of: words) }
    let speakers = same.compactMap(MarkdownText.attribution)
    if speakers.contains(where: { FidelityCorpus.normalised($0) == speaker }) { return nil }
    // The source may be left out; the speaker may not be another.
    if same.contains(where: { $0.isSure && $0.speaker.map(FidelityCorpus.normalised) == speaker }) { return nil }
    guard let right = speakers.first else {
      return "The timeline does not say who said this. Leave the speaker out, or state the speaker there."
    }
    return "The timeline has this quote of \(right), not of \(speaker)."
  }

  /// Quotations in running text: the timeline must have the words in this order; with a speaker on the next line, as
  /// posts have one, the whole quote.
  private func runningQuotes() -> [Found] {
    let shown = lines.shown.map { $0.hasPrefix(">") ? "" : $0 }
    let characters = Array(shown.joined(separator: "\n"))
    return QuotationMarks(characters).quotations.compactMap { range in
      let words = String(characters[range])
      guard let problem = problem(inRunning: words, before: characters[(range.upperBound + 1)...]) else { return nil }
      let before = characters[..<range.lowerBound]
      let line = before.count { $0 == "\n" }
      let column = before.count - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0)
      return (.quoteDrift, lines.position(line: line, column: max(1, column)), problem)
    }
  }

  private func problem(inRunning words: String, before rest: ArraySlice<Character>) -> String? {
    if let speaker = Self.speaker(at: rest) {
      return corpus.contains("\(words) — \(speaker)") ? nil : problem(inQuote: words, of: speaker)
    }
    // A comma or a full stop may belong to the sentence around the quotation.
    let bare = words.last.map { ".,".contains($0) } ?? false ? String(words.dropLast()) : words
    return corpus.contains(bare) ? nil : drift(of: words)
  }

  /// Who is named on a line of their own right behind a quotation, as in `— A. Runner, mixed zone`.
  private static func speaker(at rest: ArraySlice<Character>) -> String? {
    guard rest.first == "\n" else { return nil }
    let line = rest.dropFirst().prefix { $0 != "\n" }
    guard line.first == "—" else { return nil }
    return String(line.dropFirst().drop { $0 == " " })
  }

  /// What to say of words that the timeline does not have, showing where the nearest quote goes another way.
  private func drift(of words: String) -> String? {
    let mine = FidelityCorpus.normalised(words).split(separator: " ").map(String.init)
    guard !mine.isEmpty else { return nil }
    let closest = (corpus.quotes.map(\.text) + corpus.quotations)
      .map { FidelityCorpus.normalised($0).split(separator: " ").map(String.init)[...] }
      .max { likeness($0, mine) < likeness($1, mine) }
    guard let whole = closest, overlap(whole, mine) * 2 >= mine.count else {
      return "No entry of the draft has this quote. Quote the timeline word for word, or add the quote there."
    }
    // A part of a quote begins somewhere within it.
    let tails = whole.indices.map { whole[$0...] }
    let tail = tails.max { Self.sharedStart(mine, $0) < Self.sharedStart(mine, $1) } ?? whole
    let nearest = Self.sharedStart(mine, tail) > 0 ? Array(tail) : Array(whole)
    let same = Self.sharedStart(mine, nearest[...])
    let piece = { (words: [String]) in
      let shown = words.dropFirst(max(0, same - 2)).prefix(6).joined(separator: " ")
      return same >= words.count ? "the end\(shown.isEmpty ? "" : " behind “\(shown)”")" : "“\(shown)”"
    }
    return "The quote is not word for word: \(piece(mine)) here, \(piece(nearest)) in the timeline."
  }

  private func overlap(_ left: ArraySlice<String>, _ right: [String]) -> Int {
    Set(left).intersection(right).count
  }

  /// How much a quote is like the words: what they share, less what either has alone.
  private func likeness(_ quote: ArraySlice<String>, _ words: [String]) -> Int {
    let shared = overlap(quote, words)
    return 3 * shared - Set(words).count - min(Set(quote).count, 2 * words.count)
  }

  /// How many words two texts begin with alike.
  private static func sharedStart(_ words: [String], _ quote: ArraySlice<String>) -> Int {
    zip(words, quote).prefix { $0 == $1 }.count
  }
}
