import Testing
import Timeline

@testable import Importers

struct RegistryTests {
  @Test func everyImporterHasANameAndASentence() {
    #expect(ImporterRegistry.all.map { $0.name } == ["article", "html", "csv", "timelinejs", "ics", "feed"])
    #expect(ImporterRegistry.all.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(ImporterRegistry.named("csv") == CSVImporter.self)
    #expect(ImporterRegistry.named("word") == nil)
  }

  @Test(arguments: [
    ("March 3, 2021\nRain.", "article"), ("\u{FEFF}BEGIN:VCALENDAR\r\nEND:VCALENDAR", "ics"),
    ("<!doctype html><p>x", "html"), ("<h2>3 March 2021</h2><p>Rain.", "html"),
    ("<?xml version='1.0'?>\n<rss>", "feed"),
    ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "feed"), ("Date,Title\n2021-03-03,Rain\n", "csv"),
    ("Year;Headline\n2021;Rain\n", "csv"), ("{\"events\": [{\"start_date\": {}}]}", "timelinejs"),
    ("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", "feed"),
  ])
  func sourcesAreToldFromTheirContent(text: String, name: String) {
    #expect(ImporterRegistry.guess(for: ImportSource(text: text))?.name == name)
  }

  @Test func whatNobodyKnowsIsNotGuessed() {
    #expect(ImporterRegistry.guess(for: ImportSource(text: "")) == nil)
    #expect(ImporterRegistry.guess(for: ImportSource(text: "Rain fell on the mill.")) == nil)
    #expect(ImporterRegistry.guess(for: ImportSource(bytes: [0, 1, 2, 255])) == nil)
  }

  @Test func aSourceBeyondTheBoundIsRefused() {
    let source = ImportSource(bytes: [UInt8](repeating: 65, count: ImportSource.mostBytes + 1))
    for importer in ImporterRegistry.all {
      #expect(throws: ImportError.self) { try importer.init().import(source) }
    }
  }

  @Test func onlyWhatIsNewIsMerged() throws {
    let day = try EntryDate(edtf: "2021-03-03")
    let later = try EntryDate(edtf: "2021-03-09")
    var edited = Entry(id: "flood", date: day, title: "The great flood", blocks: [.text("By hand.")])
    edited.fields.weight = 5
    let existing = TimelineDocument(title: "Mine", entries: [edited, Entry(id: "sun", date: later, title: "Sun")])
    let imported = TimelineDocument(
      title: "Theirs",
      entries: [
        Entry(id: "flood", date: day, title: "The flood"), Entry(id: "sun-2", date: later, title: "Sun"),
        Entry(id: "wind", date: day, title: "Wind"),
      ])
    let (document, added) = TimelineMerge.merge(imported, into: existing)
    #expect(added.map(\.id) == ["wind"])
    #expect(document.entries.map(\.id) == ["flood", "wind", "sun"])
    #expect(document.entries[0] == edited)
    #expect(document.title == "Mine")
    #expect(TimelineMerge.merge(imported, into: document).added.isEmpty)
    #expect(TimelineMerge.merge(imported, into: TimelineDocument()).document == imported)
  }
}
