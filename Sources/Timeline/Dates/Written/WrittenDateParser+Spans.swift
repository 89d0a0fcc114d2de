extension WrittenDateParser {
  /// A whole date: one point in time, a range with its two ends, or a range with one.
  mutating func span() -> DateSpan? {
    attempt { $0.splitYear() } ?? attempt { $0.dashedDay() } ?? attempt { $0.week() } ?? attempt { $0.monthPair() }
      ?? attempt { $0.dayList() } ?? attempt { $0.bareDayRange() } ?? attempt { $0.openSpan() }
      ?? attempt { $0.eraRange() }
      ?? attempt { $0.closedSpan() } ?? attempt { $0.single() }
  }

  /// A season or a business year over two calendar years: `1987/88`.
  private mutating func splitYear() -> DateSpan? {
    let isApproximate = takeCirca()
    guard let year = takeNumber(4...4), case .mark("/")? = next?.kind, let next = nextYear(after: year),
      next % 100 > 12, isTerminated
    else { return nil }
    var (start, end) = (DateParts(), DateParts())
    (start.year, start.isApproximate, end.year) = (year, isApproximate, next)
    return .interval(start, end)
  }

  /// `3-Apr-11`: day, month and the last digits of the year, as spreadsheets show them.
  private mutating func dashedDay() -> DateSpan? {
    guard let day = takeNumber(1...2), isJoined, takeMark("-"), isJoined, let month = take(from: DateVocabulary.months),
      isJoined, takeMark("-"), isJoined, let short = takeNumber(2...2), isTerminated
    else { return nil }
    var parts = DateParts()
    (parts.year, parts.month, parts.day) = (Self.fullYear(short), month, day)
    return .single(parts)
  }

  /// A week of the ISO calendar, from Monday to Sunday: `1998-W12`, `Week 12, 1998`.
  private mutating func week() -> DateSpan? {
    let numbers: (year: Int, week: Int)? =
      attempt { parser in
        guard let year = parser.takeNumber(4...4), parser.isJoined, parser.takeMark("-"), parser.isJoined,
          parser.takeWord(["w"]), parser.isJoined, let week = parser.takeNumber(2...2)
        else { return nil }
        return (year, week)
      }
      ?? attempt { parser in
        guard parser.takeWord(DateVocabulary.weekWords), let week = parser.takeNumber(1...2) else { return nil }
        _ = parser.takeMark(",") || parser.takeWord(DateVocabulary.ofWords)
        return parser.takeNumber(4...4).map { ($0, week) }
      }
    guard let numbers, isTerminated, let monday = ISOWeek.monday(ofWeek: numbers.week, in: numbers.year) else {
      return nil
    }
    var (start, end) = (DateParts(), DateParts())
    start.exact = EntryDate(day: monday)
    end.exact = EntryDate(day: monday.adding(days: 6))
    return .interval(start, end)
  }

  /// `May/June 1998`: two months as a range.
  private mutating func monthPair() -> DateSpan? {
    guard let first = take(from: DateVocabulary.months), takeMark("/"),
      let second = take(from: DateVocabulary.months), first != second, let year = takeNumber(4...4), isTerminated
    else { return nil }
    var (start, end) = (DateParts(), DateParts())
    (start.month, end.month, end.year) = (first, second, year)
    return .interval(start, end)
  }

  private mutating func single() -> DateSpan? {
    guard let point = point(), point.isDay && point.hasYear ? isDayTerminated : isTerminated else { return nil }
    return .single(point)
  }

  /// `from May 2015`, `vom 3. Mai bis 5. Juni 2003`, `between 1998 and 2004`, `until 1989`.
  private mutating func openSpan() -> DateSpan? {
    if takeWord(["between", "zwischen", "mellom", "entre"]) {
      guard let start = point(), takeWord(DateVocabulary.andWords), let end = point(), isTerminated else { return nil }
      return .interval(start, end)
    }
    let isEarlier = attempt { $0.takeWords("earlier", "than") ? true : nil } ?? false
    if isEarlier || takeWord(DateVocabulary.untilWords) {
      _ = takeWord(["de", "til", "en", "a", "zum", "to"])
      guard let end = point(), isTerminated else { return nil }
      return .until(end)
    }
    let isLater = attempt { $0.takeWords("later", "than") ? true : nil } ?? false
    let isRange = !isLater && takeWord(DateVocabulary.rangeWords)
    guard isLater || isRange || takeWord(DateVocabulary.fromWords) else { return nil }
    _ = takeWord(["de"])
    guard let start = point() else { return nil }
    if let end = attempt({ $0.takeWord(DateVocabulary.toWords) || $0.takeDash() != nil ? $0.point() : nil }) {
      return isTerminated ? .interval(start, end) : nil
    }
    return isTerminated && !isRange ? .from(start) : nil
  }

  private mutating func takeWords(_ first: String, _ second: String) -> Bool {
    takeWord([first]) && takeWord([second])
  }

  /// `7–12 June 2024`, `7 to 12 June 2024`, `7 & 8 June 2024`, `Fri 7 – Wed 12 June 2024`, `7./8. Juni 2024`.
  private mutating func bareDayRange() -> DateSpan? {
    skipWeekday()
    _ = takeWord(DateVocabulary.articles.union(["from", "vom", "fra", "du", "del"]))
    guard let day = dayNumber(), let link = link() ?? (takeMark("/") ? .words : nil), let end = point(),
      end.day != nil, let month = end.month
    else {
      return nil
    }
    var start = DateParts()
    start.day = day
    start.month = month
    start.year = end.year
    start.era = end.era
    guard end.hasYear ? isDayTerminated : isTerminated else { return nil }
    return join(start, end, by: link)
  }

  /// `May 3–4 & 6, 2012`, `3, 4 and 6 May 2012`: more than two days of a month, as a range over all of them.
  private mutating func dayList() -> DateSpan? {
    skipWeekday()
    let monthBefore = take(from: DateVocabulary.months)
    _ = takeMark(".")
    guard let first = dayNumber() else { return nil }
    var (last, count) = (first, 1)
    while let day: Int = attempt({ $0.takeMark(",") || $0.link() != nil ? $0.dayNumber() : nil }) {
      guard day > last else { return nil }
      (last, count) = (day, count + 1)
    }
    guard count > 2 else { return nil }
    if monthBefore == nil { _ = takeWord(DateVocabulary.ofWords) }
    guard let month = monthBefore ?? take(from: DateVocabulary.months), let (year, era) = yearBehindDay(),
      isDayTerminated
    else { return nil }
    var (start, end) = (DateParts(), DateParts())
    (start.year, start.era, start.month, start.day) = (year, era, month, first)
    (end.year, end.era, end.month, end.day) = (year, era, month, last)
    return .interval(start, end)
  }

  /// `753–509 BC`: one era behind two years.
  private mutating func eraRange() -> DateSpan? {
    let isApproximate = takeCirca()
    guard let first = takeNumber(1...4), takeDash() != nil || takeWord(DateVocabulary.toWords),
      let second = takeNumber(1...4), let era = takeEra(), isTerminated
    else { return nil }
    var (start, end) = (DateParts(), DateParts())
    (start.year, start.era, start.isApproximate) = (first, era, isApproximate)
    (end.year, end.era) = (second, era)
    return .interval(start, end)
  }

  /// `June 7-12, 2024`, `Dec. 30, 2023 – Jan. 2, 2024`, `1914–18`, `2015–present`.
  private mutating func closedSpan() -> DateSpan? {
    guard var start = point(), start.exact?.isInterval != true, !start.isReversed, let link = link() else { return nil }
    if case .dash(let isSpaced, _, _) = link, start.hasYear || start.month != nil,
      attempt({ $0.takeWord(DateVocabulary.nowWords) && $0.isTerminated ? true : nil }) ?? false
    {
      return isSpaced && start.isDay ? nil : .from(start)
    }
    if let end = attempt({ $0.bareEnd(of: start, link: link) }) {
      if !start.hasYear { (start.year, start.era) = (end.year, end.era) }
      return join(start, end, by: link)
    }
    guard let end = point(), isRange(start, end, link) else { return nil }
    return join(start, end, by: link)
  }

  /// Whether two dates with a link between them are a range, and not a date and the title behind it.
  private func isRange(_ start: DateParts, _ end: DateParts, _ link: DateLink) -> Bool {
    switch link {
    case .words: return end.isDay ? isDayTerminated : isTerminated
    case .and: return start.isDay && end.isDay && isDayTerminated
    case .dash(let isSpaced, let isEm, _):
      guard isSpaced, start.hasYear else { return end.isDay && end.hasYear ? isDayTerminated : isTerminated }
      return !isEm && isTerminated && (end.hasYear || end.isDay)
    }
  }

  /// The `12` of `June 7-12, 2024` and the `18` of `1914–18`.
  private mutating func bareEnd(of start: DateParts, link: DateLink) -> DateParts? {
    var end = DateParts()
    if start.day != nil, !start.hasYear {
      guard let day = dayNumber() else { return nil }
      (end.month, end.day) = (start.month, day)
      if let (year, era) = attempt({ $0.yearBehindDay() }) { (end.year, end.era) = (year, era) }
      return (end.hasYear ? isDayTerminated : isTerminated) ? end : nil
    }
    guard case .dash(false, false, _) = link, let year = start.year, start.month == nil, start.grouping == nil,
      start.era == nil, (1_000...9_999).contains(year), let short = takeNumber(2...2), isTerminated
    else { return nil }
    end.year = year / 100 * 100 + short + (short < year % 100 ? 100 : 0)
    return end
  }

  private func join(_ start: DateParts, _ end: DateParts, by link: DateLink) -> DateSpan {
    if case .and = link { .both(start, end) } else { .interval(start, end) }
  }

  private mutating func link() -> DateLink? {
    if let dash = takeDash() { return .dash(isSpaced: dash.isSpaced, isEm: dash.isEm, isHyphen: dash.isHyphen) }
    if takeMark("&", "+") || takeWord(DateVocabulary.andWords) { return .and }
    return takeWord(DateVocabulary.toWords) ? .words : nil
  }
}

/// What stands between the two ends of a range.
enum DateLink {
  case dash(isSpaced: Bool, isEm: Bool, isHyphen: Bool)
  case words
  case and
}
