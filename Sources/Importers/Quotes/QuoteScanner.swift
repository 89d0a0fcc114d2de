/// Finds the outermost quotations of a paragraph; what is quoted within a quotation stays part of it.
struct QuoteScanner {
  /// One outermost quotation, in characters of the paragraph.
  struct Span: Hashable {
    /// The marks included.
    var outer: Range<Int>
    /// The quoted words alone.
    var inner: Range<Int>
    var opening: Character
    /// The mark that closes it; nil where the paragraph ends first.
    var closing: Character?
  }

  /// What looks wrong with a mark.
  enum Problem: Hashable {
    case doubled, glued, strayClosing
    case mixed(Character, Character)
  }

  let convention: QuoteConvention
  let characters: [Character]
  private(set) var spans: [Span] = []
  private(set) var problems: [(offset: Int, problem: Problem)] = []
  /// The marks that are open at the end of the paragraph, outermost first.
  private(set) var open: [Character]

  /// Scans a paragraph; `open` are the marks that the paragraphs before left open.
  init(_ characters: [Character], convention: QuoteConvention, open: [Character] = []) {
    self.characters = characters
    self.convention = convention
    self.open = open
    scan()
  }

  /// Whether the paragraph begins with a mark that opens.
  static func opens(_ characters: [Character], convention: QuoteConvention) -> Bool {
    guard let first = characters.first, let role = convention.role(of: first, innermost: nil) else { return false }
    return role != .closes && characters.count > 1 && !characters[1].isWhitespace
      || role != .closes && (first == "«" || first == "»")
  }

  private mutating func scan() {
    var opening = open.first
    var start = 0
    var innerStart = 0
    var index = 0
    if opening != nil, Self.opens(characters, convention: convention) {
      index = 1
      innerStart = 1
    }
    while index < characters.count {
      defer { index += 1 }
      guard let role = convention.role(of: characters[index], innermost: open.last),
        let opens = opens(at: index, role: role)
      else { continue }
      if opens {
        if open.isEmpty {
          (opening, start, innerStart) = (characters[index], index, index + 1)
          if isGlued(before: index) { problems.append((index, .glued)) }
        }
        open.append(characters[index])
      } else if open.isEmpty {
        noteStray(at: index)
      } else {
        open.removeLast()
        guard open.isEmpty, let mark = opening else { continue }
        close(at: index, start: start, innerStart: innerStart, opening: mark)
        opening = nil
      }
    }
    if !open.isEmpty, let opening {
      spans.append(
        Span(
          outer: start..<characters.count, inner: innerStart..<characters.count, opening: opening, closing: nil))
    }
  }

  private mutating func close(at index: Int, start: Int, innerStart: Int, opening: Character) {
    let closing = characters[index]
    spans.append(
      Span(outer: start..<index + 1, inner: innerStart..<index, opening: opening, closing: closing))
    if !QuoteConvention.match(opening, closing) { problems.append((index, .mixed(opening, closing))) }
    if index + 1 < characters.count, characters[index + 1].isLetter || characters[index + 1].isNumber {
      problems.append((index, .glued))
    }
  }

  /// A closing mark where nothing is open: a doubled mark goes with the quotation before it.
  private mutating func noteStray(at index: Int) {
    if let last = spans.indices.last, spans[last].outer.upperBound == index {
      spans[last].outer = spans[last].outer.lowerBound..<index + 1
      problems.append((index, .doubled))
    } else if !isMeasure(at: index) {
      problems.append((index, .strayClosing))
    }
  }

  /// Whether the mark at `index` opens; nil when it is an apostrophe or a measure and no mark at all.
  private func opens(at index: Int, role: QuoteConvention.Role) -> Bool? {
    let previous = index > 0 ? characters[index - 1] : nil
    let next = index + 1 < characters.count ? characters[index + 1] : nil
    let isSingle = "‘’'".contains(characters[index])
    switch role {
    case .opens:
      if isSingle { return beginsWord(previous, next) && !isElision(at: index) ? true : nil }
      return !closesWrongly(at: index)
    case .closes: return false
    case .either:
      if isSingle { return isElision(at: index) ? nil : opensSingle(previous, next, mark: characters[index]) }
      if open.isEmpty { return next == nil || (next?.isWhitespace ?? true) ? false : true }
      return beginsWord(previous, next) && open.count < 3
    }
  }

  /// The mark `“` where a quotation that it opened ends: `“It is wet.“`.
  private func closesWrongly(at index: Int) -> Bool {
    guard characters[index] == "“", open.last == "“", index > 0, !characters[index - 1].isWhitespace else {
      return false
    }
    guard index + 1 < characters.count else { return true }
    return !characters[index + 1].isLetter && !characters[index + 1].isNumber
  }

  /// The apostrophe of a word that lacks its beginning: `'Twas`, `’em`.
  private func isElision(at index: Int) -> Bool {
    let word = characters[(index + 1)...].prefix(8).prefix { $0.isLetter }
    return ["twas", "tis", "twere", "twill", "twould", "em", "til", "n"].contains(String(word).lowercased())
  }

  /// Single marks are apostrophes unless they stand where a quotation begins or ends.
  private func opensSingle(_ previous: Character?, _ next: Character?, mark: Character) -> Bool? {
    if open.isEmpty { return mark == "'" && beginsWord(previous, next) && next?.isUppercase == true ? true : nil }
    guard let previous, previous.isPunctuation, previous != "(" else { return next == nil ? false : nil }
    return false
  }

  private func beginsWord(_ previous: Character?, _ next: Character?) -> Bool {
    let isFree = previous.map { $0.isWhitespace || "([{—–-“‘\"".contains($0) } ?? true
    return isFree && !(next?.isWhitespace ?? true)
  }

  private func isGlued(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let previous = characters[index - 1]
    return previous.isLetter || previous.isNumber || ".,!?;:".contains(previous)
  }

  /// Inches and seconds: `6'2"`.
  private func isMeasure(at index: Int) -> Bool {
    index > 0 && characters[index] == "\"" && characters[index - 1].isNumber
  }
}
