import Timeline

/// Reads paragraphs whose first sentence begins with its date, as in `On 3 June 2005 the tower was opened`.
///
/// Whether it begins an entry is for those around it to say: see ``HeadingFinder``.
enum DatedSentence {
  /// How many words a date has at most.
  private static let mostWords = 6
  /// A number at the start of a sentence, with nothing that says it is a year, is one within these.
  private static let plainYears = 1600...2099

  /// Reads a paragraph; its whole text is the entry's.
  static func read(_ text: String, order: DateOrder?) -> DateHeading? {
    guard DateHeading.mayCount(text) else { return nil }
    let start = text.prefix(120)
    let rest = DateOpener.stripped(start)
    let words = (rest ?? start).split(separator: " ", maxSplits: mostWords + 1)
    guard let first = words.first, first.contains(where: { $0.isNumber }) || first.first?.isLetter ?? false else {
      return nil
    }
    for count in stride(from: min(mostWords, words.count - 1), through: 1, by: -1) where words[count - 1].last != "." {
      let phrase = words[..<count].joined(separator: " ").trimmingMarks(",")
      guard phrase.contains(where: \.isNumber), var written = WrittenDate.read(prefixOf: phrase, order: order),
        written.rest.isEmpty, isUsable(written), written.text.utf8.count == phrase.utf8.count
      else { continue }
      guard rest != nil || isLikelyYear(written, before: words[count]) else { return nil }
      written.rest = words[count...].joined(separator: " ")
      return DateHeading(written: written, title: nil, bodyOffset: 0)
    }
    return nil
  }

  private static func isUsable(_ written: WrittenDate) -> Bool {
    guard let date = written.readings.first, let year = date.firstDay?.year, year >= 1000 || date.precision == .day
    else {
      return false
    }
    return written.problems.allSatisfy { problem in
      switch problem {
      case .weekday, .ambiguous: true
      default: false
      }
    }
  }

  /// `1921 the club was founded` and not `1500 metres are long`.
  private static func isLikelyYear(_ written: WrittenDate, before next: Substring) -> Bool {
    guard written.date?.precision == .year, let year = written.date?.firstDay?.year else { return true }
    return plainYears.contains(year) && next.first?.isLowercase ?? false
  }
}

extension WrittenDate {
  /// What the date can mean: itself, or where day and month can be exchanged, both.
  var readings: [EntryDate] {
    if let date { return [date] }
    return problems.flatMap { problem -> [EntryDate] in
      if case .ambiguous(let readings) = problem { readings } else { [] }
    }
  }
}
