import Timeline

/// A line that heads an entry: a date alone, or a date with a title or with the first sentences of the entry.
struct DateHeading: Hashable {
  var written: WrittenDate
  var title: String?
  /// How many characters of the line stand before the entry's first sentences; nil where none follow in the line.
  var bodyOffset: Int?

  /// Titles are short; what is longer or ends like a sentence is text.
  static let longestTitle = 110
  private static let longestHeading = 120
  /// A date has its first number within these.
  private static let mostBytes = 80

  /// Reads a line that begins with a date.
  ///
  /// - Returns: nil for a sentence that merely begins with a date: behind the date of a heading the line ends, or a
  ///   separator follows.
  static func read(_ line: String, order: DateOrder?, year: Int? = nil) -> DateHeading? {
    let bullet = bullet(of: line)
    if let heading = read(plain: line, after: bullet.count, order: order, year: year) { return heading }
    // `In the year 1921`, `Am 1. Mai 1980:`: with such a word before it, a date must stand alone or before a clear mark.
    let start = line.dropFirst(bullet.count)
    guard let rest = DateOpener.stripped(start),
      let heading = read(
        plain: line, after: bullet.count + start.count - rest.count, order: order, year: year),
      let range = rest.firstRange(ofExactly: heading.written.text),
      rest[range.upperBound...].first(where: { !" )]*_".contains($0) }).map({ ":|–—".contains($0) }) ?? true
    else { return nil }
    return heading
  }

  /// Reads a paragraph that begins with a date in which a day, a year or a century is written.
  ///
  /// Most paragraphs of an article are told from headings by their first bytes.
  static func read(paragraph: String, order: DateOrder?) -> DateHeading? {
    mayCount(paragraph) ? read(paragraph, order: order) : nil
  }

  /// Whether a number, Roman ones among them, stands where the date of a heading has one.
  static func mayCount(_ text: String) -> Bool {
    let start = text.utf8.prefix(mostBytes)
    if start.contains(where: { (0x30...0x39).contains($0) }) { return true }
    return start.split(whereSeparator: { !(0x61...0x7A).contains($0 | 0x20) }).contains { word in
      // `XIX`, and `XIXe` in French.
      let numeral = word.last == UInt8(ascii: "e") ? word.dropLast() : word
      return !numeral.isEmpty && numeral.allSatisfy { "ivx".utf8.contains($0 | 0x20) }
    }
  }

  private static func read(plain line: String, after offset: Int, order: DateOrder?, year: Int?) -> DateHeading? {
    let inner = withoutMarksAround(line.dropFirst(offset))
    let core = withSeparator(withoutWeekday(String(inner ?? line.dropFirst(offset))))
    guard let written = WrittenDate.read(prefixOf: core, order: order, year: year),
      let range = core.firstRange(ofExactly: written.text)
    else { return nil }
    let tail = core[range.upperBound...].drop { " )]*_".contains($0) }
    let words = String(written.rest.trimmingSpaces()).trimmingMarks("*_#— ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return DateHeading(written: written) }
    if tail.first == "(", ["c.", "ca.", "circa", "approx.", "about"].contains(words.trimmingMarks("()").lowercased()),
      let date = try? EntryDate(edtf: (written.date?.edtf ?? "") + "~")
    {
      return DateHeading(written: written.dated(date))
    }
    guard let separator = tail.first,
      isSeparator(separator, words) || isStop(separator, written, words) || opensText(written, tail, in: core)
    else { return nil }
    if separator == "(" || separator == "[", let end = tail.lastIndex(where: { $0 == ")" || $0 == "]" }),
      tail[tail.index(after: end)...].allSatisfy({ !$0.isLetter && !$0.isNumber })
    {
      let inside = String(tail[..<end].dropFirst())
      return DateHeading(written: written, title: isWeekday(inside) ? nil : MarkdownText.escaped(inside))
    }
    if isTitle(words) {
      let heading = DateHeading(written: written, title: MarkdownText.escaped(words))
      return heading.isYearless && isRestOfDate(words) ? nil : heading
    }
    guard separator != ",", inner == nil, let body = line.firstRange(of: words) else { return nil }
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

  /// Reads a heading with a day or a month in brackets at its end, as in `Closure (30 September 1967)`.
  static func read(bracketsBehind line: String, order: DateOrder?) -> DateHeading? {
    guard line.last == ")", let heading = read(suffixOf: line, order: order), let date = heading.written.date,
      date.precision > .year
    else { return nil }
    return heading
  }

  /// Reads a heading that is the name of a month, whose year stands above it.
  static func read(monthAlone line: String) -> DateHeading? {
    guard line.utf8.count <= 20, let heading = read(line, order: nil), heading.isYearless, heading.isAlone else {
      return nil
    }
    return heading
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

  /// The date is a part of the entry's first sentence.
  var isSentence: Bool { bodyOffset == 0 }

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
