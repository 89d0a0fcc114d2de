/// Reads the date at the start of a line, token by token; each form either takes its tokens or leaves them all.
struct WrittenDateParser {
  let text: String
  let tokens: [DateToken]
  let order: DateOrder?
  let year: Int?
  var index = 0
  var weekday: Int?
  var time: String?

  init(_ text: String, order: DateOrder?, year: Int?) {
    self.text = text
    self.order = order
    self.year = year
    tokens = DateToken.scan(text)
  }

  /// Reads the date with its decoration, its time and what separates it from the rest.
  mutating func heading() -> WrittenDate? {
    guard !tokens.isEmpty else { return nil }
    var closers: [Unicode.Scalar] = []
    if peekEDTF() == nil { closers = skipDecoration() }
    let start = index
    if let clock = attempt({ $0.leadingClock() }) { time = clock }
    guard let span = span() else { return nil }
    if time == nil { time = attempt { $0.trailingClock() } }
    let end = index
    guard skipClosers(closers), end > start else { return nil }
    let written = slice(tokens[start].range.lowerBound, tokens[end - 1].range.upperBound)
    var date = WrittenDateResolver(order: order, year: year, text: written).resolve(span)
    date.time = time
    date.rest = rest()
    if let weekday, let day = date.date?.startDay, day.weekday != weekday {
      date.problems.append(.weekday(written: weekday, actual: day.weekday))
    }
    return date
  }

  /// Runs a form; when it does not fit, every token stays.
  mutating func attempt<Value>(_ form: (inout WrittenDateParser) -> Value?) -> Value? {
    let saved = (index, weekday)
    if let value = form(&self) { return value }
    (index, weekday) = saved
    return nil
  }

  /// Takes what may stand here; when it does not fit, every token stays.
  mutating func skip(_ form: (inout WrittenDateParser) -> Bool) {
    let saved = index
    if !form(&self) { index = saved }
  }
}

// MARK: - One token after the other

extension WrittenDateParser {
  var next: DateToken? { index < tokens.count ? tokens[index] : nil }

  /// The next token stands directly behind the one before.
  var isJoined: Bool { next.map { !$0.isSpaced } ?? false }

  mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count)? = next?.kind, digits.contains(count) else { return nil }
    index += 1
    return value
  }

  mutating func takeMark(_ marks: Unicode.Scalar...) -> Bool {
    guard case .mark(let mark)? = next?.kind, marks.contains(mark) else { return false }
    index += 1
    return true
  }

  mutating func takeWord(_ words: Set<String>) -> Bool {
    guard case .word(let word)? = next?.kind, words.contains(word) else { return false }
    index += 1
    return true
  }

  mutating func take<Value>(from table: [String: Value]) -> Value? {
    guard case .word(let word)? = next?.kind, let value = table[word] else { return nil }
    index += 1
    return value
  }

  /// A hyphen or a dash, and whether white space stands on both sides or on none.
  mutating func takeDash() -> (isEm: Bool, isHyphen: Bool, isSpaced: Bool)? {
    guard case .mark(let mark)? = next?.kind, Self.isDash(mark), let token = next else { return nil }
    index += 1
    return (mark == "—" || mark == "―", mark == "-", token.isSpaced || (next?.isSpaced ?? true))
  }

  static func isDash(_ mark: Unicode.Scalar) -> Bool {
    mark == "-" || ("\u{2010}"..."\u{2015}").contains(mark) || mark == "\u{2212}"
  }

  /// Whether the date may end here although it gives no day: the end, a separator or a bracket follows.
  var isTerminated: Bool {
    guard let token = next else { return true }
    guard case .mark(let mark) = token.kind else { return false }
    if mark == "." { return index + 1 == tokens.count || tokens[index + 1].isSpaced }
    if mark == "-" { return token.isSpaced && (index + 1 == tokens.count || tokens[index + 1].isSpaced) }
    return Self.isDash(mark) || ":|;,()[]{}·•*_#".unicodeScalars.contains(mark)
  }

  /// Whether a day may end here: no letter, digit or hyphen is joined to it.
  var isDayTerminated: Bool {
    guard let token = next, !token.isSpaced else { return true }
    guard case .mark(let mark) = token.kind else { return isBeforeISOTime }
    return mark != "-" && mark != "/" && mark != "'"
  }

  /// `T10` follows at once, as in `1998-05-03T10:00`.
  private var isBeforeISOTime: Bool {
    guard next?.kind == .word("t"), index + 1 < tokens.count, !tokens[index + 1].isSpaced,
      case .number(_, digits: 2) = tokens[index + 1].kind
    else { return false }
    return true
  }

  func slice(_ start: Int, _ end: Int) -> String {
    let utf8 = text.utf8
    return String(text[utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)])
  }
}
