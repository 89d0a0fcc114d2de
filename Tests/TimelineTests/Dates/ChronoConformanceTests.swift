import TestSupport
import Testing
import Timeline

/// chrono's dates in running text, as far as they stand at the start and need no reference date.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct ChronoConformanceTests {
  struct Examples: Decodable {
    struct Day: Decodable {
      var year: Int
      var month: Int
      var day: Int?
    }
    struct Case: Decodable {
      var text: String
      var matched: String?
      var start: Day?
      var end: Day?
    }
    struct Refused: Decodable {
      var text: String
    }
    var cases: [Case]
    var refused: [Refused]
  }

  /// Where the text gives a month and a day that chrono's era arithmetic (345 BC is -345) leaves alone.
  @Test func datesAgreeWithChrono() throws {
    let data = try SharedData.json("conformance/dates/chrono-english.json", as: Examples.self)
    var compared = 0
    for example in data.cases {
      guard let start = example.start, start.year > 0,
        let date = WrittenDate.read(prefixOf: example.matched ?? example.text, order: .mdy)?.date,
        date.precision == .day
      else { continue }
      let wanted = CivilDay(year: start.year, month: start.month, day: start.day ?? 1)
      // The file asserts both readings of 8/10/2012: chrono's American and its British parser.
      if example.text.hasPrefix("8/10/2012"), example.end == nil { continue }
      if example.text.contains("BE") { continue }
      #expect(date.firstDay == wanted, "\(example.text)")
      if let end = example.end {
        #expect(date.lastDay == CivilDay(year: end.year, month: end.month, day: end.day ?? 1), "\(example.text)")
      }
      compared += 1
    }
    #expect(compared > 35)
  }

  /// What chrono refuses; a year alone and a range of years are dates of a timeline, though not of running text.
  @Test func refusalsAgreeWithChrono() throws {
    let data = try SharedData.json("conformance/dates/chrono-english.json", as: Examples.self)
    for example in data.refused where !["2012", "2012-14", "2200-25"].contains(example.text) {
      #expect(WrittenDate.read(prefixOf: example.text, order: nil)?.date == nil, "\(example.text)")
    }
  }
}
