import TestSupport
import Testing
import Timeline

@testable import Importers

/// Articles of other forms than the one beside the project.
struct ArticleFormTests {
  private func read(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> ImportedTimeline {
    try ArticleImporter().import(ImportSource(text: text, name: "article.txt", options: options))
  }

  private func dates(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> [String] {
    try read(text, options).document.entries.map(\.date.edtf)
  }

  @Test(arguments: [
    ("3 March 2021", "2021-03-03"), ("Wednesday, March 3, 2021", "2021-03-03"), ("3. März 2021", "2021-03-03"),
    ("3 mars 2021", "2021-03-03"), ("3 de marzo de 2021", "2021-03-03"), ("3. mars 2021", "2021-03-03"),
    ("2021-03-03", "2021-03-03"), ("March 2021", "2021-03"), ("1921", "1921"), ("Spring 2021", "2021-21"),
    ("## March 3, 2021", "2021-03-03"), ("**March 3, 2021**", "2021-03-03"), ("[March 3, 2021]", "2021-03-03"),
    ("— March 3, 2021 —", "2021-03-03"), ("March 3, 2021:", "2021-03-03"), ("March 3, 2021 (Wednesday)", "2021-03-03"),
    ("March 3-5, 2021", "2021-03-03/2021-03-05"), ("44 BC", "-0043"),
    ("1851 (c.)", "1851~"), ("2014, 9 April", "2014-04-09"), ("14 / 3 / 1906", "1906-03-14"),
    ("1987/88", "1987/1988"), ("Winter 1962-63", "1962-24"), ("Monday 7th January 1895.", "1895-01-07"),
    ("XIXe siècle", "18XX"), ("siglo V", "04XX"), ("V siglo", "04XX"), ("the 19th century", "18XX"),
  ])
  func aLineThatIsADateIsAHeading(line: String, edtf: String) throws {
    let timeline = try read("\(line)\nThe river rose above its banks.\n")
    #expect(timeline.document.entries.map(\.date.edtf) == [edtf])
    #expect(timeline.document.entries[0].title == nil)
    #expect(timeline.document.entries[0].bodyMarkdown == "The river rose above its banks.")
  }

  @Test(arguments: [
    "March 3, 2021 — The river rises", "March 3, 2021: The river rises", "March 3, 2021 | The river rises",
    "**March 3, 2021**: The river rises", "March 3, 2021 (The river rises)", "• March 3, 2021 – The river rises",
    "### March 3, 2021 · The river rises", "March 3, 2021. The river rises",
  ])
  func aHeadingMayHaveATitle(line: String) throws {
    let entry = try #require(try read("\(line)\nIt rose by two metres.\n").document.entries.first)
    #expect(entry.title == "The river rises")
    #expect(entry.id == "2021-03-03-the-river-rises")
    #expect(entry.bodyMarkdown == "It rose by two metres.")
  }

  @Test(arguments: [
    "March 3, 2021 was the day on which the river rose.", "March 3, 2021, was a wet day in every part of the valley.",
    "2021 was a wet year.", "In March 2021 the river rose.", "May the river never rise again.",
    "June 7 — a day to remember — was hot.", "1500m is a long way.", "3:28.24 was the time.",
  ])
  func aSentenceThatBeginsWithADateIsNoHeading(line: String) throws {
    let timeline = try read("2 March 2021\nRain fell.\n\(line)\n")
    #expect(timeline.document.entries.count == 1)
    #expect(timeline.document.entries[0].bodyMarkdown.hasSuffix(line))
  }

  @Test func textBehindTheDateIsTheEntry() throws {
    let entry = try #require(
      try read("3 March 2021: The river rose above its banks. Nobody was hurt.\n").document.entries.first)
    #expect(entry.title == nil)
    #expect(entry.bodyMarkdown == "The river rose above its banks. Nobody was hurt.")
    #expect(entry.blockPositions.first == SourcePosition(line: 1, column: 15))
  }

  @Test func headingsMayEndInTheirDates() throws {
    let timeline = try read("The river rises (March 3, 2021)\nRain.\nThe river falls (March 9, 2021)\nSun.\n")
    #expect(timeline.document.entries.map(\.title) == ["The river rises", "The river falls"])
    #expect(timeline.document.entries.map(\.date.edtf) == ["2021-03-03", "2021-03-09"])
  }

  @Test func aDayMayHaveItsNameBeforeItsDate() throws {
    let document = try read("7 May 1945\nRain.\nVE Day, 8 May 1945\nA fire on the green.\n").document
    #expect(document.entries.map(\.title) == [nil, "VE Day"])
    #expect(document.entries.map(\.date.edtf) == ["1945-05-07", "1945-05-08"])
  }

  @Test func yearsAboveDaysAreNoEntries() throws {
    #expect(
      try dates("2020\nDec. 30\nRain.\n2021\nJan. 2\nSnow.\nJan. 4\nSun.\n") == [
        "2020-12-30", "2021-01-02", "2021-01-04",
      ])
  }

  @Test func aMissingYearComesFromTheEntryBeforeAndIsReported() throws {
    let timeline = try read("Nov. 30, 2020\nRain.\nDec. 2\nSnow.\nJan. 4\nSun.\n")
    #expect(timeline.document.entries.map(\.date.edtf) == ["2020-11-30", "2020-12-02", "2021-01-04"])
    #expect(timeline.findings.map(\.rule) == ["date-ambiguous"])
    #expect(timeline.findings.first?.position.line == 3)
  }

  @Test func ambiguousNumbersAreSettledByTheUserOrByTheOthers() throws {
    let text = "03/04/2024\nRain.\n05/04/2024\nSun.\n"
    #expect(try dates(text, ImportOptions(dateOrder: .dmy)) == ["2024-04-03", "2024-04-05"])
    #expect(try dates(text, ImportOptions(dateOrder: .mdy)) == ["2024-03-04", "2024-05-04"])
    #expect(try dates(text + "13/04/2024\nWind.\n") == ["2024-04-03", "2024-04-05", "2024-04-13"])
    let open = try read(text)
    #expect(open.findings.map(\.rule) == ["date-ambiguous", "date-ambiguous"])
    #expect(open.findings.allSatisfy { $0.severity == .error })
    #expect(open.document.entries.allSatisfy { if case .note? = $0.blocks.first { true } else { false } })
  }

  @Test func anImpossibleDateLosesNeitherItsEntryNorTheOthers() throws {
    let timeline = try read("May 30, 2024\nRain.\nJune 31, 2024\nSun.\nJuly 2, 2024\nWind.\n")
    #expect(timeline.document.entries.map(\.date.edtf) == ["2024-05-30", "2024-06?", "2024-07-02"])
    #expect(timeline.findings.map(\.rule) == ["date-invalid"])
    #expect(timeline.findings.map(\.position.line) == [3])
  }

  @Test func aWrongWeekdayIsReported() throws {
    let timeline = try read("Monday, March 3, 2021\nRain.\n")
    #expect(timeline.findings.map(\.rule) == ["weekday-mismatch"])
    #expect(timeline.findings.first?.message.contains("Wednesday") == true)
  }

  @Test func titleBylineAndStandfirstStandBeforeTheEntries() throws {
    let text = """
      A year of floods

      By Ann Marsh and Bo Lind | 5 May 2022

      The valley was wet.

      2 March 2021
      Rain fell.
      """
    let document = try read(text).document
    #expect(document.title == "A year of floods")
    #expect(document.author == "Ann Marsh and Bo Lind")
    #expect(document.source == "2022-05-05")
    #expect(document.standfirst == "The valley was wet.")
    #expect(document.entries.map(\.date.edtf) == ["2021-03-02"])
  }

  @Test func publicationDatesAreNoEntries() throws {
    #expect(try dates("A year of floods\nPublished 5 May 2022\nText.\n2 March 2021\nRain.\n") == ["2021-03-02"])
    #expect(try dates("A year of floods\n5 May 2022\nBy Ann Marsh\n2 March 2021\nRain.\n") == ["2021-03-02"])
    #expect(
      try dates("Floods\n5 May 2022\nText.\n2 March 2021\nA.\n3 March 2021\nB.\n9 June 2021\nC.\n")
        == ["2021-03-02", "2021-03-03", "2021-06-09"])
    #expect(try dates("By Ann Marsh\n2 March 2021\nRain.\n3 March 2021\nSun.\n") == ["2021-03-02", "2021-03-03"])
  }

  @Test func neitherBylineNorStandfirstIsNeeded() throws {
    let document = try read("2 March 2021\nRain.\n3 March 2021\nSun.\n").document
    #expect(document.entries.count == 2)
    #expect(document.author == nil && document.title == nil && document.standfirst.isEmpty)
  }

  @Test func wrappedLinesAreOneParagraph() throws {
    let text = """
      2 March 2021

      The river rose above its banks in the night, and by the morning the lower
      half of the village stood in water up to the sills of the windows, which
      nobody there had seen before.

      “It came fast,” Ann Marsh said. “We carried the books upstairs and then we
      waited.”
      """
    let entry = try #require(try read(text).document.entries.first)
    #expect(entry.blocks.count == 2)
    #expect(entry.quotes.first?.text == "It came fast,\n\nWe carried the books upstairs and then we waited.")
    #expect(entry.blockPositions.last == SourcePosition(line: 7))
  }

  @Test func creditsBecomePrivateNotes() throws {
    let entry = try #require(
      try read("2 March 2021\nRain.\nPhoto: Ann Marsh\nBo Lind/Getty Images\nRiver/lake levels rose.\n").document
        .entries.first)
    #expect(entry.blocks.contains(.note(" Photo: Ann Marsh ")))
    #expect(entry.blocks.contains(.note(" Photo: Bo Lind/Getty Images ")))
    #expect(entry.bodyMarkdown == "Rain.\n\nRiver/lake levels rose.")
  }

  @Test func markupCharactersStayText() throws {
    let entry = try #require(
      try read("2 March 2021\n# 1 of *all* rivers <b>rose</b> by_a_lot [see](it) & more.\n1. not a list\n").document
        .entries.first)
    let shown = MarkdownBlock.parse(entry.bodyMarkdown)
    #expect(
      shown == [
        .paragraph([.text("# 1 of *all* rivers <b>rose</b> by_a_lot [see](it) & more.")]),
        .paragraph([.text("1. not a list")]),
      ])
  }

  @Test func aSourceWithoutDatesIsAnError() {
    #expect(throws: ImportError.self) { try read("Rain fell.\n") }
    #expect(throws: ImportError.self) { try read("") }
    let nul = ImportSource(bytes: [0x32, 0x00])
    #expect(throws: ImportError.self) { try ArticleImporter().import(nul) }
  }

  @Test func aSeasonKeepsItsWords() throws {
    let text = "The boathouse\n\nSummer 1940\nIt burned.\n\nwinter 1941/42\nIt was built anew.\n"
    let document = try ArticleImporter().import(ImportSource(text: text)).document
    expectRoundTrip(document)
    #expect(document.entries.map(\.dateText).first == "Summer 1940")
    #expect(document.entries.map(\.id).first == "1940-summer-it-burned")
  }
}
