import TestSupport
import Testing
import Timeline

@testable import Importers

/// The article that lies beside the project: a real one, with its slips.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct RivalryArticleTests {
  private let imported: ImportedTimeline

  init() throws {
    let bytes = [UInt8](try SharedData.data("seeds/rivalry-article.txt"))
    imported = try ArticleImporter().import(ImportSource(bytes: bytes, name: "rivalry-article.txt"))
  }

  @Test func entriesKeepTheOrderOfTheArticle() {
    let dates = imported.document.entries.map(\.date.edtf)
    #expect(dates.count == 31)
    #expect(dates.first == "2023-08-23")
    #expect(dates[5] == "2023-01-12")
    #expect(dates.contains("2024-06-07/2024-06-12"))
    #expect(dates.last == "2024-09-27")
    #expect(Set(imported.document.entries.map(\.id)).count == 31)
  }

  @Test func whatIsWrittenReadsTheSame() {
    expectRoundTrip(imported.document)
  }

  @Test func bylineIsNoEntry() {
    #expect(imported.document.author == "Chris Chavez")
    #expect(imported.document.source == "2024-03-13")
    #expect(imported.document.standfirst.hasPrefix("TrackTown"))
    #expect(imported.document.standfirst.contains("\n- Kerr, known"))
  }

  @Test func signOffIsLeftOut() throws {
    let last = try #require(imported.document.entries.last)
    #expect(last.quotes.count == 2)
    #expect(!last.bodyMarkdown.contains("Chavez"))
    #expect(imported.findings.contains { $0.rule == "sign-off" && $0.position.line == 129 })
  }

  @Test func quotesHaveTheirSpeakers() {
    let found = imported.document.entries.flatMap { entry in
      entry.quotes.map { "\(entry.date.edtf) \($0.text.prefix { !$0.isWhitespace }) \($0.speaker ?? "nobody")" }
    }
    #expect(found == Self.quotes)
  }

  @Test func onlyInferredSpeakersAreUnsure() {
    let unsure = imported.document.entries.flatMap { entry in
      entry.quotes.filter { !$0.isSure }.map { _ in entry.date.edtf }
    }
    #expect(unsure == ["2024-05-02", "2024-05-02", "2024-05-02", "2024-08-04"])
    let inferred = TimelineCheck.run(TimelineReading(document: imported.document))
      .filter { $0.rule == "speaker-inferred" }
    #expect(inferred.map(\.position.line) == [68, 70, 72, 89])
    #expect(inferred.allSatisfy { $0.severity == .note })
  }

  @Test func everyQuotedWordIsInTheSource() throws {
    let source = try SharedData.text("seeds/rivalry-article.txt").filter { !$0.isWhitespace }
    for quote in imported.document.entries.flatMap(\.quotes) {
      for paragraph in quote.text.split(separator: "\n\n") {
        #expect(source.contains(paragraph.filter { !$0.isWhitespace }), "\(paragraph.prefix(20))")
      }
    }
  }

  @Test func findingsAreThoseOfAnEditorAndFewOthers() {
    let reading = TimelineReading(document: imported.document, findings: imported.findings)
    let findings = TimelineCheck.run(reading).filter { $0.severity >= .warning }
    let lines = { (rule: String) in Set(findings.filter { $0.rule == rule }.map(\.position.line)) }
    #expect(lines("date-order") == [31])
    #expect(lines("name-variant") == [126])
    #expect(lines("mark-format") == [42])
    #expect(lines("link-missing").isSuperset(of: [19, 28]))
    let expected = [
      "date-order", "name-variant", "mark-format", "quote-doubled", "quote-glued", "quote-unclosed", "link-missing",
    ]
    let others = findings.filter { !expected.contains($0.rule) }
    #expect(others.count <= 5, "\(others)")
  }

  @Test func wrongMarksAreReported() {
    let lines = { (rule: String) in imported.findings.filter { $0.rule == rule }.map(\.position.line) }
    #expect(lines("quote-doubled") == [53])
    #expect(lines("quote-glued") == [93])
    #expect(lines("quote-unclosed") == [17, 29, 95])
    #expect(lines("quote-style-mixed") == [68])
    #expect(lines("photo-credit") == [40])
  }

  @Test func positionsAreThoseOfTheSource() {
    #expect(imported.document.entries[5].position == SourcePosition(line: 31))
    #expect(imported.document.entries[5].blockPositions.last == SourcePosition(line: 32, column: 114))
    #expect(imported.document.entries.allSatisfy { $0.blocks.count == $0.blockPositions.count })
  }

  @Test func remarksAndCreditsAreKept() {
    let entries = imported.document.entries
    #expect(entries.filter { $0.bodyMarkdown.contains("(Watch from the") }.count == 4)
    #expect(entries[7].blocks.last == .note(" Photo: Kevin Morris / @KevMoFoto "))
  }

  private static let quotes: [String] = {
    let (ingebrigtsen, kerr, wightman) = ("Jakob Ingebrigtsen", "Josh Kerr", "Jake Wightman")
    return [
      ("2023-08-23", "Unfortunately,", ingebrigtsen), ("2023-08-25", "I", kerr), ("2023-08-27", "If", ingebrigtsen),
      ("2023-08-30", "Emotions", kerr), ("2023-11-11", "I", kerr), ("2023-01-12", "I", ingebrigtsen),
      ("2024-01-18", "I’ve", kerr), ("2024-01-18", "Myself", kerr), ("2024-02-01", "I’m", ingebrigtsen),
      ("2024-02-15", "It", ingebrigtsen), ("2024-02-24", "I", wightman), ("2024-02-29", "No", kerr),
      ("2024-02-29", "He’s", kerr), ("2024-03-02", "I’m", kerr), ("2024-03-08", "I’m", ingebrigtsen),
      ("2024-03-08", "The", ingebrigtsen), ("2024-03-12", "What’s", kerr), ("2024-05-02", "It’s", ingebrigtsen),
      ("2024-05-02", "I", ingebrigtsen), ("2024-05-02", "I've", ingebrigtsen), ("2024-05-24", "I", kerr),
      ("2024-05-24", "I'm", kerr), ("2024-05-25", "I", kerr), ("2024-05-25", "Of", ingebrigtsen),
      ("2024-08-04", "Only", ingebrigtsen), ("2024-08-06", "Of", ingebrigtsen), ("2024-08-06", "Well,", ingebrigtsen),
      ("2024-08-22", "I", ingebrigtsen), ("2024-08-22", "Today,", ingebrigtsen), ("2024-08-25", "Three", ingebrigtsen),
      ("2024-09-04", "Everybody", ingebrigtsen), ("2024-09-04", "His", kerr), ("2024-09-04", "Being", ingebrigtsen),
      ("2024-09-27", "What's", ingebrigtsen), ("2024-09-27", "I", ingebrigtsen),
    ].map { "\($0) \($1) \($2)" }
  }()
}
