import Timeline

/// Reads a chronicle whose entries are numbered, as `1. 3 May 1998: The bank opens` is.
enum NumberedDates {
  /// The paragraphs without their numbers, where these count on from 1 or 0, dates stand behind them, and no other
  /// dates head what follows.
  ///
  /// `1. Mai 1998` is a day, whose number stays.
  static func withoutNumbers(_ paragraphs: [SourceParagraph]) -> [SourceParagraph] {
    let marks = paragraphs.indices.compactMap { index in
      mark(of: paragraphs[index].text).map { (index: index, number: $0.number, length: $0.length) }
    }
    guard marks.count > 1, let first = marks.first, first.number <= 1,
      zip(marks, marks.dropFirst()).allSatisfy({ $0.number + 1 == $1.number }),
      !hasHeadings(paragraphs[...], besides: Set(marks.map(\.index)))
    else { return paragraphs }
    var paragraphs = paragraphs
    for mark in marks { paragraphs[mark.index] = paragraphs[mark.index].dropping(mark.length) }
    return paragraphs
  }

  /// Whether other dates head the text, so that the list is a part of one entry.
  private static func hasHeadings(_ paragraphs: ArraySlice<SourceParagraph>, besides marks: Set<Int>) -> Bool {
    paragraphs.indices.contains { index in
      guard !marks.contains(index) else { return false }
      return DateHeading.read(paragraph: paragraphs[index].text, order: .dmy).map { !$0.isYearless } ?? false
    }
  }

  /// The number of a paragraph before a date that does not begin with it.
  private static func mark(of text: String) -> (number: Int, length: Int)? {
    let digits = text.prefix(4).prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let number = Int(digits), rest.hasPrefix(". ") || rest.hasPrefix(") "),
      let behind = DateHeading.read(paragraph: String(rest.dropFirst(2)), order: .dmy)?.written.date
    else { return nil }
    let isNumber = behind.precision == .day || DateHeading.read(paragraph: text, order: .dmy) == nil
    return isNumber ? (number, digits.count + 2) : nil
  }
}
