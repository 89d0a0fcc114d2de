import Foundation
import TestSupport
import Testing
import Timeline

@testable import Content

@Suite struct NewsletterRendererTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/renderings")

  @Test("everything that Markdown can hold, in all three renderings")
  func whole() throws {
    let text = try String(contentsOf: Self.fixtures.appending(path: "input.md"), encoding: .utf8)
    let draft = try Draft(reading: text, file: "input.md")
    let renderings = try NewsletterRenderer(publication: Sample.publication, templates: TemplateSet()).render(draft)
    for file in renderings.files {
      try expectSnapshot(file.contents, matches: Self.fixtures.appending(path: "newsletter.\(file.suffix)"))
    }
  }

  @Test("private notes and dangerous links never leave")
  func safety() throws {
    let text = """
      A note <!-- PRIVATE one --> inside, and <!-- PRIVATE four:

      PRIVATE five --> over paragraphs.

      <!-- PRIVATE two

      over paragraphs -->

      <!-- PRIVATE --> and on <script>alert(1)</script>

      [click](javascript:alert(1)) [up](../x.md) [data](data:text/html,x) [VB](VBScript:x) ![p](javascript:x) ![q](data:x)

      <img src=x onerror=alert(1)> `<!-- PUBLIC -->`

      <!-- PRIVATE and never closed
      """
    let day = Sample.day("2024-09-09")
    let draft = Draft(
      id: "2024-W37-newsletter", kind: .newsletter, channel: "newsletter", subject: "<b>", preheader: "\"&\"",
      period: Draft.Period(first: day, last: day), entries: [], text: text)
    let renderings = try NewsletterRenderer(publication: Sample.publication, templates: TemplateSet()).render(draft)
    for file in renderings.files {
      #expect(!file.contents.contains("PRIVATE"), "\(file.suffix)")
      #expect(file.contents.contains("PUBLIC"), "\(file.suffix)")
    }
    for forbidden in ["<script", "<img", "href=\"javascript", "href=\"data", "href=\"..", "VBScript:", "<b>"] {
      #expect(!renderings.html.contains(forbidden), "\(forbidden)")
    }
    #expect(renderings.html.contains("<title>&lt;b&gt;</title>"))
  }

  @Test("every line of a message is within the limits of RFC 2045 and RFC 2047")
  func lineLengths() throws {
    let day = Sample.day("2024-09-09")
    let long = String(repeating: "Ærlig talt 🏃🏽‍♀️ ", count: 40)
    let draft = Draft(
      id: "2024-W37-newsletter", kind: .newsletter, channel: "newsletter", subject: long, preheader: "",
      period: Draft.Period(first: day, last: day), entries: [], text: long + "\n\n.dot\n\nFrom here")
    var publication = Sample.publication
    publication.sender = "Løpe-\"avisen\" på \(long) <desk@example.org>"
    let message = try NewsletterRenderer(publication: publication, templates: TemplateSet()).render(draft).message
    for line in message.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 76, "\(line)")
      #expect(line.utf8.allSatisfy { $0 < 0x7F }, "\(line)")
      #expect(!line.contains("\n"))
    }
  }
}
