import Timeline

/// Finds the headings of an article's entries, and settles what a heading leaves open by those around it.
struct HeadingFinder {
  /// A heading with the paragraph that it stands in.
  struct Found: Hashable {
    var paragraph: Int
    var heading: DateHeading
    /// The entry's date; nil where the heading names none that can be used.
    var date: EntryDate?
    /// What an editor should know about the date.
    var note: String?
  }

  typealias Placed = (paragraph: Int, heading: DateHeading)

  let paragraphs: [SourceParagraph]
  let order: DateOrder?
  private(set) var found: [Found] = []
  /// The paragraphs of years that part the article and are no entries.
  private(set) var sections: Set<Int> = []
  var findings: [Finding] = []
  /// It has been said that years were worked out.
  var hasReportedYear = false

  /// Reads the headings: `order` is how the user wants numeric dates to be read, `publishedIn` the year of the article
  /// for headings that give none.
  init(_ paragraphs: [SourceParagraph], order: DateOrder?, publishedIn: Int? = nil) {
    self.paragraphs = paragraphs
    let (headings, sentences, isOfSentences) = Self.beginnings(
      in: paragraphs, order: order, hasYear: publishedIn != nil)
    self.order = order ?? Self.order(of: headings)
    var year = publishedIn
    var isToldYear = false
    let places = Set(headings.map(\.paragraph))
    for (index, heading) in headings {
      if Self.isSection(index, heading, among: places) {
        year = heading.written.date?.firstDay?.year
        isToldYear = true
        sections.insert(index)
        continue
      }
      let entry = settle(heading, at: index, year: year, isToldYear: isToldYear)
      if let first = entry.date?.firstDay {
        // A year alone tells that of the days below it, though it is an entry too.
        let isYear = heading.isAlone && entry.date?.precision == .year && entry.date?.isInterval == false
        if first.year != year || isYear { isToldYear = isYear }
        year = first.year
      }
      found.append(entry)
    }
    if isOfSentences { noteSentences(headings) } else { noteFirstSentences(headings) }
    reportSentences(sentences.filter { !places.contains($0.paragraph) })
    reportUnreadDates(besides: places.union(sentences.map(\.paragraph)))
  }

  /// Where entries begin: the headings, with those sentences that are entries as well; and all sentences with dates.
  static func beginnings(
    in paragraphs: [SourceParagraph], order: DateOrder?, hasYear: Bool
  ) -> (headings: [Placed], sentences: [Placed], areSentences: Bool) {
    var headings = prefixHeadings(paragraphs, order: order, hasYear: hasYear)
    if headings.isEmpty { headings = suffixHeadings(paragraphs, order: order) }
    let sentences = sentences(in: paragraphs, besides: headings, order: order ?? self.order(of: headings))
    guard headings.isEmpty else { return (joined(headings, sentences), sentences, false) }
    return (sentenceHeadings(in: paragraphs, order: order), sentences, true)
  }

  private static func prefixHeadings(_ paragraphs: [SourceParagraph], order: DateOrder?, hasYear: Bool) -> [Placed] {
    var headings = paragraphs.enumerated().compactMap { index, paragraph in
      DateHeading.read(paragraph: paragraph.text, order: order).map { (paragraph: index, heading: $0) }
    }
    if headings.isEmpty { return [] }
    let places = Set(headings.map(\.paragraph))
    let years = headings.filter { $0.heading.isAlone && $0.heading.written.date?.precision == .year }
    // Where a month stands directly below its year, the others are headings too, with or without their marks.
    let hasMonths = years.contains { year in
      year.paragraph + 1 < paragraphs.count && DateHeading.read(monthAlone: paragraphs[year.paragraph + 1].text) != nil
    }
    let others = paragraphs.enumerated().compactMap { index, paragraph -> Placed? in
      guard !places.contains(index) else { return nil }
      var heading = DateHeading.read(namedDay: paragraph.text, order: order)
      let isHeading = paragraph.isHeading || paragraph.text.hasPrefix("#")
      if heading == nil, isHeading { heading = DateHeading.read(bracketsBehind: paragraph.text, order: order) }
      if heading == nil, isHeading && !years.isEmpty || hasMonths {
        heading = DateHeading.read(monthAlone: paragraph.text)
      }
      return heading.map { (paragraph: index, heading: $0) }
    }
    headings = (headings + others).sorted { $0.paragraph < $1.paragraph }
    let hasYears = hasYear || headings.contains { !$0.heading.isYearless }
    let usable = headings.filter { placed in
      !placed.heading.isYearless || hasYears && placed.heading.isDayWithoutYear || !places.contains(placed.paragraph)
    }
    return withoutFirstLines(usable)
  }

  /// Without lines that begin with a year, stand directly below a heading and lie out of the order of those around them:
  /// the first line of its text, as `2001: A Space Odyssey was shown` is.
  private static func withoutFirstLines(_ headings: [Placed]) -> [Placed] {
    headings.indices.compactMap { index in
      let (_, heading) = headings[index]
      guard index > 0, index + 1 < headings.count, headings[index - 1].paragraph + 1 == headings[index].paragraph,
        !heading.isAlone, let date = heading.written.date, date.precision == .year,
        headings[index - 1].heading.bodyOffset == nil, let before = headings[index - 1].heading.written.date,
        before.precision == .day, let next = headings[index + 1].heading.written.date
      else { return headings[index] }
      let isBetween = before <= next ? before <= date && date <= next : next <= date && date <= before
      return isBetween ? headings[index] : nil
    }
  }

  private static func suffixHeadings(_ paragraphs: [SourceParagraph], order: DateOrder?) -> [Placed] {
    let headings = paragraphs.enumerated().compactMap { index, paragraph in
      DateHeading.read(suffixOf: paragraph.text, order: order).map { (paragraph: index, heading: $0) }
    }
    return headings.count > 1 ? headings.filter { !$0.heading.isYearless } : []
  }

  /// The order of day and month in the numeric dates that leave no choice; nil where there are none or both.
  private static func order(of headings: [Placed]) -> DateOrder? {
    var orders: Set<DateOrder> = []
    for (_, heading) in headings {
      guard let day = heading.written.date?.day, day.day != day.month,
        let first = Int(heading.written.text.prefix { $0.isASCII && $0.isNumber }), first <= 31,
        !heading.written.text.contains(where: \.isLetter)
      else { continue }
      orders.insert(first == day.day ? .dmy : .mdy)
    }
    return orders.count == 1 ? orders.first : nil
  }

  /// A year alone over headings of days parts an article into years and is no entry.
  private static func isSection(_ index: Int, _ heading: DateHeading, among places: Set<Int>) -> Bool {
    guard heading.isAlone, heading.written.date?.precision == .year else { return false }
    return places.contains(index + 1)
  }
}
