import TestSupport
import Testing
import Timeline

@testable import Importers

/// The sample timelines of TimelineJS: nothing of them is lost.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct TimelineJSConformanceTests {
  private static let folder = "conformance/timelinejs/"

  private func read(_ file: String) throws -> ImportedTimeline {
    let source = ImportSource(bytes: [UInt8](try SharedData.data(Self.folder + file)), name: file)
    let importer = try #require(ImporterRegistry.guess(for: source))
    #expect(importer.name == (file.hasSuffix(".csv") ? "csv" : "timelinejs"))
    let timeline = try importer.init().import(source)
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test(arguments: [
    ("all-media-types.json", 41), ("cosmo-mixed.json", 11), ("cosmo.json", 7), ("eras.json", 20),
    ("houston.timeline2-legacy.json", 18), ("houston.timeline3.json", 18), ("marktwain.json", 17),
    ("mediatypes.timeline3.json", 29), ("republican.timeline3.json", 13), ("user-interface.timeline2-legacy.json", 22),
    ("user-interface.timeline3.json", 22), ("whitney.timeline3.json", 18), ("women_in_computing.json", 10),
    ("women_in_computing.csv", 10),
  ])
  func everyEventIsAnEntry(file: String, events: Int) throws {
    let timeline = try read(file)
    #expect(timeline.document.entries.count == events)
    #expect(timeline.document.title != nil || file == "marktwain.json")
    #expect(!timeline.findings.contains { $0.severity == .error })
  }

  @Test(arguments: [
    "all-media-types.json", "cosmo-mixed.json", "cosmo.json", "eras.json", "houston.timeline3.json", "marktwain.json",
    "mediatypes.timeline3.json", "republican.timeline3.json", "user-interface.timeline3.json", "whitney.timeline3.json",
    "women_in_computing.json",
  ])
  func dateTitleTextAddressAndCreditAreKept(file: String) throws {
    let events = try SharedData.json(Self.folder + file, as: Plain.self).events
    let entries = try read(file).document.entries
    for (event, entry) in zip(events, entries) {
      let year = try #require(Int(event.start_date.year))
      let first = try #require(entry.date.firstDay)
      #expect(first.year == year || year < 0 && first.year == year + 1)
      if let month = event.start_date.month.flatMap({ Int($0) }) { #expect(first.month == month) }
      if let day = event.start_date.day.flatMap({ Int($0) }) { #expect(entry.date.startDay?.day == day) }
      let title = entry.title.map { MarkdownBlock.parse($0).plainText } ?? ""
      #expect(title == MarkupText.plain(event.text.headline ?? ""))
      let all = TimelineWriter.write(entry).filter { !$0.isWhitespace && $0 != "\\" && $0 != "*" }
      let words = all + MarkdownBlock.parse(entry.bodyMarkdown).plainText.filter { !$0.isWhitespace }
      for word in MarkupText.plain(event.text.text ?? "").split(separator: " ") {
        #expect(words.contains(word.filter { $0 != "\\" && $0 != "*" }), "\(entry.id): \(word)")
      }
      if let url = event.media?.url, !url.isEmpty, !url.hasPrefix("<") {
        #expect(all.contains(url.filter { $0 != " " }))
      }
      for credit in MarkupText.plain(event.media?.credit ?? "").split(separator: " ") {
        #expect(all.contains(credit.filter { $0 != "\"" && $0 != "," }), "\(entry.id): \(credit)")
      }
      for link in MarkupText.links(of: event.text.text ?? "") + MarkupText.links(of: event.media?.credit ?? "") {
        #expect(all.contains(link.url), "\(entry.id)")
      }
    }
  }

  @Test func aTitleSlideIsTheStandfirst() throws {
    let document = try read("women_in_computing.csv").document
    #expect(document.title == "Women in Computing")
    #expect(document.standfirst.hasPrefix("In this sample timeline"))
  }

  @Test func recordsOfTheMile() throws {
    let source = ImportSource(bytes: [UInt8](try SharedData.data("seeds/mile-records.csv")), name: "mile-records.csv")
    #expect(ImporterRegistry.guess(for: source)?.name == "csv")
    let timeline = try CSVImporter().import(source)
    expectRoundTrip(timeline.document)
    #expect(timeline.findings.isEmpty)
    #expect(timeline.document.entries.count == 32)
    #expect(timeline.document.entries.first?.date.edtf == "1913-05-31")
    #expect(timeline.document.entries.allSatisfy { $0.fields.tags == ["record"] && $0.date.day != nil })
  }

  @Test func datesFollowTheRules() throws {
    #expect(try TimelineJSDate(year: "-500").edtf() == "-0499")
    #expect(try TimelineJSDate(year: "-13800000000").edtf() == "Y-13800000000")
    #expect(try TimelineJSDate(year: "2014", month: "1", day: "1").edtf() == "2014-01-01")
    #expect(throws: TimelineJSDate.Problem.self) { try TimelineJSDate(year: "June 2014").edtf() }
    #expect(throws: TimelineJSDate.Problem.self) { try TimelineJSDate(year: "2014", month: "June").edtf() }
    #expect(throws: TimelineJSDate.Problem.self) { try TimelineJSDate(year: "2014", month: "2", day: "30").edtf() }
    #expect(TimelineJSDate.time("9:05 pm") == "21:05:00")
    #expect(TimelineJSDate.time("0730") == "07:30:00")
    #expect(TimelineJSDate.time("12:15 a.m.") == "00:15:00")
    #expect(TimelineJSDate.time("11:15:23.6") == "11:15:23")
    #expect(TimelineJSDate.time("25:00") == nil)
  }

  /// The parts of a file that the test looks at, read without the importer.
  private struct Plain: Decodable {
    struct Event: Decodable {
      var start_date: Date
      var text: Words
      var media: Media?
    }
    struct Date: Decodable {
      var year: String
      var month: String?
      var day: String?
    }
    struct Words: Decodable {
      var headline: String?
      var text: String?
    }
    struct Media: Decodable {
      var url: String?
      var credit: String?
    }
    var events: [Event]
  }
}
