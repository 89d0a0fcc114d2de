/// Decides whether a quotation is somebody's direct words or part of the sentence around it.
struct QuoteJudge {
  enum Verdict: Hashable {
    /// A title, a scare quote, a phrase: it stays in its sentence.
    case prose
    /// The second half of the quote before; perhaps with an attribution of its own.
    case half(Attribution?)
    case led(Attribution.Lead)
    case followed(Attribution)
    /// Somebody's words without any attribution beside them.
    case bare
  }

  let quotation: Passage.Quotation
  /// The prose of the passage between the last quote and this quotation.
  let before: String
  /// The prose between this quotation and the next.
  var after: String
  /// A quote and its attribution stand directly before.
  let followsHalf: Bool
  /// The attribution before has ended its sentence, so what follows need not be of the same person.
  var followsSentence = false
  /// The paragraph before ends in a colon.
  let isAnnounced: Bool
  /// How the quotation behind ``after`` begins; empty where none follows.
  var next = ""

  var verdict: Verdict {
    let isAtStart = before.allSatisfy(\.isWhitespace)
    let lead = isAtStart ? nil : Attribution.before(before)
    if let lead, case .spoken = lead, fits(lead) { return .led(lead) }
    // A sentence with a colon that leads to nobody's words denies them.
    let isDenied = lead == nil && before.last { !$0.isWhitespace } == ":"
    let isFree = isAtStart || lead != nil || endsSentence(before) && !isDenied
    var attribution = isFree ? Attribution.after(after, quoted: quotation.text, interrupts: interrupts) : nil
    if let found = attribution, isTitle, !found.namesPerson, !after.drop(while: \.isWhitespace).hasPrefix(",") {
      attribution = nil
    }
    if followsHalf {
      if let attribution { return isHalf(with: attribution) ? .half(attribution) : .followed(attribution) }
      return followsSentence && !isSentence && !beginsSentence(after) ? .prose : .half(nil)
    }
    if let attribution { return .followed(attribution) }
    if lead == .topic, !isTitle, wordCount > 3 || isSentence { return .led(.topic) }
    guard isFree, beginsSentence(after), quotation.closing == nil || !isTitle else { return .prose }
    if isAtStart, isSentence || isAnnounced || wordCount > 8 { return .bare }
    let endsPassage = after.allSatisfy(\.isWhitespace)
    return isSentence && startsUpper && (wordCount >= 3 || endsPassage) ? .bare : .prose
  }

  /// Whether the attribution behind goes on with the quote before; a new sentence of somebody is a quote of its own.
  private func isHalf(with attribution: Attribution) -> Bool {
    switch attribution.speaker {
    case .named, .both, .indefinite: false
    case .pronoun(let pronoun): !followsSentence || pronoun.isEmpty || attribution.goesOn
    case .described: !followsSentence
    }
  }

  /// The quotation behind goes on with the sentence, as in `“It is wet,” Marsh said, “and cold”`.
  private var interrupts: Bool {
    guard let mark = after.last(where: { !$0.isWhitespace }), ",–—-".contains(mark) else { return false }
    return next.first { $0.isLetter || $0.isNumber }?.isLowercase ?? false
  }

  /// A colon leads to anything; a comma or a verb alone only to what begins like a sentence.
  private func fits(_ lead: Attribution.Lead) -> Bool {
    guard let mark = before.last(where: { !$0.isWhitespace }) else { return false }
    if ":–—".contains(mark) { return true }
    if case .spoken(_, _, _, true, _) = lead, mark == ",", isSentence, wordCount > 3 { return true }
    return startsUpper && (mark == "," || isSentence)
  }

  private var startsUpper: Bool {
    guard let first = quotation.text.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    return first.isUppercase || !first.isLowercase
  }

  private var isSentence: Bool {
    quotation.text.last.map { ".!?…".contains($0) } ?? false || after.hasPrefix(".") || quotation.paragraphs.count > 1
  }

  private var wordCount: Int { quotation.text.split { $0.isWhitespace }.count }

  /// Few words, each with a capital, and no mark at the end: the name of a work or a programme.
  private var isTitle: Bool {
    guard let last = quotation.text.last, !".,!?…".contains(last) else { return false }
    let words = Word.split(quotation.text)
    return words.count <= 8
      && words.allSatisfy { $0.isCapitalised || $0.text.count <= 3 || $0.text.first?.isNumber ?? false }
  }

  private func endsSentence(_ text: String) -> Bool {
    text.last { !$0.isWhitespace && !")\"”".contains($0) }.map { ".!?…:".contains($0) } ?? true
  }

  /// Nothing follows, or a new sentence does.
  private func beginsSentence(_ text: String) -> Bool {
    guard let first = text.first(where: { !$0.isWhitespace && !".".contains($0) }) else { return true }
    return !first.isLowercase && !",;:–—-".contains(first)
  }
}
