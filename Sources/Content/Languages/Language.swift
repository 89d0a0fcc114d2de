internal import Timeline

/// The words that Daybook itself adds to what a timeline says, in one language.
///
/// Another language is one more value of this type in a file of its own, named in ``all``. It is a class since everything
/// that makes text holds on to it.
package final class Language: Sendable {
  /// The BCP 47 tag.
  package let code: String
  /// January first.
  let months: [String]
  /// Monday first.
  let weekdays: [String]
  let quotationMarks: (open: String, close: String)
  /// The numbers from one to twelve in words.
  let numbers: [String]
  /// `9 September 2024`, from the day, the month's name and the year.
  let day: @Sendable (_ day: Int, _ month: String, _ year: String) -> String
  /// `9 September`.
  let dayOfMonth: @Sendable (_ day: Int, _ month: String) -> String
  /// `Monday, 9 September`, from the weekday and the rest.
  let weekdayAndDay: @Sendable (_ weekday: String, _ day: String) -> String
  /// `7–12 June 2024`, from two days of one month, its name and the year.
  let daysOfMonth: @Sendable (_ first: Int, _ last: Int, _ month: String, _ year: String) -> String
  /// `44 BC`, from the number of a year before 1.
  let yearBeforeChrist: @Sendable (Int) -> String
  /// `71 years ago`, `1 year ago`, and for 0 `today`.
  package let yearsAgo: @Sendable (Int) -> String
  /// `On this day, 71 years ago:`, from ``yearsAgo``; a title follows.
  let lookBack: @Sendable (_ ago: String) -> String
  /// The headings and the other fixed words, by the name that templates call them by.
  let words: [String: String]
  let standfirst: StandfirstWords

  init(
    code: String, months: [String], weekdays: [String], quotationMarks: (open: String, close: String),
    numbers: [String], day: @escaping @Sendable (_ day: Int, _ month: String, _ year: String) -> String,
    dayOfMonth: @escaping @Sendable (_ day: Int, _ month: String) -> String,
    weekdayAndDay: @escaping @Sendable (_ weekday: String, _ day: String) -> String,
    daysOfMonth: @escaping @Sendable (_ first: Int, _ last: Int, _ month: String, _ year: String) -> String,
    yearBeforeChrist: @escaping @Sendable (Int) -> String, yearsAgo: @escaping @Sendable (Int) -> String,
    lookBack: @escaping @Sendable (_ ago: String) -> String, words: [String: String], standfirst: StandfirstWords
  ) {
    self.code = code
    self.months = months
    self.weekdays = weekdays
    self.quotationMarks = quotationMarks
    self.numbers = numbers
    self.day = day
    self.dayOfMonth = dayOfMonth
    self.weekdayAndDay = weekdayAndDay
    self.daysOfMonth = daysOfMonth
    self.yearBeforeChrist = yearBeforeChrist
    self.yearsAgo = yearsAgo
    self.lookBack = lookBack
    self.words = words
    self.standfirst = standfirst
  }

  /// The sentences of a standfirst; titles come with their markup.
  struct StandfirstWords: Sendable {
    /// From the leading title and a phrase for the others, nil where there are none.
    let news: @Sendable (_ title: String, _ others: Int, _ number: String) -> String
    let onThisDay: @Sendable (_ title: String, _ ago: String, _ others: Int, _ number: String) -> String
    let comingUp: @Sendable (_ title: String, _ weekday: String) -> String
  }

  /// `71 years ago:`, for what was not on this very day; a title follows.
  func agoHeading(_ ago: String) -> String { Self.capitalised(ago) + (words["colon"] ?? ":") }

  /// Words as they begin a sentence.
  static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// The languages that there are; English first.
  package static let all: [Language] = [.english, .norwegian, .german, .french, .spanish]

  /// The language of a BCP 47 tag, by its first subtag; English where it is unknown.
  package static func named(_ tag: String) -> Language {
    let code = tag.split { $0 == "-" || $0 == "_" }.first.map { $0.lowercased() } ?? ""
    // Norwegian without a written standard is most often Bokmål.
    return all.first { $0.code == (code == "no" ? "nb" : code) } ?? .english
  }
}
