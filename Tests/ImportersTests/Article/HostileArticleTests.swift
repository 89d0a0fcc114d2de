import Testing
import Timeline

@testable import Importers

/// Texts that mean harm, or that nobody wrote: each is read or refused, in time that grows with its length alone.
struct HostileArticleTests {
  private static let heading = "2 March 2021\n"

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  struct Sample: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  @Test(arguments: [
    Sample("one word", heading + repeated("x", 1_000_000)), Sample("openings", heading + repeated("“", 50_000)),
    Sample("nesting", heading + repeated("“a ", 50_000)), Sample("scare quotes", heading + repeated("“a” ", 20_000)),
    Sample("halves", heading + repeated("“A,” he said. ", 5_000)),
    Sample("unclosed", heading + repeated("“A.\n", 5_000)),
    Sample("brackets", heading + repeated("[", 90_000) + "]("), Sample("markup", heading + repeated("*_`<&", 20_000)),
    Sample("verbs", heading + repeated("Kerr said ", 9_000)),
    Sample("dashes", heading + repeated("- ", 40_000) + "said Kerr"),
    Sample("names", heading + repeated("A ", 45_000)),
    Sample("dialogue", heading + repeated("– A, said Kerr. ", 5_000)),
    Sample("entries", repeated("2 March 2021\nRain.\n", 2_000)), Sample("years", repeated("2021\n", 5_000)),
    Sample("days", repeated("March 2\n", 5_000)), Sample("bylines", repeated("By A B\n", 5_000)),
    Sample("empty lines", repeated("\n", 500_000)), Sample("answers", repeated("Q: a\nA: b\n", 5_000)),
    Sample("marks that combine", heading + "\u{202E}\u{FEFF}\u{0301}" + repeated("\u{0301}", 50_000)),
    Sample("emoji", heading + repeated("👩‍👩‍👧‍👦", 20_000)),
    Sample("guillemets", repeated("„", 1_000) + repeated("»«", 20_000)),
  ])
  func aHostileTextIsReadOrRefused(sample: Sample) {
    let timeline = try? ArticleImporter().import(ImportSource(text: sample.text))
    if let timeline, timeline.document.entries.count < 100 { expectRoundTrip(timeline.document) }
  }

  @Test func idsStayApart() throws {
    let timeline = try ArticleImporter().import(ImportSource(text: Self.repeated("2 March 2021\nRain.\n", 1_000)))
    #expect(Set(timeline.document.entries.map(\.id)).count == 1_000)
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirPlace() {
    let source = ImportSource(bytes: Array("2 March 2021\nRain \u{2019}".utf8) + [0xFF])
    let error = #expect(throws: ImportError.self) { try ArticleImporter().import(source) }
    #expect(error?.position == SourcePosition(line: 2, column: 7))
  }
}
