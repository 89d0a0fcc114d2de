import Testing
import Timeline

@testable import Importers

/// Paragraphs that begin with a date and have no heading.
struct DatedParagraphTests {
  private func read(_ text: String) throws -> ImportedTimeline {
    try ArticleImporter().import(ImportSource(text: text, name: "article.txt"))
  }

  private func dates(_ text: String) throws -> [String] { try read(text).document.entries.map(\.date.edtf) }

  @Test func aTextOfDatedParagraphsBecomesEntries() throws {
    let timeline = try read(
      """
      The bell tower

      The tower has stood since 1901.

      1980-05-01: The tower was closed. Nobody rang the bells for a year.

      2001-11-26 A new bell was hung. It weighs two tonnes.

      On 3 June 2005 the tower was opened again. “We are glad,” said Ann Marsh.

      In March 2010 lightning struck.
      """)
    let entries = timeline.document.entries
    #expect(entries.map(\.date.edtf) == ["1980-05-01", "2001-11-26", "2005-06-03", "2010-03"])
    #expect(timeline.document.title == "The bell tower")
    #expect(timeline.document.standfirst == "The tower has stood since 1901.")
    #expect(entries[1].bodyMarkdown == "A new bell was hung. It weighs two tonnes.")
    #expect(entries[2].bodyMarkdown.hasPrefix("On 3 June 2005 the tower was opened again."))
    #expect(entries[2].quotes.map(\.speaker) == ["Ann Marsh"])
    #expect(entries[2].id == "2005-06-03-the-tower-was-opened-again-we")
    #expect(timeline.findings.isEmpty, "\(timeline.findings)")
  }

  @Test(arguments: [
    (
      "Our history\n\nOn 1 May 1980 the club was founded by four friends.\n\nOn 26 November 2001 we moved.\nIt rained.",
      ["1980-05-01", "2001-11-26"]
    ),
    ("Am 1. Mai 1980 wurde der Verein gegründet.\n\nIm Juni 1984 zogen wir um.", ["1980-05-01", "1984-06"]),
    (
      "1921 gründeten vier Freunde den Verein.\n\nIm Jahr 1934 kam das Bootshaus.\n\n1951 brannte es.",
      [
        "1921", "1934", "1951",
      ]
    ),
    ("In 1921 the club was founded.\n\nIn the summer of 1934, it bought a boat.", ["1921", "1934-22"]),
    ("June 3, 2005, brought rain.\n\nMay 1, 2001, had brought snow.", ["2005-06-03", "2001-05-01"]),
    ("Le 3 juin 2005, le club ouvre.\n\nEn mai 2006, il ferme.", ["2005-06-03", "2006-05"]),
  ])
  func sentencesAreEntriesWhereNothingElseIs(text: String, wanted: [String]) throws {
    #expect(try dates(text) == wanted)
  }

  @Test(arguments: [
    "Kerr won the race in 2021.\nOn 3 June 2005 he had lost one.\nHe likes to run.", "In 2021, he won.\nNothing else.",
    "1500 metres are long.\n1600 metres are longer, and it is a fact.",
    "In 2021 he won.\nIn 1999 he lost.\nIn 2010 he won.\nIn 2001 he lost.",
  ])
  func proseIsNoTimeline(text: String) {
    #expect(throws: ImportError.self) { try read(text) }
  }

  @Test func underAHeadingADatedSentenceStaysAndIsSaid() throws {
    let timeline = try read(
      "3 May 1980\nThe tower was closed.\n\nOn 3 June 2005 he said it would open.\n\n4 May 2006\nIt did.")
    #expect(timeline.document.entries.map(\.date.edtf) == ["1980-05-03", "2006-05-04"])
    #expect(timeline.document.entries[0].bodyMarkdown.hasSuffix("On 3 June 2005 he said it would open."))
    #expect(timeline.findings.map(\.rule) == ["dated-paragraph"])
    #expect(timeline.findings.first?.position == SourcePosition(line: 4))
    #expect(timeline.findings.first?.severity == .warning)
    #expect(timeline.findings.first?.message.hasSuffix("write \"## 2005-06-03\" above it in the timeline") == true)
  }

  /// An editor who follows the advice and imports the source again finds nothing twice.
  @Test func theAdviceCanBeFollowedInTheTimeline() throws {
    let source = "3 May 1980\nThe tower was closed.\n\nOn 3 June 2005 he said it would open.\n\n4 May 2006\nIt did."
    let imported = try read(source).document
    let written = TimelineWriter.write(imported)
    let mended = written.replacing("On 3 June", with: "## 2005-06-03\n\nOn 3 June")
    #expect(TimelineReader.read(mended).document.entries.count == 3)
    let again = TimelineMerge.merge(imported, intoText: mended)
    #expect(again.added.isEmpty && again.text == mended)
  }

  @Test func aSentenceWithADateOfNumbersIsSaidToo() throws {
    let timeline = try read(
      "3 May 1980\nThe tower was closed.\n\n9/1/2016 saw the tenth running of the race.\n\n4 May 2017\nIt did.")
    #expect(timeline.findings.map(\.rule) == ["dated-paragraph"])
    #expect(timeline.findings.first?.message.contains("\"## 2016-09-01\" or \"## 2016-01-09\"") == true)
    let told = try read(
      "13/5/1980: The tower was closed.\n\n9/1/2016 saw the race.\n\n4/5/2017: It did, and it rained.")
    #expect(told.document.entries.map(\.date.edtf) == ["1980-05-13", "2016-01-09", "2017-05-04"])
  }

  @Test func theFirstSentenceIsAnEntryAsTheOthersAre() throws {
    let timeline = try read(
      """
      Our race

      Ten years of mud.

      On 12 January 2008 the first race was run.

      10 January 2009: It snowed. Nobody fell.

      On 16 January 2010 the third race was run.

      15 January 2011: It rained. Everybody fell.
      """)
    #expect(timeline.document.standfirst == "Ten years of mud.")
    #expect(
      timeline.document.entries.map(\.date.edtf) == ["2008-01-12", "2009-01-10", "2010-01-16", "2011-01-15"])
    #expect(timeline.findings.map { "\($0.position.line) \($0.severity) \($0.rule)" } == ["5 note dated-paragraph"])
  }

  @Test(arguments: [
    ("By Ann Marsh\n\n", "Ann Marsh edits the club paper. Photo: Bo Lind"),
    ("", "Ann Marsh edits the club paper. Photo: Bo Lind"), ("", "Bo Lind is the editor of The Runner."),
  ])
  func anAuthorsNoteIsNoEntry(byline: String, note: String) throws {
    let timeline = try read("The race\n\n\(byline)3 May 1980\nThe race was run.\n\n4 May 1981\nIt rained.\n\n\(note)")
    #expect(timeline.document.entries.last?.bodyMarkdown == "It rained.")
    #expect(timeline.findings.map(\.rule) == ["sign-off"])
  }

  @Test(arguments: [
    ("It rained. Photo: Bo Lind", "It rained.", "Bo Lind"),
    ("It rained. (Foto: Bo Lind/NTB)", "It rained.", "Bo Lind/NTB"),
    ("“It rains,” he said. Photo: @bo", "“It rains,” he said.", "@bo"),
  ])
  func aCreditBehindASentenceIsANote(text: String, kept: String, credit: String) throws {
    let timeline = try read("3 May 1980\n\(text)\n\n4 May 1981\nIt snowed.")
    let blocks = timeline.document.entries[0].blocks
    #expect(blocks.last == .note(" Photo: \(credit) "))
    #expect(blocks.dropLast() == [.text(kept)] || kept.first == "“")
    #expect(timeline.findings.map(\.rule) == ["photo-credit"])
  }

  @Test(arguments: [
    "It shows in the photo: Bo Lind fell.", "He sold one photo: a bell.", "Ann is the author of it all.",
  ])
  func wordsThatOnlyLookLikeCreditsStay(text: String) throws {
    let document = try read("3 May 1980\n\(text)\n\n4 May 1981\nIt snowed.").document
    #expect(document.entries[0].bodyMarkdown == text)
  }

  @Test func aFullStopMayStandBehindTheDate() throws {
    let timeline = try read(
      """
      Monday 7th April, 1902. The Chairman said the pump was dry.

      Tuesday 8 April 1902. “It is not dry, it is empty,” said Mr Hale. “Look.”

      1903, 5 May. The pump was removed. Nobody came.

      1904. A new pump was bought. It works.
      """)
    #expect(timeline.document.entries.map(\.date.edtf) == ["1902-04-07", "1902-04-08", "1903-05-05", "1904"])
    #expect(timeline.document.entries[1].quotes.map(\.speaker) == ["Hale"])
    #expect(timeline.findings.isEmpty, "\(timeline.findings)")
  }

  @Test func otherParagraphsAmongDatedOnesAreNoted() throws {
    let timeline = try read("In 1921 it began.\n\nMen rowed.\n\nIn 1934 it grew.")
    #expect(timeline.document.entries.map(\.date.edtf) == ["1921", "1934"])
    #expect(timeline.findings.map(\.rule) == ["dated-paragraph"])
    #expect(timeline.findings.map(\.severity) == [.note])
  }

  @Test func aBoldDateOfAPageBeginsAnEntry() throws {
    let page = """
      <html><body><h1>Our choir</h1><p>People sing.</p><p><strong>1921</strong> Eleven men sing. It rains.</p>
      <p><b>3 May 1935:</b> First concert. Sold out.</p><p><b>Autumn 1965</b> “High time,” says Erna Kern.</p>
      <p>In 1935 <b>they</b> sang.</p></body></html>
      """
    let document = try HTMLImporter().import(ImportSource(text: page)).document
    #expect(document.entries.map(\.date.edtf) == ["1921", "1935-05-03", "1965-23"])
    #expect(document.entries[0].bodyMarkdown == "Eleven men sing. It rains.")
    #expect(document.entries[2].quotes.map(\.speaker) == ["Erna Kern"])
    #expect(document.standfirst == "People sing.")
  }

  @Test func inTheStandfirstItIsSaidToo() throws {
    let timeline = try read("Our tower\n\nOn 3 June 1975 a stone fell.\n\n3 May 1980\nThe tower was closed.")
    #expect(timeline.document.standfirst == "On 3 June 1975 a stone fell.")
    #expect(timeline.findings.map(\.rule) == ["dated-paragraph"])
    #expect(timeline.findings.map(\.position.line) == [3])
  }

  @Test(arguments: [
    "3 May 1980\nThe tower was closed.\nOn 3 May 1980 a stone fell.",
    "May 1980\nThe tower closed.\nOn 3 May 1980 a stone fell.",
    "3 May 1980\nThe tower was closed.\nIn 1979 a stone had fallen.",
    "3 May 1980\nThe tower was closed.\nOn that day it rained.",
  ])
  func theEntrysOwnDayAndAYearAreNoFindings(text: String) throws {
    #expect(try read(text).findings.isEmpty)
  }

  @Test func aYearThatGoesOnIsNoted() throws {
    let timeline = try read(
      "3 May 1980\nThe tower was closed.\nIn 1985 it fell.\nIn 1979 it stood.\n\n4 May 1990\nA new one.")
    #expect(timeline.findings.map(\.position.line) == [3])
    #expect(timeline.findings.map(\.severity) == [.note])
  }

  @Test func wrappedEntriesBeginWhereTheirDatesStand() throws {
    let timeline = try read(
      """
      1980-05-01: The tower was closed for repairs after a stone fell from the
      parapet. Nobody was hurt, and the bells did not ring for a whole year.
      2001-11-26: A new bell was hung in the tower, cast in the foundry of the
      town. It weighs two tonnes.
      2005-06-03: The tower was opened again.
      """)
    #expect(timeline.document.entries.map(\.date.edtf) == ["1980-05-01", "2001-11-26", "2005-06-03"])
    #expect(
      timeline.document.entries[0].bodyMarkdown
        == "The tower was closed for repairs after a stone fell from the parapet. Nobody was hurt, and the bells did not "
        + "ring for a whole year.")
  }

  @Test(arguments: [
    ("§ 1921", "1921"), ("In March 2010", "2010-03"), ("Im Jahr 1921:", "1921"), ("Anno 1620", "1620"),
    ("On the 1st of May, 1980", "1980-05-01"), ("Am 1. Mai 1980", "1980-05-01"), ("Sat 4 May 2019 —", "2019-05-04"),
    ("12th–14th June 1987", "1987-06-12/1987-06-14"), ("12./13. Juni 1987", "1987-06-12/1987-06-13"),
    ("Fri 12 – Sun 14 June 1987", "1987-06-12/1987-06-14"), ("Ende der 1970er Jahre", "197X"),
    ("Mitte der 1980er", "198X"), ("c. 1890", "1890~"), ("Summer 1994", "1994-22"),
  ])
  func moreLinesAreDates(line: String, date: String) throws {
    #expect(try dates("\(line)\nThe river rose. It fell again.\n") == [date])
  }

  @Test(arguments: [
    ("1921\tThe club is founded", "The club is founded"), ("1921   The club is founded", "The club is founded"),
    ("**1921** The club is founded", "The club is founded"),
    ("2001-11-26 A new bell is hung", "A new bell is hung"), ("8 April 1902. A new bell", "A new bell"),
  ])
  func moreMarksStandBeforeTitles(line: String, title: String) throws {
    #expect(try read("\(line)\nIt is good.\n").document.entries.map(\.title) == [title])
  }

  @Test(arguments: ["13 March 2024 By Chris Chavez", "13 March 2024 Updated 14 March 2024"])
  func bylinesAreNoEntries(line: String) throws {
    #expect(try dates("A year of floods\n\(line)\n2 March 2021\nRain.\n") == ["2021-03-02"])
  }

  @Test(arguments: ["Christmas 2001", "1998-tallet", "Easter Monday 1998", "4.3.98"])
  func aLineThatLooksLikeADateIsReported(line: String) throws {
    let timeline = try read("1997-01-01\n\nThe first meeting was held.\n\n\(line)\n\nThe second meeting was held.")
    #expect(timeline.findings.map(\.rule) == ["dated-paragraph"])
    #expect(timeline.findings.first?.position.line == 5)
    #expect(timeline.findings.first?.message.contains("\"\(line)\" looks like a date") == true)
  }

  @Test(arguments: [
    "Hamburg in the wet June of 1998", "- Leeks 1998", "It was 1998.", "Photo: A. Name 1998", "No date at all",
    "12 hours",
  ])
  func otherShortLinesAreNot(line: String) throws {
    let findings = try read("1997-01-01\n\nThe first meeting was held.\n\n\(line)\n\nThe second meeting was held.")
      .findings
    #expect(!findings.contains { $0.rule == "dated-paragraph" })
  }

  @Test(arguments: [
    ("2014-02-30", "2014-02?"), ("30/02/2015", "2015-02?"), ("02/30/2015", "2015-02?"), ("30.02.2015", "2015-02?"),
    ("2014-13-01", "2014?"), ("30 February 2016", "2016-02?"),
  ])
  func anImpossibleDayKeepsItsText(line: String, edtf: String) throws {
    let timeline = try read("2012-01-01\n\nThe first meeting was held.\n\n\(line)\n\nThe second meeting was held.")
    #expect(timeline.document.entries.map(\.date.edtf) == ["2012-01-01", edtf])
    #expect(timeline.document.entries.last?.bodyMarkdown == "The second meeting was held.")
    #expect(timeline.document.entries.last?.blocks.first == .note(" The source says \(line), which cannot be. "))
    #expect(timeline.findings.map(\.rule) == ["date-invalid"])
  }
}
