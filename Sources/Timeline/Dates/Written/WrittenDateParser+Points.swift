extension WrittenDateParser {
  /// One point in time with what the text says about how sure it is.
  mutating func point() -> DateParts? {
    skipWeekday()
    if let exact = attempt({ $0.takeEDTF() }) { return exact }
    _ = takeWord(DateVocabulary.articles)
    let isDoubtful = takeWord(DateVocabulary.doubtWords)
    let isVague = takeVague()
    let isApproximate = takeCirca()
    _ = takeWord(DateVocabulary.articles)
    guard var parts = dayForm() ?? yearForm() else { return nil }
    parts.isApproximate = isApproximate || (isVague && parts.pattern == nil)
    parts.isUncertain = isDoubtful
    if isJoined, takeMark("?") { parts.isUncertain = true }
    skip { parser in
      guard parser.takeMark("("), parser.takeMark("?"), parser.takeMark(")") else { return false }
      parts.isUncertain = true
      return true
    }
    return parts
  }

  private mutating func dayForm() -> DateParts? {
    if let parts = attempt({ $0.numeric() }) { return parts }
    if let parts = attempt({ $0.dayMonth() }) { return parts }
    return attempt { $0.monthFirst() }
  }

  private mutating func yearForm() -> DateParts? {
    if let parts = attempt({ $0.yearMonth() }) { return parts }
    if let parts = attempt({ $0.partOfYear() }) { return parts }
    if let parts = attempt({ $0.decade() }) { return parts }
    if let parts = attempt({ $0.century() }) { return parts }
    return attempt { $0.yearAlone() }
  }

  mutating func skipWeekday() {
    let found: Int? = attempt { parser in
      guard let weekday = parser.take(from: DateVocabulary.weekdays) else { return nil }
      _ = parser.takeMark(".")
      _ = parser.takeMark(",")
      return parser.isJoined ? nil : weekday
    }
    if let found { weekday = weekday ?? found }
  }

  mutating func takeCirca() -> Bool {
    if takeMark("~") { return true }
    return attempt { parser in
      guard parser.takeWord(DateVocabulary.circaWords) else { return nil }
      _ = parser.takeMark(".")
      return true
    } ?? false
  }

  /// `early`, `mid-`, `late`: the part of the whole is lost, since EDTF has no word for it.
  private mutating func takeVague() -> Bool {
    guard takeWord(DateVocabulary.vagueWords) else { return false }
    if !takeMark("-") { _ = takeWord(DateVocabulary.ofWords) }
    return true
  }

  /// A day of a month: `4`, `4th`, `4.`, `1er`.
  mutating func dayNumber() -> Int? {
    guard let day = takeNumber(1...2) else { return nil }
    if isJoined, !takeWord(DateVocabulary.ordinalEndings) {
      skip { $0.takeMark(".") && (!$0.isJoined || $0.isBeforeDash) }
    }
    return day
  }

  private var isBeforeDash: Bool {
    if case .mark(let mark)? = next?.kind { Self.isDash(mark) || mark == "/" } else { false }
  }

  /// `12 March 2023`, `the 12th of March 2023`, `12-Mar-2023`, `4. August`.
  private mutating func dayMonth() -> DateParts? {
    guard let day = dayNumber() else { return nil }
    _ = takeMark("-", "/") || takeWord(DateVocabulary.ofWords)
    guard let month = take(from: DateVocabulary.months) else { return nil }
    return withYear(month: month, day: day)
  }

  /// `March 12, 2023`, `Mar. 12th`, `March 2023`, `March of 2023`, `March`.
  private mutating func monthFirst() -> DateParts? {
    guard let month = take(from: DateVocabulary.months) else { return nil }
    let afterName = index
    _ = takeMark(".")
    _ = takeMark(",")
    _ = takeMark("-", "/") || takeWord(["the"])
    if let day = attempt({ parser in parser.dayNumber().flatMap { parser.isAfterDay ? $0 : nil } }) {
      return withYear(month: month, day: day)
    }
    index = afterName
    return withYear(month: month, day: nil)
  }

  /// No third digit, colon or decimal follows a number that is taken for a day.
  private var isAfterDay: Bool {
    guard isJoined, let token = next else { return true }
    switch token.kind {
    case .number, .word: return false
    case .mark(let mark): return !":%".unicodeScalars.contains(mark)
    }
  }

  private mutating func withYear(month: Int, day: Int?) -> DateParts {
    var parts = DateParts()
    (parts.month, parts.day) = (month, day)
    if let (year, era) = attempt({ $0.yearBehindDay(isAfterMonth: day == nil) }) {
      (parts.year, parts.era) = (year, era)
    }
    return parts
  }

  /// The year behind a month or a day: `, 2024`, ` 2024`, `-2024`, ` of 2024`, ` '24`, ` 96`, ` 44 BC`.
  mutating func yearBehindDay(isAfterMonth: Bool = false) -> (Int, DateParts.Era?)? {
    _ = takeMark(".")
    _ = takeMark(",")
    let isDashed = takeMark("-", "/")
    if !isDashed { _ = takeWord(DateVocabulary.ofWords) }
    if takeMark("'", "’", "‘") { return takeNumber(2...2).map { (Self.fullYear($0), nil) } }
    if takeWord(["ad"]) { return takeNumber(1...4).map { ($0, .after) } }
    if let (year, era) = attempt({ $0.yearWithEra() }) { return (year, era) }
    if let year = takeNumber(4...4) { return (year, nil) }
    guard !isAfterMonth, !isDashed, let short = takeNumber(2...2), isTerminated else { return nil }
    return (Self.fullYear(short), nil)
  }

  /// Two digits stand for a year from 1950 to 2049.
  static func fullYear(_ short: Int) -> Int {
    short < 50 ? 2_000 + short : 1_900 + short
  }
}
