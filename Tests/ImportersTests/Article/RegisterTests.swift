import Foundation
import TestSupport
import Testing
import Timeline

@testable import Importers

/// Articles of other registers: histories, chronicles, minutes, interviews, news.
///
/// Beside each stands, by date, who says what; `?` behind an inferred speaker.
struct RegisterTests {
  private static let folder = SharedData.repository.appending(path: "Tests/ImportersTests/Fixtures")

  @Test(arguments: ["band", "interview", "minute-book", "museum", "news-wire", "rowing-club", "software-project"])
  func everyQuoteHasItsSpeaker(name: String) throws {
    let source = try Data(contentsOf: Self.folder.appending(path: name + ".txt"))
    let imported = try ArticleImporter().import(ImportSource(bytes: [UInt8](source), name: name + ".txt"))
    expectRoundTrip(imported.document)
    let lines = imported.document.entries.flatMap { entry in [entry.date.edtf] + entry.quotes.map(Self.summary) }
    let wanted = try String(contentsOf: Self.folder.appending(path: name + ".quotes"), encoding: .utf8)
    #expect(lines == wanted.split(separator: "\n").map(String.init))
  }

  /// Speaker and first five words.
  private static func summary(_ quote: Quote) -> String {
    let words = quote.text.split(whereSeparator: \.isWhitespace).prefix(5).joined(separator: " ")
    return "  \(quote.speaker ?? "nobody")\(quote.isSure ? "" : "?"): \(words)"
  }

  /// What an editor reads first: on texts with few slips there are few findings that ask for something.
  @Test(arguments: [
    ("band", 0), ("interview", 0), ("minute-book", 2), ("museum", 1), ("news-wire", 0), ("rowing-club", 0),
    ("software-project", 0),
  ])
  func fewFindingsAskForSomething(name: String, most: Int) throws {
    let source = try Data(contentsOf: Self.folder.appending(path: name + ".txt"))
    let imported = try ArticleImporter().import(ImportSource(bytes: [UInt8](source), name: name + ".txt"))
    let reading = TimelineReading(document: imported.document, findings: imported.findings)
    let findings = TimelineCheck.run(reading).filter { $0.severity >= .warning }
    #expect(findings.count <= most, "\(findings)")
  }
}
