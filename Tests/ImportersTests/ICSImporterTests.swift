import TestSupport
import Testing
import Timeline

@testable import Importers

struct ICSImporterTests {
  private func read(_ lines: String...) throws -> ImportedTimeline {
    let text = (["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"]).joined(separator: "\r\n")
    let timeline = try ICSImporter().import(ImportSource(text: text, name: "c.ics"))
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test(arguments: [
    (["DTSTART;VALUE=DATE:20210303"], "2021-03-03"),
    (["DTSTART;VALUE=DATE:20210303", "DTEND;VALUE=DATE:20210304"], "2021-03-03"),
    (["DTSTART;VALUE=DATE:20210303", "DTEND;VALUE=DATE:20210306"], "2021-03-03/2021-03-05"),
    (["DTSTART;VALUE=DATE:20210303", "DURATION:P3D"], "2021-03-03/2021-03-05"),
    (["DTSTART:20210303T100000Z", "DTEND:20210303T120000Z"], "2021-03-03T10:00:00Z"),
    (["DTSTART;TZID=Europe/Oslo:20210303T220000", "DTEND;TZID=Europe/Oslo:20210304T000000"], "2021-03-03T22:00:00"),
    (["DTSTART:20210303T220000", "DTEND:20210304T020000"], "2021-03-03/2021-03-04"),
    (["DTSTART:20210303T220000", "DURATION:PT4H"], "2021-03-03/2021-03-04"),
    (["DTSTART;VALUE=DATE:20210303", "DTEND;VALUE=DATE:20210303"], "2021-03-03"),
    (["DTSTART;VALUE=DATE:20210303", "RRULE:FREQ=YEARLY"], "2021-03-03"),
  ])
  func datesAndTheirEnds(lines: [String], edtf: String) throws {
    let text = (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\n")
    let timeline = try ICSImporter().import(ImportSource(text: text))
    #expect(timeline.document.entries.map(\.date.edtf) == [edtf])
    #expect(timeline.findings.isEmpty)
    expectRoundTrip(timeline.document)
  }

  @Test func linesAreUnfoldedAndUnescaped() throws {
    let entry = try #require(
      try read(
        "DTSTART:20210303", "SUMMARY:The flo", " od\\, again", "DESCRIPTION:One\\nTwo\\\\n\\; ^three",
        "UID:flood@example.org",
        "CATEGORIES:wet,cold\\, damp", "URL:https://example.org/a", "LOCATION:The mill",
        "IMAGE;VALUE=URI;FMTTYPE=image/png;ALTTEXT=\"Brown: water\":https://example.org/a.png"
      ).document.entries.first)
    #expect(entry.title == "The flood, again")
    #expect(entry.id == "flood-example-org")
    #expect(entry.fields.tags == ["wet", "cold damp"])
    #expect(entry.blocks.first == .text("One\\\nTwo\\n; ^three"))
    #expect(entry.blocks.contains(.text("The mill")))
    #expect(entry.blocks.contains(.text("<https://example.org/a>")))
    #expect(entry.picture == Picture(path: "https://example.org/a.png", alt: "Brown: water"))
  }

  @Test func aFoldMayStandWithinACharacter() throws {
    let bytes =
      Array("BEGIN:VEVENT\r\nDTSTART:20210303\r\nSUMMARY:Fl".utf8) + [0xC3] + Array("\r\n ".utf8) + [0xB8]
      + Array("m\r\nEND:VEVENT".utf8)
    let timeline = try ICSImporter().import(ImportSource(bytes: bytes))
    #expect(timeline.document.entries.first?.title == "Fløm")
  }

  @Test func oneBadEventLosesNoOther() throws {
    let timeline = try read(
      "DTSTART:soon", "SUMMARY:A", "END:VEVENT", "BEGIN:VEVENT", "no colon", "DTSTART:20210303", "SUMMARY:B",
      "END:VEVENT",
      "BEGIN:VEVENT", "DTSTART:20210304", "STATUS:CANCELLED", "SUMMARY:C", "END:VEVENT", "BEGIN:VEVENT",
      "DTSTART:20210305", "URL:javascript:x()", "SUMMARY:D")
    #expect(timeline.document.entries.map(\.title) == ["B", "D"])
    #expect(timeline.findings.map(\.rule) == ["date-invalid", "source-broken", "left-out", "link-scheme"])
    #expect(timeline.findings.map(\.position.line) == [3, 7, 11, 18])
  }

  @Test(arguments: [
    ("FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", "first Monday of May"),
    ("FREQ=YEARLY;INTERVAL=1;BYDAY=-1MO;BYMONTH=8", "last Monday of August"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=+4TH", "fourth Thursday of November"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4", "fourth Thursday of November"),
  ])
  func aYearlyWeekdayIsObserved(rule: String, day: String) throws {
    let timeline = try read("DTSTART;VALUE=DATE:20200504", "RRULE:" + rule)
    #expect(timeline.document.entries.first?.fields.observed?.description == day)
    #expect(timeline.findings.isEmpty)
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;BYDAY=MO", "repeats (FREQ=WEEKLY;BYDAY=MO)"), ("FREQ=YEARLY;BYMONTH=5;BYDAY=MO", "repeats (FREQ"),
    ("FREQ=YEARLY;INTERVAL=4", "repeats (FREQ=YEARLY;INTERVAL=4)"),
    ("FREQ=YEARLY;UNTIL=20301231", "repeats each year until 20301231"),
    ("FREQ=YEARLY;COUNT=5;BYMONTH=5;BYDAY=1MO", "repeats each year 5 times"),
  ])
  func otherRecurrencesAreReported(rule: String, message: String) throws {
    let findings = try read("DTSTART;VALUE=DATE:20200504", "SUMMARY:May", "RRULE:" + rule).findings
    #expect(findings.map(\.rule) == ["recurrence"])
    #expect(findings.first?.message.contains("\"May\" " + message) == true)
  }

  @Test func aSourceThatIsNoCalendarIsAnError() {
    #expect(throws: ImportError.self) { try ICSImporter().import(ImportSource(text: "Rain.")) }
  }
}

/// The calendars of the icalendar project, with what that library reads from them.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct ICSConformanceTests {
  private struct Expected: Decodable {
    struct File: Decodable {
      var events: [Event]?
    }
    struct Event: Decodable {
      var uid: String?
      var summary: String?
      var description: String?
      var dtstart: Date?
    }
    struct Date: Decodable {
      var value: String?
    }
    var files: [String: File]
  }

  @Test func everyEventWithADateIsRead() throws {
    let expected = try SharedData.json("conformance/ical/expected.json", as: Expected.self)
    #expect(expected.files.count > 25)
    for (name, file) in expected.files {
      let source = ImportSource(bytes: [UInt8](try SharedData.data("conformance/ical/" + name)), name: name)
      #expect(ImporterRegistry.guess(for: source)?.name == "ics", "\(name)")
      let timeline = try ICSImporter().import(source)
      expectRoundTrip(timeline.document)
      for event in file.events ?? [] {
        guard let date = event.dtstart?.value else { continue }
        let given = (event.description ?? "").filter { !$0.isWhitespace }
        let isThere = timeline.document.entries.contains { entry in
          let words = MarkdownBlock.parse(entry.bodyMarkdown).plainText.filter { !$0.isWhitespace }
          let title = entry.title.map { MarkdownBlock.parse($0).plainText }
          return title == event.summary?.split { $0.isWhitespace }.joined(separator: " ")
            && entry.date.edtf.hasPrefix(date.prefix(10)) && (given.isEmpty || words.contains(given))
        }
        #expect(isThere, "\(name): \(event.summary ?? "no summary") \(date)")
      }
    }
  }
}
