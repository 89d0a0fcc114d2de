import Foundation
import TestSupport
import Testing
import Timeline

@testable import Scheduler

@Suite("Reasons of picks")
struct PickReasonTests {
  @Test(
    "A reason says how long ago, and what is special",
    arguments: [
      ("2024-08-25", OnThisDayRules.Ranges.start, "2025-08-25", "1 year ago, a milestone"),
      ("1954-05-06", .start, "2025-05-06", "71 years ago"),
      (
        "2024-02-29", .start, "2025-02-28",
        "1 year ago, a milestone; 29 February is kept on this day in a year without one"
      ),
      ("2024-06-07/2024-06-12", .start, "2026-06-07", "2 years ago; the first day of what went on until 12 June 2024"),
      ("2024-06-07/2024-06-12", .end, "2026-06-12", "2 years ago; the last day of what began on 7 June 2024"),
      ("2023-12-30/2024-01-02", .any, "2026-01-01", "2 years ago; day 3 of 4"),
      (
        "-0043-03-15/-0043-04-01", .start, "2025-03-15",
        "2068 years ago; the first day of what went on until 1 April 44 BC"
      ),
    ])
  func reasons(date: String, ranges: OnThisDayRules.Ranges, day: String, reason: String) throws {
    var rules = OnThisDayRules()
    rules.ranges = ranges
    #expect(try PickFixture.picks([date], on: day, rules: rules).map(\.reason) == [reason])
  }

  @Test("The sample on 25 August 2025: two entries of one day in two years")
  func sample() throws {
    let entries = try ["two-milers", "the-mile"].flatMap { name in
      let file = SharedData.repository.appending(path: "Timelines/\(name).md")
      return TimelineReader.read(try String(contentsOf: file, encoding: .utf8)).document.entries
    }
    let selection = try PickFixture.select(entries, on: "2025-08-25")
    #expect(
      selection.picks.map { "\($0.entry.date.edtf) \($0.entry.displayTitle): \($0.reason)" } == [
        "2024-08-25 A 3000m world record in Silesia: 1 year ago, a milestone; weight 5",
        "2023-08-25 Kerr sees a weakness in a celebration: 2 years ago",
      ])
    #expect(selection.rejections.isEmpty)
  }
}
