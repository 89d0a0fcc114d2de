import Timeline

// What a heading leaves open, and what is wrong with it.
extension HeadingFinder {
  mutating func settle(_ heading: DateHeading, at index: Int, year: Int?, isToldYear: Bool) -> Found {
    var entry = Found(paragraph: index, heading: heading, date: heading.written.date)
    for problem in heading.written.problems {
      switch problem {
      case .weekday(let written, let actual): reportWeekday(heading, written, actual, at: index)
      case .ambiguous(let readings): settleOrder(&entry, readings, year: year)
      case .yearMissing: settleYear(&entry, year: year, isToldYear: isToldYear)
      case .impossible, .reversed: settleImpossible(&entry, problem)
      }
    }
    if entry.date == nil, !findings.contains(where: { $0.position == paragraphs[index].position }) {
      report(
        .dateInvalid, at: index, "no date can be made of \(heading.written.text); the entry was left out")
    }
    return entry
  }

  private mutating func settleOrder(_ entry: inout Found, _ readings: [EntryDate], year: Int?) {
    let text = entry.heading.written.text
    if let order, let date = reread(entry, order: order, year: year)?.written.date {
      entry.date = date
      return
    }
    let names = readings.map(\.edtf).joined(separator: " or ")
    entry.date = entry.date ?? nearest(readings)
    entry.note = "The source says \(text), which can be \(names)."
    report(
      .dateAmbiguous, at: entry.paragraph,
      "\(text) can be \(names); \(entry.date?.edtf ?? "neither") was taken: say with --date-order dmy or mdy which is meant"
    )
  }

  private func reread(_ entry: Found, order: DateOrder, year: Int?) -> DateHeading? {
    let text = paragraphs[entry.paragraph].text
    return entry.heading.isSentence
      ? DatedSentence.read(text, order: order) : DateHeading.read(text, order: order, year: year)
  }

  private mutating func settleYear(_ entry: inout Found, year: Int?, isToldYear: Bool) {
    let line = paragraphs[entry.paragraph].text
    guard var year, var read = DateHeading.read(line, order: order, year: year) else { return }
    // In the new year a list of headings begins again at January.
    if !isToldYear, let day = read.written.date?.firstDay,
      let before = found.last(where: { $0.date != nil })?.date?.firstDay, before.month - day.month > 6
    {
      year += 1
      read = DateHeading.read(line, order: order, year: year) ?? read
    }
    entry.heading = read
    entry.date = read.written.date
    guard let date = entry.date, !isToldYear, !hasReportedYear else { return }
    hasReportedYear = true
    report(
      .dateAmbiguous, at: entry.paragraph,
      "the heading gives no year; it was read as \(date.edtf), and others like it by those before them: check the years",
      isSettled: true)
  }

  private mutating func settleImpossible(_ entry: inout Found, _ problem: WrittenDate.Problem) {
    let text = entry.heading.written.text
    entry.date = approximate(text)
    entry.note = entry.date.map { _ in "The source says \(text), which cannot be." }
    let taken = entry.date.map { "the entry was imported as \($0.edtf)" } ?? "the entry was left out"
    if case .reversed = problem {
      report(.rangeReversed, at: entry.paragraph, "\(text) ends before it begins; \(taken): correct the date")
    } else {
      report(.dateInvalid, at: entry.paragraph, "\(text) is not in the calendar; \(taken): correct the date")
    }
  }

  /// The reading that goes on from the entry before.
  private func nearest(_ readings: [EntryDate]) -> EntryDate? {
    guard let before = found.last(where: { $0.date != nil })?.date else { return readings.first }
    return readings.sorted().first { $0 >= before } ?? readings.first
  }

  /// Month and year of a day that does not exist, as an uncertain date.
  private func approximate(_ text: String) -> EntryDate? {
    if let date = Self.approximateNumbers(text) { return date }
    let words = Word.split(text).filter { word in
      !(word.text.first?.isNumber ?? false) || word.text.count == 4 && word.text.allSatisfy(\.isNumber)
    }
    guard words.count > 1,
      let date = WrittenDate.read(prefixOf: words.map(\.text).joined(separator: " "), order: nil)?.date
    else { return nil }
    return try? EntryDate(edtf: date.edtf + "?")
  }

  /// `2014-02` of `2014-02-30`, and of `30/02/2015` the year and the one number that can be a month.
  private static func approximateNumbers(_ text: String) -> EntryDate? {
    let parts = text.split { "-/.".contains($0) }
    let numbers = parts.compactMap { Int($0.trimmingSpaces()) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    let isYearFirst = parts[0].trimmingSpaces().count == 4
    guard isYearFirst || parts[2].trimmingSpaces().count == 4 else { return nil }
    let year = CivilDay.padded(isYearFirst ? numbers[0] : numbers[2], to: 4)
    let months = (isYearFirst ? [numbers[1]] : [numbers[0], numbers[1]]).filter { (1...12).contains($0) }
    let month = months.count == 1 ? "-" + CivilDay.padded(months[0], to: 2) : ""
    return try? EntryDate(edtf: year + month + "?")
  }

  private mutating func reportWeekday(_ heading: DateHeading, _ written: Int, _ actual: Int, at index: Int) {
    report(
      .weekdayMismatch, at: index,
      "\(heading.written.text) was a \(Self.weekdays[actual - 1]), not a \(Self.weekdays[written - 1]); correct one of them"
    )
  }

  private mutating func report(_ rule: ImportRule, at index: Int, _ message: String, isSettled: Bool = false) {
    findings.append(rule.finding(at: paragraphs[index].position, message, isSettled: isSettled))
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
