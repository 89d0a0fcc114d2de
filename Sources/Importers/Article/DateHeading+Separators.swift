import Timeline

// What stands between a date and the words behind it.
extension DateHeading {
  static func isSeparator(_ mark: Character, _ words: String) -> Bool {
    let startsLower = words.first { $0.isLetter || $0.isNumber }?.isLowercase ?? false
    switch mark {
    case ":", "|", "·", "•", "(", "[": return true
    // `June 7 — a day to remember — was hot` is a sentence.
    case "—", "–", "-", "―": return !(startsLower && words.contains(mark))
    case ",": return !startsLower && words.count <= 40 && words.split(separator: " ").allSatisfy(isPlaceWord)
    default: return false
    }
  }

  /// `2001-11-26 A new bell was hung.`: a whole day with nothing between it and a sentence; in bold, any date.
  static func opensText(_ written: WrittenDate, _ tail: Substring, in core: String) -> Bool {
    guard let first = tail.first, first.isUppercase || isOpeningMark(first), written.date != nil else {
      return false
    }
    if core.hasPrefix("**") || core.hasPrefix("__") { return true }
    guard written.date?.precision == .day, tail.split(separator: " ", maxSplits: 2).count > 2 else { return false }
    let words = String(tail)
    return Byline(words, order: nil) == nil && Byline.publication(words, order: nil) == nil
  }

  /// A tab or a gap between a date and its text, as lists have it, is as good as a mark.
  static func withSeparator(_ line: String) -> String {
    let start = line.prefix(60)
    guard let gap = start.firstIndex(of: "\t") ?? start.firstRange(ofExactly: "  ")?.lowerBound else { return line }
    let words = line[gap...].drop { $0 == " " || $0 == "\t" }
    return words.isEmpty || gap == line.startIndex ? line : line[..<gap] + " | " + words
  }

  /// `1996. The second shop`: a full stop before a title, which has none at its end, or before the entry's sentences.
  static func isStop(_ mark: Character, _ written: WrittenDate, _ words: String) -> Bool {
    guard mark == ".", written.date != nil, let first = words.first else { return false }
    if written.date?.precision == .day { return first.isUppercase || isOpeningMark(first) }
    let isYearAtAnEnd = [written.text.last, written.text.first].contains { $0?.isNumber ?? false }
    return first.isUppercase && isYearAtAnEnd
      && (!isTitle(words) || words.split(separator: " ").count <= 8)
  }

  /// The bullet before a line; a star is one where a space follows.
  static func bullet(of line: String) -> Substring {
    if line.hasPrefix("* ") { return line.prefix(2) }
    return line.prefix { "•▪●·§ ".contains($0) }
  }

  /// `**Oct. 14, 2009 — Rotterdam**`, `## *May 1998: The bank*`: the line within the marks of Markdown that stand
  /// around the whole of it; nil for one without.
  static func withoutMarksAround(_ line: Substring) -> Substring? {
    let marked = line.drop { "# ".contains($0) }
    guard let mark = marked.first, mark == "*" || mark == "_", marked.last == mark else { return nil }
    let marks = marked.prefix { $0 == mark }
    let inner = marked.dropFirst(marks.count).dropLast(marks.count)
    guard marks.count <= 3, marked.hasSuffix(marks), !inner.isEmpty, !inner.contains(mark) else { return nil }
    return inner
  }

  /// `4 & 6 June, 2012` behind `May 3–`: more of the date than can be read, and its year.
  static func isRestOfDate(_ words: String) -> Bool {
    guard words.first?.isNumber ?? false, let last = words.split(separator: " ").last else { return false }
    return last.count == 4 && last.allSatisfy { $0.isASCII && $0.isNumber }
  }

  static func isOpeningMark(_ mark: Character) -> Bool { "“„«\"‘".contains(mark) }

  /// A German weekday of two letters before a day: `Mo., 4. September 2023`.
  static func withoutWeekday(_ line: String) -> String {
    let word = line.prefix { $0.isLetter }
    guard ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"].contains(word) else { return line }
    let rest = line.dropFirst(word.count)
    let day = rest.drop { ".,".contains($0) }.drop { $0 == " " }
    return !rest.isEmpty && rest.first != " " && day.first?.isNumber == true ? String(day) : line
  }

  static func isPlaceWord(_ word: Substring) -> Bool {
    word.first.map { $0.isUppercase || $0.isNumber } ?? false || word.count <= 3
  }

  static func isTitle(_ words: String) -> Bool {
    guard words.count <= longestTitle, let last = words.last, !".:;,".contains(last) else { return false }
    return Word.split(words).sentences.count == 1
  }

  static func isWeekday(_ text: String) -> Bool {
    // 2 January 2006 was a Monday: any other weekday before it is a problem of the date.
    let dated = WrittenDate.read(prefixOf: text + ", 2 January 2006", order: nil)
    return dated?.date != nil
  }
}
