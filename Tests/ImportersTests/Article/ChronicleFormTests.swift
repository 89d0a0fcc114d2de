import Testing
import Timeline

@testable import Importers

/// Chronicles as people write them in plain text and on pages: lists, bold lines, years above months and days.
struct ChronicleFormTests {
  private func read(_ text: String) throws -> ImportedTimeline {
    let source = ImportSource(text: text, name: text.hasPrefix("<") ? "page.html" : "article.txt")
    let importer = try #require(ImporterRegistry.guess(for: source))
    let timeline = try importer.init().import(source)
    expectRoundTrip(timeline.document)
    return timeline
  }

  /// The entries as `date|title|text`.
  private func entries(_ text: String) throws -> [String] {
    try read(text).document.entries.map { "\($0.date.edtf)|\($0.title ?? "")|\($0.bodyMarkdown)" }
  }

  @Test(arguments: [
    ("**Oct. 14, 2009 — Rotterdam**", "Rotterdam"), ("**Oct. 14, 2009**", ""),
    ("__14 October 2009: Rotterdam__", "Rotterdam"),
    ("*14 October 2009: Rotterdam*", "Rotterdam"), ("### **14 October 2009 – Rotterdam**", "Rotterdam"),
    ("**Oct. 14, 2009** — Rotterdam", "Rotterdam"),
  ])
  func aWholeLineInBoldMayBeAHeading(line: String, title: String) throws {
    #expect(
      try entries("Two keepers\n\n\(line)\n\nDe Vries was nineteen.\n\n**March 2013**\n\nHe won.") == [
        "2009-10-14|\(title)|De Vries was nineteen.", "2013-03||He won.",
      ])
  }

  @Test(arguments: [
    "**May 3, 2001: It rained. Nobody came.**", "**May 3, 2001 was a wet day**", "**May 3, 2001: a** and **b**",
  ])
  func aSentenceInBoldIsNone(line: String) throws {
    #expect(try read("2 May 2001\nSun.\n\(line)\n").document.entries.count == 1)
  }

  @Test(arguments: [
    "* 3 May 1998 - Opens.\n* 4 June 1999 - Robbed.", "- 3 May 1998 - Opens.\n- 4 June 1999 - Robbed.",
    "1. 3 May 1998: Opens.\n2. 4 June 1999: Robbed.", "1) May 3, 1998: Opens.\n2) June 4, 1999: Robbed.",
    "1. May 3, 1998: Opens.\n2. June 4, 1999: Robbed.",
  ])
  func aListOfDatesIsAChronicle(list: String) throws {
    #expect(try entries("Bank\n\n\(list)") == ["1998-05-03||Opens.", "1999-06-04||Robbed."])
  }

  @Test func aNumberedListWithinAnEntryStays() throws {
    let list = "1. 4 June 1999: A thing.\n2. 5 June 1999: Another."
    #expect(try read("3 May 1998\nThe list:\n\(list)\n\n6 June 2001\nEnd.").document.entries.count == 2)
  }

  @Test(arguments: [
    ("1. Mai 1998: Auf.\n2. Mai 1998: Zu.", ["1998-05-01", "1998-05-02"]),
    ("1. 1998: Opens.\n2. 1999: Robbed.", ["1998", "1999"]),
  ])
  func numbersThatAreDaysStay(list: String, dates: [String]) throws {
    #expect(try read("Bank\n\n\(list)").document.entries.map(\.date.edtf) == dates)
  }

  @Test(arguments: [
    ("3. Mai 2001", "vom 3. Mai bis 5. Juni 2003", "10. Juni 2004"),
    ("3 mai 2001", "Du 3 mai au 5 juin 2003", "10 juin 2004"),
    ("3 de mayo de 2001", "Del 3 de mayo al 5 de junio de 2003", "10 de junio de 2004"),
    ("3. mai 2001", "Fra 3. mai til 5. juni 2003", "10. juni 2004"),
  ])
  func aRangeWithItsWordsIsAHeading(first: String, range: String, last: String) throws {
    #expect(
      try entries("Krønike\n\n\(first)\nA.\n\n\(range)\nE.\n\n\(last)\nF.") == [
        "2001-05-03||A.", "2003-05-03/2003-06-05||E.", "2004-06-10||F.",
      ])
  }

  @Test(arguments: [
    "<h2>1998</h2><h3>May</h3><p>Opens.</p><h3>June 4</h3><p>Robbed.</p><h2>1999</h2><h3>Mars</h3><p>Razed.</p>",
    "## 1998\n\n### May\n\nOpens.\n\n### June 4\n\nRobbed.\n\n## 1999\n\n### Mars\n\nRazed.",
    "Bank\n\n1998\n\nMay\nOpens.\n\nJune 4\nRobbed.\n\n1999\n\nMars\nRazed.",
  ])
  func monthsAndDaysStandBelowTheirYear(text: String) throws {
    #expect(try entries(text) == ["1998-05||Opens.", "1998-06-04||Robbed.", "1999-03||Razed."])
    #expect(try read(text).findings.isEmpty)
  }

  @Test func aYearWithATextTellsTheYearOfItsDays() throws {
    let timeline = try read(
      "## 1923\n\nA wet year.\n\n### 12 August\n\nRain.\n\n## 1931\n\n### 3 May\n\nSun.")
    #expect(timeline.document.entries.map(\.date.edtf) == ["1923", "1923-08-12", "1931-05-03"])
    #expect(timeline.document.entries.map(\.bodyMarkdown) == ["A wet year.", "Rain.", "Sun."])
    #expect(timeline.findings.isEmpty)
  }

  @Test func anItemStandsBeforeTheListWithinIt() throws {
    #expect(
      try entries(
        "<html><body><article><h1>Bank</h1><ul><li>12 May 2004: Closed.<ul><li>The vault is sold.</li></ul></li>"
          + "<li>1 June 2005: Razed.</li></ul></article></body></html>"
      ) == ["2004-05-12||Closed.\n\n- The vault is sold.", "2005-06-01||Razed."])
  }

  @Test func dialogueOfAPageIsNoList() throws {
    let entry = try #require(
      try read(
        "<html lang=\"nb\"><h2>3. mai 2001</h2><p>– Savner du jobben også?</p><p>– Nei.</p><p>Han ler.</p></html>"
      ).document.entries.first)
    #expect(!entry.bodyMarkdown.contains("- "))
    #expect(entry.bodyMarkdown.contains("Savner du jobben også?"))
  }

  @Test func anEntryWithSeveralDaysKeepsItsYear() throws {
    let text = "May 1, 2011\nA.\n\nMay 3–4 & 6, 2012\nB.\n\nMay 7–8 & June 9, 2013\nC."
    #expect(try read(text).document.entries.map(\.date.edtf) == ["2011-05-01", "2012-05-03/2012-05-06"])
  }

  @Test(arguments: [
    "<h2>1904</h2><p>A.</p><h2>Closure (30 September 1967)</h2><p>B.</p><h2>1970</h2><p>C.</p>",
    "## 1904\n\nA.\n\n## Closure (30 September 1967)\n\nB.\n\n## 1970\n\nC.",
  ])
  func aDateInBracketsMayEndAHeadingAmongOthers(text: String) throws {
    #expect(try entries(text) == ["1904||A.", "1967-09-30|Closure|B.", "1970||C."])
  }

  @Test func aWorkWithItsYearBeginsNoEntry() throws {
    let page = "<h2>1904</h2><p>A.</p><h3>Dunkirk (2017)</h3><p>B.</p><h2>1970</h2><p>C.</p>"
    #expect(try read(page).document.entries.map(\.date.edtf) == ["1904", "1970"])
  }

  @Test func aYearThatIsATitleBeginsNoEntry() throws {
    #expect(
      try entries(
        "Rialto\n\nMay 4, 1968: Opening night\n2001: A Space Odyssey was the first film shown.\n\n"
          + "Nov. 11, 1979: The strike\nIt rained."
      ) == [
        "1968-05-04|Opening night|2001: A Space Odyssey was the first film shown.", "1979-11-11|The strike|It rained.",
      ])
  }

  @Test(arguments: [
    "Die achtziger Jahre", "Los años noventa", "The sixties", "16 or 17 March 1912", "the night of 3–4 May 2003",
    "New Year's Eve 2004", "May 3–4 & June 6, 2012",
  ])
  func aDateInWordsIsSaid(line: String) throws {
    let timeline = try read("1997-01-01\n\nThe first meeting.\n\n\(line)\n\nThe second meeting was held.")
    #expect(timeline.findings.map(\.rule) == ["dated-paragraph"])
    #expect(timeline.findings.first?.message.contains("\"\(line)\" looks like a date") == true)
  }

  @Test func theDashBeforeANameIsNoParagraph() throws {
    let entry = try #require(
      try read(
        "<h2>3 May 2001</h2><blockquote><p>It came fast.</p><p>— <cite>Ann Marsh</cite></p></blockquote>"
      ).document.entries.first)
    #expect(entry.quotes.map(\.text) == ["It came fast."])
    #expect(entry.quotes.map(\.speaker) == ["Ann Marsh"])
  }

  @Test func theNamesOfATablesColumnsAreNoText() throws {
    let document = try read(
      "<h1>Bank</h1><table><tr><th>Date</th><th>Event</th></tr><tr><td>3 May 1998</td><td>Opens.</td></tr></table>"
    ).document
    #expect(document.standfirst.isEmpty)
    #expect(document.entries.map(\.bodyMarkdown) == ["Opens."])
  }
}
