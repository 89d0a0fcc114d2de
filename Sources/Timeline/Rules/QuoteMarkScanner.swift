/// Follows the quotation marks of running text and notes what is wrong with them.
///
/// Opening and closing marks are told apart by their shape, straight ones by what stands beside them. Single marks are
/// left alone, since most are apostrophes. A quote may go on in the next paragraph: one that begins with an opening
/// mark continues it, as does one without (CMOS 17, 13.30).
struct QuoteMarkScanner {
  enum Problem: Hashable {
    /// Opened and never closed, or closed and never opened.
    case unclosed, unopened
    case doubled
    /// No space between a closing mark and the next word, or between a word and an opening mark.
    case glued
    /// A curly mark and a straight one make a pair.
    case mixed
  }

  struct Found {
    var problem: Problem
    var mark: Character
    var place: TextPlace
  }

  private struct Open {
    var mark: Character
    var closers: Set<Character>
    var place: TextPlace
  }

  private(set) var found: [Found] = []
  private(set) var straight: [TextPlace] = []
  private(set) var curly: [TextPlace] = []
  private var open: [Open] = []
  private var piece: TextPiece?
  private var characters: [Character] = []
  private var indices: [String.Index] = []

  /// Looks at one paragraph of an entry; the quote that is open at its end may be closed by the next one.
  mutating func scan(_ piece: TextPiece) {
    guard piece.text.utf8.contains(where: { $0 == 0x22 || $0 == 0xE2 || $0 == 0xC2 }) else { return }
    self.piece = piece
    characters = Array(piece.text)
    indices = Array(piece.text.indices)
    if let first = characters.first(where: { !"*_ >-".contains($0) }), Self.isMark(first) { open.removeAll() }
    var index = 0
    while index < characters.count { index = step(index) }
  }

  /// Ends an entry: what is still open was never closed.
  mutating func finish() {
    found += open.map { Found(problem: .unclosed, mark: $0.mark, place: $0.place) }
    open.removeAll()
  }

  private static func isMark(_ character: Character) -> Bool {
    "“”\"„«»".contains(character)
  }
}

// MARK: - One character after the other

extension QuoteMarkScanner {
  private func character(_ index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  private func isWord(_ index: Int) -> Bool {
    character(index).map { $0.isLetter || $0.isNumber } ?? false
  }

  private func isSpace(_ index: Int) -> Bool {
    character(index).map { $0.isWhitespace } ?? true
  }

  private mutating func report(_ problem: Problem, _ index: Int) {
    guard let piece else { return }
    found.append(Found(problem: problem, mark: characters[index], place: piece.place(indices[index])))
  }

  private mutating func step(_ index: Int) -> Int {
    switch characters[index] {
    case "`": return end(of: "`", from: index)
    case "<" where isWord(index + 1) || character(index + 1) == "/" || character(index + 1) == "!":
      return end(of: ">", from: index)
    case "]" where character(index + 1) == "(": return endOfTarget(from: index + 1)
    case "“", "”", "„", "«", "»": return shaped(index)
    case "\"": return straightMark(index)
    default: return index + 1
    }
  }

  /// How far code, tags and link targets are followed, in characters.
  private static let farthest = 2_000

  private func end(of closer: Character, from index: Int) -> Int {
    let ahead = characters[(index + 1)..<min(characters.count, index + Self.farthest)]
    return ahead.firstIndex(of: closer).map { $0 + 1 } ?? index + 1
  }

  /// Behind the `)` of a link's target, whose title has marks of its own; the next character where none closes it.
  private func endOfTarget(from start: Int) -> Int {
    var depth = 0
    var isTitle = false
    for index in start..<min(characters.count, start + Self.farthest) {
      switch characters[index] {
      case "\"": isTitle.toggle()
      case "(" where !isTitle: depth += 1
      case ")" where !isTitle: depth -= 1
      default: continue
      }
      if depth == 0 { return index + 1 }
    }
    return start
  }

  /// A mark whose shape says which way it faces; `“` and `»` face both ways, depending on the language.
  private mutating func shaped(_ index: Int) -> Int {
    let mark = characters[index]
    if let piece { curly.append(piece.place(indices[index])) }
    let isDoubled = character(index + 1) == mark && mark != "„"
    if isDoubled { report(.doubled, index) }
    let next = isDoubled ? index + 2 : index + 1
    let closes = open.last?.closers.contains(mark) ?? false
    if closes && !(mark == "“" && isWord(next)) || mark == "”" {
      close(index, next: next)
    } else if mark == "»" && !(isSpace(index - 1) && isWord(next)) {
      close(index, next: next)
    } else {
      if isWord(index - 1) || (character(index - 1).map { ".,!?".contains($0) } ?? false) { report(.glued, index) }
      push(index, closers: mark == "„" ? ["“", "”"] : mark == "«" ? ["»"] : mark == "»" ? ["«"] : ["”"])
    }
    return next
  }

  private mutating func straightMark(_ index: Int) -> Int {
    if character(index + 1) == "\"" {
      if !isSpace(index - 1), !isWord(index + 2) {
        report(.doubled, index)
        close(index, next: index + 2)
      }
      return index + 2
    }
    let isAfterSpace = isSpace(index - 1) || "([{—–-/“‘*_>=".contains(character(index - 1) ?? " ")
    let isBeforeWord = !isSpace(index + 1) && !(character(index + 1).map { ".,;:!?)]}".contains($0) } ?? true)
    if open.isEmpty && character(index - 1)?.isNumber ?? false && !isBeforeWord {
      return index + 1  // inches
    }
    if let piece { straight.append(piece.place(indices[index])) }
    if isAfterSpace && !isSpace(index + 1) {
      push(index, closers: ["\"", "”"])
    } else if isBeforeWord && isWord(index + 1) && open.isEmpty {
      report(.glued, index)
      push(index, closers: ["\"", "”"])
    } else {
      close(index, next: index + 1)
    }
    return index + 1
  }

  private mutating func push(_ index: Int, closers: Set<Character>) {
    guard let piece else { return }
    open.append(Open(mark: characters[index], closers: closers, place: piece.place(indices[index])))
  }

  private mutating func close(_ index: Int, next: Int) {
    let mark = characters[index]
    if let last = open.popLast() {
      if (last.mark == "\"") != (mark == "\"") { report(.mixed, index) }
    } else {
      report(.unopened, index)
    }
    let isPossessive = character(next) == "s" && !isWord(next + 1)
    if isWord(next), !isPossessive { report(.glued, index) }
  }
}
