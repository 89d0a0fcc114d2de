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
        continue
      }
      let entry = settle(heading, at: index, year: year, isToldYear: isToldYear)
      if let first = entry.date?.firstDay {
        if first.year != year { isToldYear = false }
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
    let named = paragraphs.enumerated().compactMap { index, paragraph in
      places.contains(index)
        ? nil : DateHeading.read(namedDay: paragraph.text, order: order).map { (paragraph: index, heading: $0) }
    }
    headings = (headings + named).sorted { $0.paragraph < $1.paragraph }
    let hasYears = hasYear || headings.contains { !$0.heading.isYearless }
    return headings.filter { !$0.heading.isYearless || hasYears && $0.heading.isDayWithoutYear }
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
