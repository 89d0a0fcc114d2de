import Timeline

/// A line that heads an entry: a date alone, or a date with a title or with the first sentences of the entry.
struct DateHeading: Hashable {
  var written: WrittenDate
  var title: String?
  /// How many characters of the line stand before the entry's first sentences; nil where none follow in the line.
  var bodyOffset: Int?

  /// Titles are short; what is longer or ends like a sentence is text.
  private static let longestTitle = 110
  private static let longestHeading = 120

  /// Reads a line that begins with a date.
  ///
  /// - Returns: nil for a sentence that merely begins with a date: behind the date of a heading the line ends, or a
  ///   separator follows.
  static func read(_ line: String, order: DateOrder?, year: Int? = nil) -> DateHeading? {
    let bullet = line.prefix { "•▪●· ".contains($0) }
    let core = withoutWeekday(String(line.dropFirst(bullet.count)))
    guard let written = WrittenDate.read(prefixOf: core, order: order, year: year),
      let range = core.firstRange(of: written.text)
    else { return nil }
    let tail = core[range.upperBound...].drop { " )]*_".contains($0) }
    let words = String(written.rest.trimmingSpaces()).trimmingMarks("*_#— ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return DateHeading(written: written) }
    if tail.first == "(", ["c.", "ca.", "circa", "approx.", "about"].contains(words.trimmingMarks("()").lowercased()),
      let date = try? EntryDate(edtf: (written.date?.edtf ?? "") + "~")
    {
      return DateHeading(written: written.dated(date))
    }
    guard let separator = tail.first, isSeparator(separator, words) || isStop(separator, written, words) else {
      return nil
    }
    if separator == "(" || separator == "[", let end = tail.lastIndex(where: { $0 == ")" || $0 == "]" }),
      tail[tail.index(after: end)...].allSatisfy({ !$0.isLetter && !$0.isNumber })
    {
      let inside = String(tail[..<end].dropFirst())
      return DateHeading(written: written, title: isWeekday(inside) ? nil : MarkdownText.escaped(inside))
    }
    if isTitle(words) { return DateHeading(written: written, title: MarkdownText.escaped(words)) }
    guard separator != ",", let body = line.firstRange(of: words) else { return nil }
    return DateHeading(
      written: written, title: nil, bodyOffset: line.distance(from: line.startIndex, to: body.lowerBound))
  }

  /// Reads a heading that ends in a date, as in `The launch (August 4, 2024)`.
  static func read(suffixOf line: String, order: DateOrder?) -> DateHeading? {
    guard line.count <= longestHeading, let last = line.last, !".!?,;".contains(last),
      let written = WrittenDate.read(suffixOf: line, order: order)
    else { return nil }
    return DateHeading(written: written, title: MarkdownText.escaped(written.rest.trimmingMarks("*_# ")))
  }

  /// Reads a short line whose day has a name before its date, as in `VE Day, 8 May 1945`.
  static func read(namedDay line: String, order: DateOrder?) -> DateHeading? {
    guard line.utf8.count <= 80, line.first?.isUppercase == true, line.last.map({ $0.isNumber }) ?? false else {
      return nil
    }
    var rest = line[...]
    while let comma = rest.firstRange(of: ", ") {
      rest = rest[comma.upperBound...]
      guard let written = WrittenDate.read(prefixOf: String(rest), order: order), written.rest.isEmpty,
        written.date?.precision == .day
      else { continue }
      let name = line[..<comma.lowerBound]
      let words = name.split(separator: " ")
      guard words.count <= 4, words.allSatisfy(isPlaceWord), !name.hasPrefix("By "), !name.contains("“") else {
        return nil
      }
      return DateHeading(written: written, title: MarkdownText.escaped(String(name)))
    }
    return nil
  }

  private static func isSeparator(_ mark: Character, _ words: String) -> Bool {
    let startsLower = words.first { $0.isLetter || $0.isNumber }?.isLowercase ?? false
    switch mark {
    case ":", "|", "·", "•", "(", "[": return true
    // `June 7 — a day to remember — was hot` is a sentence.
    case "—", "–", "-", "―": return !(startsLower && words.contains(mark))
    case ",": return !startsLower && words.count <= 40 && words.split(separator: " ").allSatisfy(isPlaceWord)
    default: return false
    }
  }

  /// `1996. The second shop`: a full stop before a title, which has none at its end.
  private static func isStop(_ mark: Character, _ written: WrittenDate, _ words: String) -> Bool {
    mark == "." && written.date != nil && (words.first?.isUppercase ?? false) && isTitle(words)
      && written.text.last.map { $0.isNumber } ?? false && words.split(separator: " ").count <= 8
  }

  /// A German weekday of two letters before a day: `Mo., 4. September 2023`.
  private static func withoutWeekday(_ line: String) -> String {
    let word = line.prefix { $0.isLetter }
    guard ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"].contains(word) else { return line }
    let rest = line.dropFirst(word.count)
    let day = rest.drop { ".,".contains($0) }.drop { $0 == " " }
    return !rest.isEmpty && rest.first != " " && day.first?.isNumber == true ? String(day) : line
  }

  private static func isPlaceWord(_ word: Substring) -> Bool {
    word.first.map { $0.isUppercase || $0.isNumber } ?? false || word.count <= 3
  }

  private static func isTitle(_ words: String) -> Bool {
    guard words.count <= longestTitle, let last = words.last, !".:;,".contains(last) else { return false }
    return Word.split(words).sentences.count == 1
  }

  private static func isWeekday(_ text: String) -> Bool {
    // 2 January 2006 was a Monday: any other weekday before it is a problem of the date.
    let dated = WrittenDate.read(prefixOf: text + ", 2 January 2006", order: nil)
    return dated?.date != nil
  }
}

extension DateHeading {
  /// The date gives no year.
  var isYearless: Bool {
    written.problems.contains { if case .yearMissing = $0 { true } else { false } }
  }

  /// The date gives month and day and no year.
  var isDayWithoutYear: Bool {
    written.problems.contains { if case .yearMissing(let start, _) = $0 { start.day != nil } else { false } }
  }

  /// Neither a title nor text follows the date.
  var isAlone: Bool { title == nil && bodyOffset == nil }
}

extension String {
  /// The text without any of `marks` at its ends.
  func trimmingMarks(_ marks: String) -> String {
    var text = self[...]
    while let first = text.first, marks.contains(first) { text = text.dropFirst() }
    while let last = text.last, marks.contains(last) { text = text.dropLast() }
    return String(text)
  }
}

extension WrittenDate {
  /// The same words with another date and nothing behind them.
  fileprivate func dated(_ date: EntryDate) -> WrittenDate {
    var written = self
    (written.date, written.rest) = (date, "")
    return written
  }
}
