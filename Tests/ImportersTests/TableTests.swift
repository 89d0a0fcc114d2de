import Testing
import Timeline

@testable import Importers

/// Tables of other forms, and tables and JSON that are broken.
struct TableTests {
  private func read(_ text: String, _ columns: [String: String] = [:], order: DateOrder? = nil) throws
    -> ImportedTimeline
  {
    let options = ImportOptions(dateOrder: order, columns: columns)
    let timeline = try CSVImporter().import(ImportSource(text: text, name: "t.csv", options: options))
    expectRoundTrip(timeline.document)
    return timeline
  }

  @Test func columnsAreNamedByTheUser() throws {
    let timeline = try read(
      "Was,When,Who\nThe flood,3 March 2021,\"Ann Marsh, Bo Lind\"\n",
      ["date": "When", "title": "was", "people": "Who"])
    let entry = try #require(timeline.document.entries.first)
    #expect(entry.title == "The flood")
    #expect(entry.date.edtf == "2021-03-03")
    #expect(entry.fields.people == ["Ann Marsh", "Bo Lind"])
    #expect(throws: ImportError.self) { try read("a,b\n1,2\n", ["date": "When"]) }
    #expect(throws: ImportError.self) { try read("a,b\n1,2\n") }
  }

  @Test func columnsThatAreNotReadAreSaid() throws {
    let text = "Datum;Anlass;Ort;Leer\n12.03.1921;Gründung;Kiel;\n1926;Bootshaus;;\n"
    let timeline = try read(text)
    #expect(timeline.findings.map(\.rule) == ["left-out"])
    #expect(
      timeline.findings.first?.message.hasPrefix("not read: the columns Anlass, Ort; say what they hold") == true)
    let mapped = try read(text, ["title": "Anlass", "tags": "Ort"])
    #expect(mapped.findings.isEmpty)
    #expect(mapped.document.entries.map(\.title) == ["Gründung", "Bootshaus"])
  }

  @Test func theOneColumnOfSentencesIsTheText() throws {
    let timeline = try read("Date,Headline,What happened\n1998-05-03,Opening,Minister Haugen opened the hall.\n")
    #expect(timeline.document.entries.map(\.bodyMarkdown) == ["Minister Haugen opened the hall."])
    #expect(timeline.findings.isEmpty)
    let two = "Date,Headline,Then,Now\n1998-05-03,Opening,Haugen opened the hall.,Nobody opens the hall.\n"
    #expect(try read(two).findings.first?.message.hasSuffix("--map text=Then") == true)
  }

  @Test func germanQuestionsNameColumns() throws {
    let timeline = try read("Jahr;Was;Quelle\n1848;Unruhen im Dorf;Pfarrbuch\n")
    #expect(timeline.document.entries.map(\.title) == ["Unruhen im Dorf"])
  }

  @Test(arguments: ["1998-05-03T10:00", "1998-05-03 10:00", "1998-05-03T10:00:00"])
  func aDateMayHaveItsTime(text: String) throws {
    let entry = try #require(try read("Date,Title\n\(text),A\n").document.entries.first)
    #expect(entry.date.startDay == CivilDay(year: 1998, month: 5, day: 3))
  }

  @Test func aSeasonKeepsItsWords() throws {
    #expect(try read("Date,Title\nAutumn 2010,A\n").document.entries.map(\.dateText) == ["Autumn 2010"])
  }

  @Test(arguments: [",", ";", "\t"])
  func delimitersAreGuessed(delimiter: String) throws {
    let rows = [
      ["Date", "Title", "Text"], ["2021-03-03", "The flood", "\"It rose,\nand fell; \"\"fast\"\"\""],
      ["2021-03-04", "Sun", ""],
    ]
    let timeline = try read("\u{FEFF}" + rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n"))
    #expect(timeline.document.entries.map(\.title) == ["The flood", "Sun"])
    #expect(timeline.document.entries[0].bodyMarkdown == "It rose,\\\nand fell; \"fast\"")
    #expect(timeline.document.entries.map(\.position.line) == [2, 4])
  }

  @Test func oneBadRowLosesNoOther() throws {
    let timeline = try read(
      "Date,Title\n2021-03-03,One\nsoon,Two\n,Three\n2021-03-05,\"Fo\"ur\"\n2021-02-30,Five\n2021-03-07,Six\n")
    #expect(timeline.document.entries.map(\.title) == ["One", "Six"])
    #expect(timeline.findings.map(\.position.line) == [3, 4, 5, 6])
    #expect(Set(timeline.findings.map(\.rule)) == ["date-invalid", "row-invalid"])
  }

  @Test func aMarkThatIsNeverClosedLosesItsRowAlone() throws {
    let timeline = try read("Date,Title\n2021-03-03,\"One\n2021-03-04,Two\n")
    #expect(timeline.document.entries.map(\.title) == ["Two"])
    #expect(timeline.findings.map(\.position.line) == [2])
  }

  /// Each of these lines opens a mark, closes the one of the line before it and so is open to the end of the file:
  /// reading on to the end from each would be 10^11 steps.
  @Test(.timeLimit(.minutes(10)))
  func marksThatAreNeverClosedTakeTimeByTheLengthOfTheFile() {
    let lines = 200_000
    let records = CSVRecords("Date,Title\n" + String(repeating: "a\",\"\n", count: lines) + "2021-03-04,Two\n").records
    #expect(records.count == lines + 2)
    #expect(records.last == CSVRecords.Record(line: lines + 2, fields: ["2021-03-04", "Two"]))
    #expect(records.dropFirst().dropLast().allSatisfy { $0.fields == nil })
  }

  @Test func numericDatesGoByTheOthers() throws {
    let rows = "Date,Title\n03/04/2021,A\n13/04/2021,B\n"
    #expect(try read(rows).document.entries.map(\.date.edtf) == ["2021-04-03", "2021-04-13"])
    #expect(try read("Date,Title\n03/04/2021,A\n", order: .mdy).document.entries.map(\.date.edtf) == ["2021-03-04"])
  }

  @Test func aDateThatCanBeReadInTwoWaysLeavesATraceInItsEntry() throws {
    let timeline = try read("Date,Title\n03/04/2021,A\n2021-05-01,B\n")
    #expect(timeline.findings.map(\.rule) == ["date-ambiguous"])
    #expect(timeline.findings[0].message.contains("2021-03-04 was taken"))
    #expect(
      timeline.document.entries.map(\.blocks)
        == [[.note(" The source says 03/04/2021, which can be 2021-03-04 or 2021-04-03. ")], []])
  }

  @Test func everyFieldCanBeNamed() {
    #expect(CSVImporter.fields.sorted() == CSVColumns.names.keys.sorted())
  }

  @Test func theHintForAColumnCanBeCopied() throws {
    let timeline = try read("Date,What's new\n2021-03-03,Rain\n")
    #expect(timeline.findings.first?.message.hasSuffix(#"--map 'title=What'\''s new'"#) == true)
  }

  @Test func rangesThatEndBeforeTheyBeginAreReported() throws {
    let timeline = try read("Date,End,Title\n2021-03-03,2021-03-09,A\n2021-03-09,2021-03-03,B\n")
    #expect(timeline.document.entries.map(\.date.edtf) == ["2021-03-03/2021-03-09", "2021-03-09"])
    #expect(timeline.findings.map(\.rule) == ["range-reversed"])
  }

  @Test func addressesThatRunCodeAreLeftOut() throws {
    let timeline = try read(
      "Year,Headline,Text,Media,Alt Text\n2021,A,\"<a href='javascript:x()'>see</a>\",data:image/png;base64,\n2022,B,<script>x()</script>fine,https://example.org/a.png,Alt\n"
    )
    #expect(timeline.document.entries[0].blocks == [.text("see")])
    #expect(
      timeline.document.entries[1].blocks == [
        .text("fine"), .picture(Picture(path: "https://example.org/a.png", alt: "Alt")),
      ])
    #expect(timeline.findings.map(\.rule) == ["link-scheme", "link-scheme"])
    #expect(timeline.findings.map(\.position.line) == [2, 2])
  }

  @Test func oneBadEventLosesNoOther() throws {
    let json = """
      {"events": [
        {"start_date": {"year": 2021, "month": 3, "day": "3"}, "text": {"headline": "One"}},
        "nonsense",
        {"text": {"headline": "Three"}},
        {"start_date": {"year": "2021", "month": "2", "day": "30"}, "text": {"headline": "Four"}},
        {"start_date": {"year": "2021"}, "end_date": {"year": "2020"}, "text": {"headline": "Five"}},
        {"start_date": {"year": "2022"}, "text": {"headline": null}, "unique_id": "Six!"}
      ]}
      """
    let timeline = try TimelineJSImporter().import(ImportSource(text: json))
    #expect(timeline.document.entries.map(\.title) == ["One", "Five", nil])
    #expect(timeline.document.entries.last?.id == "six")
    #expect(timeline.findings.map(\.position.line) == [3, 4, 5, 6])
    #expect(timeline.findings.map(\.rule) == ["row-invalid", "date-invalid", "date-invalid", "range-reversed"])
    #expect(throws: ImportError.self) { try TimelineJSImporter().import(ImportSource(text: "{\"events\": 3}")) }
    #expect(throws: ImportError.self) { try TimelineJSImporter().import(ImportSource(text: "{")) }
  }

  @Test(arguments: [(1, "1 era was left out"), (2, "2 eras were left out")])
  func erasAreCounted(count: Int, message: String) throws {
    let eras = (1...count).map { "{\"text\": {\"headline\": \"Era \($0)\"}}" }.joined(separator: ", ")
    let timeline = try TimelineJSImporter().import(ImportSource(text: "{\"events\": [], \"eras\": [\(eras)]}"))
    #expect(timeline.findings.map(\.rule) == ["left-out"])
    #expect(timeline.findings.first?.message.hasPrefix(message) == true)
  }
}
