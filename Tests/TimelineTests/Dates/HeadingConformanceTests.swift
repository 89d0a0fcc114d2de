import TestSupport
import Testing
import Timeline

/// Date headings as articles write them, and phrases of other libraries.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct HeadingConformanceTests {
  struct Headings: Decodable {
    struct Case: Decodable {
      var text: String
      var edtf: String?
      var ambiguous: [String]?
      var time: String?
      var rest: String?
      var refuse: Bool?
      var month: Int?
      var day: Int?
      var end_month: Int?
      var end_day: Int?
    }
    var cases: [Case]
  }

  private func read(_ text: String) -> WrittenDate? {
    WrittenDate.read(prefixOf: text, order: nil) ?? WrittenDate.read(suffixOf: text, order: nil)
  }

  @Test func everyHeadingIsReadAsItIsMeant() throws {
    let data = try SharedData.json("conformance/dates/headings.json", as: Headings.self)
    for example in data.cases {
      let found = read(example.text)
      #expect(found?.date?.edtf == example.edtf, "\(example.text)")
      if let time = example.time { #expect(found?.time == time, "\(example.text)") }
      if let rest = example.rest { #expect(found?.rest == rest, "\(example.text)") }
      if example.edtf != nil, example.rest == nil { #expect(found?.rest == "", "\(example.text)") }
      if let readings = example.ambiguous {
        let dates = try readings.map { reading in try EntryDate(edtf: reading) }
        #expect(found?.problems == [.ambiguous(dates)], "\(example.text)")
      }
      if let month = example.month {
        let end = example.end_month.map { WrittenDate.YearlessDate(month: $0, day: example.end_day) }
        let start = WrittenDate.YearlessDate(month: month, day: example.day)
        #expect(found?.problems == [.yearMissing(start: start, end: end)], "\(example.text)")
      }
    }
  }

  struct Phrases: Decodable {
    struct Case: Decodable {
      var text: String
      var edtf: String?
    }
    var cases: [Case]
  }

  /// What python-edtf does otherwise: an aside in brackets stays in the rest, `1900s` is the century with or without
  /// "about", 64 BCE is the astronomical year -63, and a slash between years is EDTF's interval.
  private static let otherwise: Set = [
    "1862 (uncertain)", "c1900s", "c1800s?", "before about the 1900s", "c64 BCE", "1858/1860",
  ]

  @Test func phrasesAgreeWithPythonEDTF() throws {
    let data = try SharedData.json("conformance/dates/natural-language-edtf.json", as: Phrases.self)
    var disagreements: [String] = []
    for example in data.cases {
      guard !Self.otherwise.contains(example.text),
        let found = WrittenDate.read(prefixOf: example.text, order: nil)?.date?.edtf, let edtf = example.edtf
      else { continue }
      let open = edtf.hasPrefix("/") ? ".." + edtf : edtf.hasSuffix("/") ? edtf + ".." : edtf
      if found != open { disagreements.append("\(example.text): \(found), not \(edtf)") }
    }
    #expect(disagreements == [])
  }
}
