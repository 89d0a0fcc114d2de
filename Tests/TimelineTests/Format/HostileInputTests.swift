import Testing
import Timeline

/// Input that nobody writes by accident: it is read or refused, soon, and nothing crashes.
@Suite(.timeLimit(.minutes(10)))
struct HostileInputTests {
  private static let heading = "## 2024-08-04 — T {#a}\n\n"

  /// Bodies whose naive reading takes the square of their length.
  private static let bodies: [(name: String, text: String)] = [
    ("one long line", String(repeating: "a ", count: 300_000)),
    ("nested blockquotes", String(repeating: ">", count: 10_000) + " a"),
    ("nested blockquotes with a speaker", String(repeating: "> ", count: 10_000) + "a\n> — Kerr"),
    ("deeper blockquotes", (1..<400).map { String(repeating: ">", count: $0) + " a" }.joined(separator: "\n")),
    ("nested lists", String(repeating: "- ", count: 20_000) + "a"),
    ("open brackets", String(repeating: "[", count: 50_000) + "](x)"),
    ("open links", String(repeating: "[a](b", count: 20_000)),
    ("open images", String(repeating: "![", count: 20_000) + "](b)"),
    ("open comments", String(repeating: "x <!-- ", count: 20_000)),
    ("many notes", String(repeating: "<!-- daybook:ignore x -->\n\na””\n\n", count: 2_000)),
    ("unequal ticks", (1..<300).map { String(repeating: "`", count: $0) }.joined(separator: " ") + "](b)"),
    ("quotation marks", String(repeating: "“", count: 50_000)),
    ("tags that never close", String(repeating: "<a ", count: 50_000)),
    ("HTML that never closes", String(repeating: "<script>\n", count: 10_000)),
    ("fences", String(repeating: "```\n", count: 10_001)),
    ("odd marks", String(repeating: "8:03:40 8:00.67 ", count: 5_000)),
    ("names", (0..<10_000).map { "Aa\(String($0, radix: 26))b" }.joined(separator: " ")),
    ("one long field", "- post: a\n" + String(repeating: "  b\\\n", count: 10_000)),
    ("addresses", String(repeating: "http://a.b ", count: 10_000)),
    ("combining characters", "a" + String(repeating: "\u{301}", count: 50_000) + " “x”"),
    ("tabs", String(repeating: "\t", count: 200_000) + "a"),
    ("a paragraph of underlines", String(repeating: "a\n", count: 20_000) + "---"),
  ]

  @Test(arguments: bodies.map(\.name))
  func aHostileBodyIsReadCheckedAndWritten(name: String) throws {
    let body = try #require(Self.bodies.first { $0.name == name }).text
    let reading = TimelineReader.read(Self.heading + body)
    #expect(reading.document.entries.count >= 1)
    _ = TimelineCheck.run(reading)
    let again = TimelineReader.read(TimelineWriter.write(reading.document)).document
    #expect((again == reading.document) as Bool)
    _ = reading.document.entries[0].displayTitle
  }

  @Test func aBlockBeyondMeasureIsAFinding() {
    let text = Self.heading + String(repeating: "word ", count: 60_000)
    #expect(report(text) == ["3:1 block-long"])
  }

  @Test func entriesWithOneTitleGetTheirIDsSoon() {
    let document = TimelineReader.read(String(repeating: "## 2024-08-04 — T\n\n", count: 5_000)).document
    #expect(Set(document.entries.map(\.id)).count == 5_000)
    #expect(document.entries.last?.id == "2024-08-04-t-5000")
  }

  @Test(arguments: [
    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
      + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]",
    "title: " + String(repeating: "[", count: 50_000), "title: &a [*a]", "title: !!binary x\n\t- y", "a: b: c",
  ])
  func aHostileFrontMatterIsOneFindingAndTheRestIsRead(yaml: String) {
    let reading = TimelineReader.read("---\n\(yaml)\n---\n" + Self.heading)
    #expect(reading.document.entries.count == 1)
    #expect(reading.findings.map(\.rule).contains("front-matter"))
    #expect(reading.findings.allSatisfy { $0.position.line < 10 })
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirPlace() {
    #expect(throws: SourceTextError.self) { try SourceText.decode(Array(Self.heading.utf8) + [0]) }
    #expect(throws: SourceTextError.self) { try SourceText.decode(Array(Self.heading.utf8) + [0xFF]) }
  }

  @Test func markAndLineEndsOfOtherSystemsAreRead() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("---\r\ntitle: x\r\n---\r\n## 2024-08-04 — T {#a}\r\n\r\nText\r\n".utf8)
    let document = TimelineReader.read(try SourceText.decode(bytes)).document
    #expect(document.title == "x")
    #expect(document.entries.first?.blocks == [.text("Text")])
  }

  /// A text that did not come through `SourceText`.
  @Test func returnsThatSlippedThroughAreLineEnds() {
    let document = TimelineReader.read("---\r\ntitle: x\r\n---\r\n## 2024-08-04 — T {#a}\r\n\r\nText\r\n").document
    #expect(document.title == "x")
    #expect(document.entries.first?.blocks == [.text("Text")])
  }
}
