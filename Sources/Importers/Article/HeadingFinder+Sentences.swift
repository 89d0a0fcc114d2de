import Timeline

// Paragraphs whose first sentence begins with its date: entries where the text has that form, else a finding.
extension HeadingFinder {
  /// The headings of a text that has no others: paragraphs that begin with dates, at least two and every fourth from the
  /// first on, one day after the other.
  static func sentenceHeadings(in paragraphs: [SourceParagraph], order: DateOrder?) -> [Placed] {
    let found = sentences(in: paragraphs, besides: [], order: order)
    guard let first = found.first, found.count > 1, found.count * 4 >= paragraphs.count - first.paragraph,
      direction(of: found) != nil
    else { return [] }
    return found
  }

  /// Says that other paragraphs went with those that begin with a date, which may be wrong.
  mutating func noteSentences(_ headings: [Placed]) {
    guard let first = headings.first?.paragraph, headings.count < paragraphs.count - first else { return }
    note(
      first,
      "no date heads a part of this text, so each paragraph that begins with a date was taken as an entry, with those "
        + "behind it up to the next: check where the entries begin")
  }

  /// Says of sentences before the first heading that they were taken as entries, which an introduction is not.
  mutating func noteFirstSentences(_ headings: [Placed]) {
    for (index, heading) in headings.prefix(while: \.heading.isSentence) {
      note(
        index,
        "the paragraph begins with \(heading.written.text) as the entries do, and was taken as one; if it introduces them, "
          + "move it above the first heading of the timeline")
    }
  }

  private mutating func note(_ paragraph: Int, _ message: String) {
    var finding = ImportRule.datedParagraph.finding(at: paragraphs[paragraph].position, message)
    finding.severity = .note
    findings.append(finding)
  }

  static func sentences(in paragraphs: [SourceParagraph], besides headings: [Placed], order: DateOrder?) -> [Placed] {
    let places = Set(headings.map(\.paragraph))
    return paragraphs.enumerated().compactMap { index, paragraph in
      guard !places.contains(index), !paragraph.isHeading else { return nil }
      return DatedSentence.read(paragraph.text, order: order).map { (paragraph: index, heading: $0) }
    }
  }

  /// The headings with those sentences that are entries as well.
  ///
  /// That is so where most dates run into their text, and where the sentence goes on in the order of the dates.
  static func joined(_ headings: [Placed], _ sentences: [Placed]) -> [Placed] {
    guard !sentences.isEmpty else { return headings }
    let runningIn = headings.count { $0.heading.bodyOffset != nil }
    guard headings.count > 1, runningIn * 2 >= headings.count, !headings.contains(where: \.heading.isAlone),
      let isRising = direction(of: headings)
    else { return headings }
    var dates = headings.filter { $0.heading.written.date != nil }[...]
    var last: EntryDate?
    var joined: [Placed] = []
    let hasYears = headings.contains { ($0.heading.written.date?.precision ?? .day) <= .year }
    for sentence in sentences {
      while let heading = dates.first, heading.paragraph < sentence.paragraph {
        last = heading.heading.written.date
        dates.removeFirst()
      }
      guard let date = sentence.heading.written.date, date.precision > .year || hasYears else { continue }
      let next = dates.first?.heading.written.date
      let around = [last, date, next].compactMap(\.self)
      let ordered = isRising ? around : around.reversed()
      if zip(ordered, ordered.dropFirst()).allSatisfy({ $0 <= $1 }) { joined.append(sentence) }
    }
    return (headings + joined).sorted { $0.paragraph < $1.paragraph }
  }

  /// Whether the dates go upwards (true) or downwards; nil where they do neither.
  private static func direction(of headings: [Placed]) -> Bool? {
    let dates = headings.compactMap(\.heading.written.date)
    let pairs = zip(dates, dates.dropFirst())
    let steps = max(0, dates.count - 1)
    if pairs.count(where: { $0 <= $1 }) * 5 >= steps * 4 { return true }
    return pairs.count(where: { $0 >= $1 }) * 5 >= steps * 4 ? false : nil
  }

  /// Says of sentences that were kept in an entry of another day that they may be entries.
  mutating func reportSentences(_ sentences: [Placed]) {
    var headings = found[...]
    var entry: Found?
    for (index, heading) in sentences {
      while let next = headings.first, next.paragraph < index {
        entry = next
        headings.removeFirst()
      }
      let readings = heading.written.readings
      guard let entry, let date = readings.first, !readings.contains(where: { Self.isWithin($0, entry.date) }) else {
        continue
      }
      // A year alone looks back more often than it begins something, unless it goes on in the order of the entries.
      let isYear = date.precision <= .year
      guard !isYear || isNext(date, after: entry.date, before: headings.first?.date) else { continue }
      var finding = ImportRule.datedParagraph.finding(
        at: paragraphs[index].position,
        "the paragraph begins with \(heading.written.text) and was kept in the entry \(entry.heading.written.text); "
          + "if it is an entry, write \(Self.heading(of: heading)) above it in the timeline")
      if isYear { finding.severity = .note }
      findings.append(finding)
    }
  }

  /// The line that makes an entry of a paragraph, for a message.
  static func heading(of sentence: DateHeading) -> String {
    sentence.written.readings.map { "\"## \($0.edtf)\"" }.joined(separator: " or ")
  }

  private func isNext(_ date: EntryDate, after entry: EntryDate?, before next: EntryDate?) -> Bool {
    guard let year = date.firstDay?.year, let last = entry?.lastDay?.year, year > last else { return false }
    return next?.firstDay.map { year <= $0.year } ?? true
  }

  private static func isWithin(_ date: EntryDate, _ whole: EntryDate?) -> Bool {
    guard let first = date.firstDay, let last = date.lastDay, let start = whole?.firstDay, let end = whole?.lastDay
    else {
      return true
    }
    return start <= first && last <= end || first <= start && end <= last
  }
}
