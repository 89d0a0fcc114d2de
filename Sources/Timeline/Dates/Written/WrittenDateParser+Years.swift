extension WrittenDateParser {
  /// `2023 March`, `2012/Aug/10`, `2018 March 18`, `2014, 9 April`.
  mutating func yearMonth() -> DateParts? {
    guard let year = takeNumber(4...4) else { return nil }
    let dayFirst: DateParts? = attempt { parser in
      _ = parser.takeMark(",")
      guard let day = parser.dayNumber(), let month = parser.take(from: DateVocabulary.months) else { return nil }
      var parts = DateParts()
      (parts.year, parts.month, parts.day) = (year, month, day)
      return parts
    }
    if let dayFirst { return dayFirst }
    if let parts = attempt({ $0.monthBehindComma(of: year) }) { return parts }
    _ = takeEra()
    _ = takeMark("-", "/")
    guard let month = take(from: DateVocabulary.months) else { return nil }
    var parts = DateParts()
    (parts.year, parts.month) = (year, month)
    _ = takeMark(".")
    parts.day = attempt { parser in
      _ = parser.takeMark("-", "/")
      return parser.dayNumber()
    }
    return parts
  }

  /// `1905, May 3`, `1998, June`, `1848, im März`: nothing but the date stands before a mark or the end.
  private mutating func monthBehindComma(of year: Int) -> DateParts? {
    guard takeMark(",") else { return nil }
    _ = takeWord(["in", "im", "i", "en"])
    guard let month = take(from: DateVocabulary.months) else { return nil }
    var parts = DateParts()
    (parts.year, parts.month) = (year, month)
    parts.day = attempt { parser in
      _ = parser.takeMark(".")
      return parser.dayNumber()
    }
    return isTerminated ? parts : nil
  }

  /// `spring 2021`, `Spring of 2021`, `Q1 2024`, `2024 Q1`, `first half of 2024`.
  mutating func partOfYear() -> DateParts? {
    var parts = DateParts()
    if let season = attempt({ $0.seasonOrQuarter() }) {
      parts.grouping = season
      _ = takeMark(",")
      _ = takeMark("/", "-") || takeWord(DateVocabulary.ofWords)
      guard let year = takeNumber(4...4) else { return nil }
      parts.year = year
      if season == .winter { _ = attempt { $0.nextYear(after: year) } }
      return parts
    }
    guard let year = takeNumber(4...4) else { return nil }
    _ = takeMark("-", "/")
    guard let grouping = seasonOrQuarter() else { return nil }
    (parts.year, parts.grouping) = (year, grouping)
    return parts
  }

  /// The `/88` of `1987/88` and the `-63` of `winter 1962-63`.
  mutating func nextYear(after year: Int) -> Int? {
    guard isJoined, takeMark("/") || takeDash() != nil, isJoined,
      let next = takeNumber(2...2) ?? takeNumber(4...4), next % 100 == (year + 1) % 100, next < 100 || next == year + 1
    else { return nil }
    return year + 1
  }

  private mutating func seasonOrQuarter() -> DateGrouping? {
    if let season = take(from: DateVocabulary.seasons) { return season }
    if takeWord(["q", "h"]), isJoined {
      let isQuarter = tokens[index - 1].kind == .word("q")
      return takeNumber(1...1).flatMap { Self.grouping(number: $0, isQuarter: isQuarter) }
    }
    let number = take(from: DateVocabulary.ordinals) ?? takeNumber(1...1)
    guard let number else { return nil }
    _ = takeWord(DateVocabulary.ordinalEndings) || takeMark(".")
    if takeWord(["quarter", "quartal", "kvartal", "trimestre"]) {
      return Self.grouping(number: number, isQuarter: true)
    }
    guard takeWord(["half", "halbjahr", "halvar", "semestre", "hjahr"]) else { return nil }
    return Self.grouping(number: number, isQuarter: false)
  }

  private static func grouping(number: Int, isQuarter: Bool) -> DateGrouping? {
    guard (1...(isQuarter ? 4 : 2)).contains(number) else { return nil }
    return DateGrouping(rawValue: (isQuarter ? 32 : 39) + number)
  }

  /// `1960s`, `the '90s`, `1800s`, `1960er Jahre`, `1960-tallet`, `années 1960`.
  mutating func decade() -> DateParts? {
    var parts = DateParts()
    if takeMark("'", "’", "‘") {
      guard let short = takeNumber(2...2), short % 10 == 0, isJoined, takeWord(DateVocabulary.decadeEndings) else {
        return nil
      }
      parts.pattern = "\(Self.fullYear(short) / 10)X"
      return parts
    }
    if takeWord(["annees", "anos"]) {
      guard let year = takeNumber(4...4), year % 10 == 0 else { return nil }
      parts.pattern = "\(CivilDay.padded(year / 10, to: 3))X"
      return parts
    }
    guard let year = takeNumber(4...4), year % 10 == 0, isJoined else { return nil }
    _ = takeMark("'", "’", "-")
    guard takeWord(DateVocabulary.decadeEndings.union(["tallet", "arene"])) else { return nil }
    _ = takeWord(["jahre", "jahren"])
    let prefix = CivilDay.padded(year / 100, to: 2)
    parts.pattern = year % 100 == 0 ? prefix + "XX" : "\(prefix)\(year / 10 % 10)X"
    return parts
  }

  /// `19th century`, `19. Jahrhundert`, `2nd century BC`, `siglo XIX`.
  mutating func century() -> DateParts? {
    var number: Int?
    if takeWord(["siglo"]) {
      number = takeNumber(1...2) ?? takeRoman()
    } else {
      number = takeNumber(1...2)
      if number != nil { _ = takeWord(DateVocabulary.ordinalEndings) || takeMark(".") } else { number = takeRoman() }
      guard number != nil, takeWord(DateVocabulary.centuryWords) else { return nil }
    }
    guard let number, number > 0 else { return nil }
    var parts = DateParts()
    parts.pattern = CivilDay.padded(number - 1, to: 2) + "XX"
    parts.era = takeEra()
    return parts
  }

  /// A Roman number up to XXI; French joins its ending, as in `XIXe`.
  private mutating func takeRoman() -> Int? {
    guard case .word(let word)? = next?.kind else { return nil }
    let numerals = [
      "xxi", "xx", "xix", "xviii", "xvii", "xvi", "xv", "xiv", "xiii", "xii", "xi", "x", "ix", "viii", "vii", "vi", "v",
    ]
    guard let found = numerals.firstIndex(where: { word == $0 || word == $0 + "e" }) else { return nil }
    index += 1
    return 21 - found
  }

  /// `2024`, `AD 79`, `79 AD`, `44 BC`, `10,000 BC`, `the year 1800`.
  mutating func yearAlone() -> DateParts? {
    var parts = DateParts()
    if let era = takeEra() {
      guard era == .after, let year = takeNumber(1...4) else { return nil }
      (parts.year, parts.era) = (year, era)
      return parts
    }
    if let (year, era) = attempt({ $0.yearWithEra() }) {
      (parts.year, parts.era) = (year, era)
      return parts
    }
    _ = takeWord(["year"])
    guard let year = takeNumber(4...4) else { return nil }
    parts.year = year
    return parts
  }

  mutating func yearWithEra() -> (Int, DateParts.Era)? {
    guard var year = takeNumber(1...6) else { return nil }
    while let thousand: Int = attempt({ parser in
      guard parser.isJoined, parser.takeMark(",", "."), parser.isJoined else { return nil }
      return parser.takeNumber(3...3)
    }) {
      guard year < 1_000_000 else { return nil }
      year = year * 1_000 + thousand
    }
    guard year > 0, let era = takeEra() else { return nil }
    return (year, era)
  }

  /// `BC`, `B.C.`, `BCE`, `AD`, `CE`, `v. Chr.`, `n. Chr.`, `f.Kr.`, `e.Kr.`, `av. J.-C.`, `a. C.`, `d. C.`.
  mutating func takeEra() -> DateParts.Era? {
    attempt { parser in
      var letters = ""
      let most = parser.index + 8
      while parser.index < most {
        if case .word(let word)? = parser.next?.kind {
          letters += word
        } else if !parser.takeMark(".", "-") {
          return nil
        } else {
          continue
        }
        parser.index += 1
        let era: DateParts.Era? =
          switch letters {
          case "bc", "bce", "vchr", "fkr", "avjc", "ac", "ane": .before
          case "ad", "ce", "nchr", "ekr", "apjc", "aprjc", "dc": .after
          default: nil
          }
        if let era {
          if letters != "bc" || parser.next?.kind != .word("e") { _ = parser.takeEraDot() }
          return era
        }
      }
      return nil
    }
  }

  private mutating func takeEraDot() -> Bool {
    guard index >= 2, tokens[index - 2].kind == .mark(".") || tokens[index - 1].kind == .word("chr") else {
      return false
    }
    return takeMark(".")
  }
}
