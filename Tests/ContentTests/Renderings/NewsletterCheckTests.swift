import Testing
import Timeline

@testable import Content

@Suite struct NewsletterCheckTests {
  func findings(_ draft: Draft, entries: [Entry] = Sample.entries, files: Set<String> = ["Timelines/images/mile.jpg"])
    throws -> [Finding]
  {
    let renderer = try NewsletterRenderer(publication: Sample.publication, templates: TemplateSet())
    let check = NewsletterCheck(publication: Sample.publication, renderer: renderer) { files.contains($0) }
    let table = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    return check.findings(in: draft.file, file: draft.path, entries: table)
  }

  func draft() throws -> Draft {
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    return try #require(
      composer.compose(day: Sample.day("2024-09-09"), entries: Sample.entries, picks: Sample.picks).draft)
  }

  @Test("what Daybook generates has no finding")
  func generated() throws {
    #expect(try findings(draft()) == [])
  }

  @Test("pictures without words or file, and links without words, each at its place")
  func places() throws {
    var draft = try draft()
    draft.text +=
      "\n![](https://example.org/a.png)\n\nHere [](https://example.org/b) and ![x](../../Timelines/no.jpg)\n"
    draft.text +=
      "\n[![](https://example.org/a.png)](https://example.org/c)\n\n`![](code.png)` <!-- ![](note.png) -->\n"
    let lines = draft.file.split(separator: "\n", omittingEmptySubsequences: false)
    let found = try findings(draft)
    #expect(found.map(\.rule) == ["picture-alt", "link-text", "picture-file", "picture-alt", "link-text"])
    for finding in found {
      #expect(lines[finding.position.line - 1].contains("example.org"), "\(finding)")
    }
    #expect(Set(found.map(\.position.line)).count == 3)
  }

  @Test("HTML that Gmail would cut")
  func size() throws {
    var draft = try draft()
    #expect(try findings(draft).isEmpty)
    draft.text += String(repeating: "All work and no play makes a long letter.\n\n", count: 1_000)
    let found = try findings(draft)
    #expect(found.map(\.rule) == ["newsletter-size"])
    #expect(found.first?.message.contains("kB") == true)
    let renderer = try NewsletterRenderer(publication: Sample.publication, templates: TemplateSet())
    for severity in [Finding.Severity.error, nil] {
      let check = NewsletterCheck(
        publication: Sample.publication, renderer: renderer, severities: ["newsletter-size": severity]
      ) { _ in true }
      let found = check.findings(in: draft.file, file: draft.path, entries: [:])
      #expect(found.map(\.severity) == [severity].compactMap(\.self), "the settings say how grave it is")
    }
  }

  @Test("a lead that speaks of what is not told any more; a story that is told under another title is told")
  func staleLead() throws {
    var draft = try draft()
    let start = try #require(draft.text.firstRange(of: "### Runner wins")).lowerBound
    let end = try #require(draft.text.firstRange(of: "### Sunday, 8 September")).lowerBound
    var retitled = draft
    retitled.text = draft.text.replacing("### Runner wins the *mile* at home", with: "### What a mile")
    #expect(try findings(retitled) == [])
    draft.text.removeSubrange(start..<end)
    let found = try findings(draft)
    #expect(found.map(\.rule) == ["lead-stale", "lead-stale"])
    let lines = draft.file.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(found.map { lines[$0.position.line - 1].prefix(8) } == ["subject:", "The week"])
  }
}
