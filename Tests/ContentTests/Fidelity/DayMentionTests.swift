import Testing
import Timeline

@testable import Content

@Suite struct DayMentionTests {
  @Test(
    "days are read in each language, with or without a year",
    arguments: [
      ("en", "On 5 September 2024 it rained.", ["9-5-2024"]),
      ("en", "Sept. 5, 2024 and Aug. 3rd", ["9-5-2024", "8-3"]),
      ("en", "the 5th of September", ["9-5"]), ("en", "7–12 June 2024", ["6-7-2024", "6-12-2024"]),
      ("en", "He may 5 times. In September 1500 people.", []), ("en", "Thursday, 5 September", ["9-5"]),
      ("nb", "torsdag 5. september 2024", ["9-5-2024"]), ("de", "Am 1. Mai 2024", ["5-1-2024"]),
      ("fr", "le 1er mai, puis 2 juin 2024", ["5-1", "6-2-2024"]),
      ("es", "el 5 de septiembre de 2024", ["9-5-2024"]), ("de", "im September 2024", []),
    ])
  func mentions(code: String, line: String, expected: [String]) {
    let found = DayMention.all(in: line, language: Language.named(code)).map { mention in
      "\(mention.month)-\(mention.day)" + (mention.year.map { "-\($0)" } ?? "")
    }
    #expect(found == expected)
  }

  @Test("what every language writes for a day is read back", arguments: Language.all.map(\.code))
  func roundTrip(code: String) {
    let language = Language.named(code)
    for day in 1...31 {
      let date = Sample.day("2024-01-01").adding(days: day - 1)
      for text in [language.date(date), language.headingDay(date), "(\(language.date(date)))"] {
        let found = DayMention.all(in: text, language: language)
        #expect(found.map(\.day) == [day], "\(text)")
        #expect(found.map(\.month) == [1])
      }
    }
  }
}
