import Testing
import Timeline

@Suite struct DateRuleTests {
  private func timeline(_ dates: [String]) -> String {
    dates.map { "## \($0) — On \($0)" }.joined(separator: "\n\n")
  }

  @Test(arguments: [
    (["2023-08-23", "2023-11-11", "2023-01-12", "2024-01-18"], [5]),
    (["2023-08-23", "2025-11-11", "2023-12-12", "2024-01-18"], [3]),
    (["2024-01-18", "2023-11-11", "2023-12-12", "2023-08-23"], [5]),
    (["2024-01-18", "2023-01-18"], [3]),
    (["2023", "2023-01-18", "2023", "2024"], []), (["1928-07-30", "1928", "1930"], []),
    (["2023", "2024-01-18", "2023", "2025"], [5]),
    (["2023-08-23", "2023-08-23", "2023-08-24"], []),
    (["2024-08-23", "2023-08-23", "2022-08-24"], []),
    (["../1989", "1850", "1900"], []),
  ])
  func orderFindsTheEntryThatIsMisplaced(dates: [String], lines: [Int]) {
    #expect(report(timeline(dates), only: "date-order") == lines.map { "\($0):1 date-order" })
  }

  @Test func orderSuggestsTheYear() {
    let reading = TimelineReader.read(timeline(["2023-08-23", "2023-11-11", "2023-01-12", "2024-01-18"]))
    let finding = TimelineCheck.run(reading).first { $0.rule == "date-order" }
    #expect(finding?.message.contains("2023-01-12") == true)
    #expect(finding?.message.contains("was 2024-01-12 meant?") == true)
  }

  @Test func theFutureIsThatOfTheSettings() {
    let settings = TimelineSettings(today: CivilDay(year: 2024, month: 8, day: 4))
    #expect(report(timeline(["2024-08-04", "2024-08-05"]), only: "future-date", settings: settings).count == 1)
    #expect(report(timeline(["2024-08-04", "2024-08-05"]), only: "future-date") == [])
  }

  @Test func idsAreComparedAndMissed() {
    let text = "## 2024 — A {#a}\n\n## 2025 — B {#a}\n\n## 2026 — C\n"
    #expect(report(text, only: "duplicate-id") == ["3:1 duplicate-id"])
    #expect(report(text, only: "missing-id") == ["5:1 missing-id"])
  }

  @Test(arguments: [
    ("## 2024 — A\n\n## 2024 — A.\n", 1), ("## 2024 — A\n\n## 2025 — A\n", 0), ("## 2024\n\nx\n\n## 2024\n\nx\n", 1),
    ("## 2024\n\nx\n\n## 2024\n\ny\n", 0), ("## 2024\n\n## 2024\n", 0),
  ])
  func theSameTwiceIsFound(text: String, count: Int) {
    #expect(report(text, only: "duplicate-entry").count == count)
  }

  @Test(arguments: [
    ("## 2024\n\n<!-- x -->\n", 1), ("## 2024\n\n- weight: 2\n", 1), ("## 2024 — A\n", 0), ("## 2024\n\nx\n", 0),
    ("## 2024\n\n> x\n> — y\n", 0), ("## 2024\n\n- post: x\n", 0), ("## 2024\n\nx <!-- y -->\n", 0),
  ])
  func anEntryThatSaysNothingIsFound(text: String, count: Int) {
    #expect(report(text, only: "empty-entry").count == count)
  }
}
