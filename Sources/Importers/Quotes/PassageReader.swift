import Timeline

/// Parts the paragraphs of an entry into passages, and reports the quotation marks that look wrong.
struct PassageReader {
  /// How many paragraphs a quotation may run on without a mark at their start, and how many characters.
  private static let furthestEnd = 40
  private static let mostCharacters = 20_000
  /// A longer paragraph is no prose; it is kept as it is.
  private static let longestParagraph = 100_000

  let convention: QuoteConvention
  /// Whether a paragraph brings its own speaker, so that it cannot belong to an unclosed quotation before it.
  let hasOwnSpeaker: (String) -> Bool
  private(set) var findings: [Finding] = []
  private var passages: [Passage] = []

  init(convention: QuoteConvention, hasOwnSpeaker: @escaping (String) -> Bool = { _ in false }) {
    self.convention = convention
    self.hasOwnSpeaker = hasOwnSpeaker
  }

  mutating func passages(of paragraphs: [SourceParagraph]) -> [Passage] {
    passages = []
    let texts = paragraphs.map { $0.text.utf8.count > Self.longestParagraph ? [] : Array($0.text) }
    var carried: [Character] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let isCarried = !carried.isEmpty
      guard !texts[index].isEmpty else {
        passages.append(Passage(sources: [paragraph], pieces: [(.prose(paragraph.text), paragraph.position)]))
        carried = []
        continue
      }
      let isAnnounced = index > 0 && texts[index - 1].last == ":" && !isDash(paragraphs.dropFirst(index + 1).first)
      if !isCarried, let pieces = DashDialogue.pieces(of: paragraph.text, isAnnounced: isAnnounced) {
        let placed = pieces.map { (piece: $0.piece, position: paragraph.position(at: $0.offset)) }
        passages.append(Passage(sources: [paragraph], pieces: placed))
        continue
      }
      let scanner = QuoteScanner(texts[index], convention: convention, open: carried)
      report(scanner, in: paragraph)
      append(scanner, of: paragraph, isCarried: isCarried)
      carried = []
      guard !scanner.open.isEmpty, let unclosed = scanner.spans.last else { continue }
      let isNew = !isCarried || scanner.spans.count > 1
      let opening = paragraph.position(at: unclosed.outer.lowerBound)
      let hasSpeaker = unclosed.outer.lowerBound > 0
      if let end = lastParagraph(after: index, hasSpeaker: hasSpeaker, texts: texts, open: scanner.open) {
        carried = scanner.open
        if isNew { reportContinuation(at: opening, from: paragraphs[index + 1], to: paragraphs[end], texts[index + 1]) }
      } else {
        reportUnclosed(at: opening)
      }
    }
    return passages
  }

  private func isDash(_ paragraph: SourceParagraph?) -> Bool {
    paragraph?.text.first.map { "–—-".contains($0) } ?? false
  }

  /// The paragraph in which a quotation that is open at the end of `index` is closed; nil when it never is.
  private func lastParagraph(
    after index: Int, hasSpeaker: Bool, texts: [[Character]], open: [Character]
  ) -> Int? {
    let next = index + 1
    guard next < texts.count else { return nil }
    if QuoteScanner.opens(texts[next], convention: convention) {
      return hasSpeaker && hasOwnSpeaker(String(texts[next])) ? nil : next
    }
    var open = open
    var length = 0
    for candidate in next..<min(texts.count, next + Self.furthestEnd) {
      let scanner = QuoteScanner(texts[candidate], convention: convention, open: open)
      if let first = scanner.spans.first, first.outer.lowerBound == 0, first.closing != nil { return candidate }
      open = scanner.open
      length += texts[candidate].count
      guard length < Self.mostCharacters else { return nil }
    }
    return nil
  }

  private mutating func append(_ scanner: QuoteScanner, of paragraph: SourceParagraph, isCarried: Bool) {
    var passage = Passage()
    var start = 0
    let text = scanner.characters
    for (number, span) in scanner.spans.enumerated() {
      let quoted = String(text[span.inner])
      let closing = span.closing.map { _ in String(text[span.inner.upperBound..<span.outer.upperBound]) }
      if number == 0, isCarried, var last = passages.popLast() {
        if case .quotation(var quotation) = last.pieces[last.pieces.count - 1].piece {
          quotation.paragraphs.append(quoted)
          quotation.closing = closing
          last.pieces[last.pieces.count - 1].piece = .quotation(quotation)
        }
        passage = last
      } else {
        passage.append(prose: String(text[start..<span.outer.lowerBound]), at: paragraph.position(at: start))
        let quotation = Passage.Quotation(paragraphs: [quoted], opening: span.opening, closing: closing)
        passage.pieces.append((.quotation(quotation), paragraph.position(at: span.outer.lowerBound)))
      }
      start = span.outer.upperBound
    }
    passage.append(prose: String(text[start...]), at: paragraph.position(at: start))
    passage.sources.append(paragraph)
    passages.append(passage)
  }
}

extension Passage {
  mutating func append(prose: String, at position: SourcePosition) {
    if !prose.isEmpty { pieces.append((.prose(prose), position)) }
  }
}

// MARK: - Findings

extension PassageReader {
  private mutating func report(_ scanner: QuoteScanner, in paragraph: SourceParagraph) {
    for (offset, problem) in scanner.problems {
      let mark = scanner.characters[offset]
      let (rule, message): (ImportRule, String) =
        switch problem {
        case .doubled: (.quoteDoubled, "the closing mark \(mark) stands twice; one was left out")
        case .glued:
          (.quoteGlued, "there is no space between the mark \(mark) and the word beside it; add one")
        case .strayClosing:
          (.quoteUnclosed, "the mark \(mark) closes a quote that was never opened; add the opening mark")
        case .mixed(mark, _):
          (.quoteStyleMixed, "the opening mark \(mark) is used as closing mark; write the one that closes")
        case .mixed(let opening, _):
          (.quoteStyleMixed, "the quote opens with \(opening) and closes with \(mark); use one pair")
        }
      if case .mixed = problem, findings.contains(where: { $0.rule == rule.rawValue }) { continue }
      findings.append(rule.finding(at: paragraph.position(at: offset), message))
    }
  }

  private mutating func reportUnclosed(at position: SourcePosition) {
    findings.append(
      ImportRule.quoteUnclosed.finding(
        at: position,
        "the quote is never closed; it was taken to the end of its paragraph: add the closing mark"))
  }

  /// A quotation over several paragraphs repeats its opening mark at the start of each (Chicago Manual of Style 13.32).
  private mutating func reportContinuation(
    at position: SourcePosition, from next: SourceParagraph, to last: SourceParagraph, _ text: [Character]
  ) {
    guard !QuoteScanner.opens(text, convention: convention) else { return }
    findings.append(
      ImportRule.quoteUnclosed.finding(
        at: position,
        "the quote is not closed in its paragraph, and line \(next.line) does not open with a mark; "
          + "it was taken to go on to line \(last.line): begin each of its paragraphs with a mark"))
  }
}
