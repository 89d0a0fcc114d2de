// What stands around a date: markup, a time of day, and the separator before the title.
extension WrittenDateParser {
  /// Passes `##`, `**`, a bullet or an opening bracket; returns what must close behind the date.
  mutating func skipDecoration() -> [Unicode.Scalar] {
    var closers: [Unicode.Scalar] = []
    while case .mark(let mark)? = next?.kind {
      switch mark {
      case "#": break
      case "*", "_": closers.insert(mark, at: 0)
      case "[": closers.insert("]", at: 0)
      case "(": closers.insert(")", at: 0)
      default:
        guard Self.isDash(mark), index + 1 < tokens.count, tokens[index + 1].isSpaced else { return closers }
      }
      index += 1
    }
    return closers
  }

  /// Passes the closing marks; false where one is missing, or where a link's target follows.
  mutating func skipClosers(_ closers: [Unicode.Scalar]) -> Bool {
    for closer in closers {
      if closer != "]", closer != ")" { _ = takeMark(":", ",") }
      guard takeMark(closer) else { return false }
    }
    return !(closers.last == "]" && isJoined && next?.kind == .mark("("))
  }

  /// `15:30, 4 August 2024`.
  mutating func leadingClock() -> String? {
    guard let clock = clock() else { return nil }
    _ = takeMark(",")
    return next.map { $0.isSpaced } ?? false ? clock : nil
  }

  /// `, 3:30 p.m.`, ` at 3:30 PM ET`, ` 15:30`, ` kl. 15.30`; only at the end of the date's part of the line.
  mutating func trailingClock() -> String? {
    if isJoined, takeWord(["t"]) {
      let clock = clock()
      if clock != nil { skipISOZone() }
      return clock
    }
    _ = takeMark(",")
    if takeWord(DateVocabulary.atWords) {
      _ = takeMark(".")
      _ = takeWord(["las"])
    }
    guard let clock = clock() else { return nil }
    _ = takeWord(DateVocabulary.zones)
    return isTerminated ? clock : nil
  }

  /// What ISO 8601 has behind the minutes or the seconds: a fraction, and `Z` or `+02:00`.
  private mutating func skipISOZone() {
    skip { $0.isJoined && $0.takeMark(".") && $0.isJoined && $0.takeNumber(1...9) != nil }
    skip { $0.isJoined && $0.takeWord(["z"]) }
    skip { parser in
      guard parser.isJoined, parser.takeMark("+", "-"), parser.isJoined else { return false }
      if parser.takeNumber(4...4) != nil { return true }
      guard parser.takeNumber(2...2) != nil else { return false }
      return !parser.isJoined || parser.takeMark(":") && parser.takeNumber(2...2) != nil
    }
  }

  /// The time as `hh:mm`; seconds are passed over.
  private mutating func clock() -> String? {
    guard var hour = takeNumber(1...2), hour < 24 else { return nil }
    var minute: Int?
    if isJoined, takeMark(":", ".") {
      guard isJoined, let minutes = takeNumber(2...2), minutes < 60 else { return nil }
      minute = minutes
      let seconds: Int? = attempt { $0.isJoined && $0.takeMark(":") ? $0.takeNumber(2...2) : nil }
      if seconds == nil, isJoined, case .mark(".")? = next?.kind, index + 1 < tokens.count, !tokens[index + 1].isSpaced
      {
        return nil
      }
    }
    if let isAfternoon = attempt({ $0.takeHalfOfDay() }) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    } else if minute == nil {
      return nil
    }
    return "\(CivilDay.padded(hour, to: 2)):\(CivilDay.padded(minute ?? 0, to: 2))"
  }

  private mutating func takeHalfOfDay() -> Bool? {
    if takeWord(["am"]) { return false }
    if takeWord(["pm"]) { return true }
    guard case .word(let letter)? = next?.kind, letter == "a" || letter == "p" else { return nil }
    index += 1
    guard takeMark("."), takeWord(["m"]) else { return nil }
    _ = takeMark(".")
    return letter == "p"
  }

  /// The rest of the line behind one separator.
  func rest() -> String {
    guard index < tokens.count else { return lineEnd() }
    let utf8 = text.utf8
    var start = tokens[index].range.lowerBound
    if case .mark(let mark) = tokens[index].kind, isSeparator(mark) { start = tokens[index].range.upperBound }
    return String(text[utf8.index(utf8.startIndex, offsetBy: start)...].prefix { $0 != "\n" }.trimmingSpaces())
  }

  private func isSeparator(_ mark: Unicode.Scalar) -> Bool {
    let isHyphen = mark == "-"
    if Self.isDash(mark) { return !isHyphen || index + 1 == tokens.count || tokens[index + 1].isSpaced }
    return ":|;,·•.".unicodeScalars.contains(mark)
  }

  /// What stands behind the last token that was scanned.
  private func lineEnd() -> String {
    guard let end = tokens.last?.range.upperBound else { return "" }
    return String(Substring(text.utf8.dropFirst(end)).prefix { $0 != "\n" }.trimmingSpaces())
  }
}
