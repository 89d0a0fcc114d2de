import Testing
import Timeline

@Suite("The n-th weekday of a month")
struct NthWeekdayTests {
  @Test(
    "The day that is meant",
    arguments: [
      ("first monday of may", 2025, 5, "2025-05-05"), ("the last Friday of November", 2024, 11, "2024-11-29"),
      ("4th thursday of november", 2025, 11, "2025-11-27"), ("third mon of april", 1975, 4, "1975-04-21"),
      ("last monday of the month", 2024, 2, "2024-02-26"), ("fifth thursday of february", 2024, 2, "2024-02-29"),
      ("second sunday of june", -43, 6, "-0043-06-09"),
    ])
  func days(text: String, year: Int, month: Int, day: String) throws {
    let named = try #require(NthWeekday(text))
    #expect(named.day(year: year, month: month)?.description == day)
  }

  @Test("A month without a fifth one, and another month, have none")
  func none() throws {
    #expect(try #require(NthWeekday("fifth monday of may")).day(year: 2025, month: 5) == nil)
    #expect(try #require(NthWeekday("first monday of may")).day(year: 2025, month: 6) == nil)
  }

  @Test(
    "What is no weekday of a month is refused",
    arguments: [
      "", "monday", "first monday", "monday of may", "first of may", "sixth monday of may", "0th monday of may",
      "first moonday of may", "first monday of smarch", "first monday in may", "first monday of may 2024", "1 may",
    ])
  func refused(text: String) {
    #expect(NthWeekday(text) == nil)
  }

  @Test("A field says on which day an entry is remembered, and is written back")
  func field() throws {
    let text = "## 1886-05-04 — Haymarket\n\nWhat happened.\n\n- observed: the 1st monday of may\n- weight: 2\n"
    let reading = TimelineReader.read(text)
    #expect(reading.findings.isEmpty)
    let entry = try #require(reading.document.entries.first)
    #expect(entry.fields.observed?.description == "first Monday of May")
    let written = TimelineWriter.write(reading.document)
    #expect(written.contains("- observed: first Monday of May\n"))
    #expect(TimelineReader.read(written).document == reading.document)
  }

  @Test(
    "A field that names no such day is a finding",
    arguments: ["may", "first monday of the month", "frist monday of may"])
  func badField(value: String) throws {
    let findings = TimelineReader.read("## 1886-05-04\n\n- observed: \(value)\n- weight: 2\n").findings
    #expect(findings.map(\.rule) == ["unknown-field"])
    #expect(findings.first?.message.contains("write it as observed: first Monday of May") == true)
  }
}
