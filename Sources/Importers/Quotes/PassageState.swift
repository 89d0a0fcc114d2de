import Timeline

/// What has been made of a passage so far: blocks, and the prose that is not yet one.
struct PassageState {
  private(set) var blocks: [PlacedBlock] = []
  private(set) var prose = ""
  /// The prose without what stands between quotation marks: it tells who acts.
  private(set) var narration = ""
  private var position = SourcePosition(line: 1)
  /// How much of the next prose an attribution has used up.
  private var used = 0
  /// The block of the quote whose attribution stands just before here.
  private var half: Int?

  /// How long the attribution is that stays in the text as a sentence behind the last quote.
  private var lengthOfSentence: Int?

  /// Whether nothing but such an attribution stands behind the last quote.
  var followsAttribution: Bool { lengthOfSentence.map { prose.count <= $0 + 1 } ?? false }

  /// Whether the next quotation would be the second half of a quote.
  var followsHalf: Bool { half != nil && prose.allSatisfy(\.isWhitespace) }

  /// Nothing stands between the last quote and here, not even an attribution.
  var followsQuote: Bool {
    guard half == nil, lengthOfSentence == nil, case .quote? = blocks.last?.block else { return false }
    return prose.allSatisfy(\.isWhitespace)
  }

  /// Adds a quotation that is part of its sentence.
  mutating func add(quotation: String, at place: SourcePosition) {
    let before = narration
    add(quotation, at: place)
    narration = before + " … "
  }

  mutating func add(_ text: String, at place: SourcePosition) {
    if used > 0 {
      let attribution = text.prefix(used)
      let last = attribution.last { !$0.isWhitespace } ?? " "
      endsSentence = ".!?".contains(last)
      endsInColon = last == ":"
      isBetweenCommas = last == "," && attribution.first { !$0.isWhitespace } == ","
    }
    var rest = text.dropFirst(used)
    used = 0
    if prose.isEmpty {
      if half != nil || !blocks.isEmpty { rest = rest.drop { $0.isWhitespace || ",.;".contains($0) } }
      position = place
      position.column += text.count - rest.count
    }
    prose += rest
    narration += rest
    if !prose.allSatisfy(\.isWhitespace), needsCapital, let first = prose.first {
      prose = first.uppercased() + prose.dropFirst()
      needsCapital = false
    }
  }

  private var needsCapital = false
  /// The attribution between two halves ends its sentence.
  private(set) var endsSentence = false
  private var endsInColon = false
  /// The commas of the quote stand around the attribution, as German, Norwegian and Spanish set them.
  private var isBetweenCommas = false

  private static func endsInStop(_ text: String) -> Bool {
    text.last { !"’'”\")".contains($0) }.map { ".!?…—–".contains($0) } ?? true
  }

  mutating func append(_ block: PlacedBlock, attribution: Attribution?) {
    blocks.append(block)
    half = nil
    finish(attribution)
  }

  /// An attribution that only tells who spoke is used up; another stays as a sentence of its own.
  mutating func finish(_ attribution: Attribution?) {
    prose = ""
    narration = ""
    lengthOfSentence = nil
    guard let attribution else {
      half = nil
      return
    }
    if attribution.isInformative {
      needsCapital = true
      half = nil
      lengthOfSentence = attribution.length
    } else {
      used = attribution.length
      half = blocks.count - 1
    }
  }

  /// Adds the second half of a quote to the first.
  mutating func extend(_ text: String) {
    guard let half, case .quote(var quote) = blocks[half].block else { return }
    if !text.isEmpty {
      let isApart = endsSentence && !Self.endsInStop(quote.text) || endsInColon
      quote.text += (isApart ? "\n\n" : hasComma(quote.text, text) ? ", " : " ") + text
    }
    blocks[half].block = .quote(quote)
    prose = ""
    narration = ""
  }

  /// Whether the comma of the sentence stood outside the marks; none stands in the middle of a clause.
  private func hasComma(_ first: String, _ second: String) -> Bool {
    guard isBetweenCommas, let last = Word.split(String(first.suffix(60))).last, last.after.isEmpty,
      let next = Word.split(String(second.prefix(60))).first
    else { return false }
    return !Vocabulary.conjunctions.contains(next.folded) && !Vocabulary.prepositions.contains(next.folded)
      && Vocabulary.auxiliaries.isDisjoint(with: [last.folded, next.folded])
      && !Vocabulary.determiners.contains(last.folded) && !Vocabulary.prepositions.contains(last.folded)
  }

  /// Ends the prose with the sentence that leads over to a quote; a bare `Kerr said:` goes.
  ///
  /// - Returns: the narration before that sentence.
  mutating func takeLead(_ lead: Attribution.Lead) -> String {
    guard case .spoken(_, let length, let isBare, _, _) = lead else { return narration }
    let before = String(prose.dropLast(length))
    let told = String(narration.dropLast(length))
    if isBare {
      prose = before
    } else {
      while let last = prose.last, last.isWhitespace || last == "," { prose.removeLast() }
      if let last = prose.last, !":–—".contains(last) { prose += ":" }
    }
    return told
  }

  /// Makes a block of the prose.
  mutating func flush(_ writesMarkdown: (String) -> String) {
    let text = prose.trimmingSpaces()
    if text.contains(where: { $0.isLetter || $0.isNumber }) {
      blocks.append(PlacedBlock(block: .text(writesMarkdown(String(text))), position: position))
    }
    prose = ""
    narration = ""
  }
}
