import Scheduler
import Testing
import Timeline

@testable import Content

@Suite struct FidelityCheckTests {
  static let templates = TemplateSet()

  func draft() throws -> Draft {
    let composer = try IssueComposer(publication: Sample.publication, templates: Self.templates)
    return try #require(
      composer.compose(day: Sample.day("2024-09-09"), entries: Sample.entries, picks: Sample.picks).draft)
  }

  func findings(_ draft: Draft, _ entries: [Entry] = Sample.entries) -> [Finding] {
    FidelityCheck(publication: Sample.publication, templates: Self.templates)
      .findings(
        in: draft.file, file: draft.path, entries: Dictionary(entries.map { ($0.id, $0) }) { first, _ in first })
  }

  @Test(
    "what a person changed and the timeline does not say is found, at its line",
    arguments: [
      ("I waited for the bend", "I waited for the line", "quote-drift", "“for the line, and then I”"),
      ("— A. Runner, mixed zone", "— B. Miler, mixed zone", "quote-drift", "of A. Runner, mixed zone, not of B. Miler"),
      ("3:48.20", "3:48.02", "number-unsourced", "3:48.02"),
      ("70 years ago", "71 years ago", "number-unsourced", "71"),
      ("ahead of B. Miler", "ahead of Usain Bolt", "name-unsourced", "Usain"),
      ("https://example.org/r/1", "https://example.com/r/1", "link-unsourced", "https://example.com/r/1"),
      ("Afterwards she said:", "Afterwards she said “never again in my life”:", "quote-drift", "No entry"),
    ])
  func drift(old: String, new: String, rule: String, hint: String) throws {
    var draft = try draft()
    #expect(draft.text.contains(old))
    draft.text = draft.text.replacing(old, with: new)
    let found = findings(draft).filter { $0.rule == rule }
    let first = try #require(found.first)
    #expect(first.message.contains(hint), "\(first.message)")
    let line = draft.file.split(separator: "\n", omittingEmptySubsequences: false)[first.position.line - 1]
    #expect(line.contains(new.split(separator: " ").last ?? "") || line.hasPrefix(">"), "\(line)")
  }

  @Test("an editor's own words, notes, and known names in other forms are no findings")
  func edits() throws {
    var draft = try draft()
    draft.text = draft.text
      .replacing("Afterwards she said:", with: "What a race! Runner's words afterwards:")
      .replacing("## Coming up", with: "<!-- call Usain Bolt on 555 1234 -->\n\n## Still to come")
    #expect(findings(draft) == [])
  }

  @Test("an entry that is gone is named, and a file that is no draft")
  func unknown() throws {
    let draft = try draft()
    #expect(findings(draft, Array(Sample.entries.dropLast())).contains { $0.rule == "entry-unknown" })
    let check = FidelityCheck(publication: Sample.publication, templates: Self.templates)
    #expect(check.findings(in: "nothing", file: "f.md", entries: [:]).map(\.rule) == ["draft-form"])
  }

  @Test("what Daybook generates from the samples has no finding", arguments: Language.all.map(\.code))
  func samples(code: String) throws {
    try expectNothing(in: Publications.entries(), code: code, days: ["2024-09-09", "2024-08-12", "2023-08-28"])
  }

  @Test("what Daybook generates from any timeline has no finding", arguments: 1...8)
  func anyTimeline(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let entries = (0..<12).map { RandomEntry.make($0, &random) }
    let code = Language.all[seed % Language.all.count].code
    try expectNothing(in: entries, code: code, days: ["2024-09-09"])
  }

  func expectNothing(in entries: [Entry], code: String, days: [String]) throws {
    var publication = Sample.publication
    publication.language = code
    publication.people = ["A. Runner": ["x": "runner9", "mastodon": "@Run@Example.social"]]
    let table = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    let check = FidelityCheck(publication: publication, templates: Self.templates)
    let issues = try IssueComposer(publication: publication, templates: Self.templates)
    var drafts = days.compactMap { day in
      let picks = entries.prefix(5).compactMap { entry -> Pick? in
        guard let first = entry.date.firstDay else { return nil }
        let day = Sample.day(day).adding(days: 1)
        return Pick(entry: entry, occursOn: day, years: max(0, day.year - first.year), isMilestone: false, reason: "")
      }
      return issues.compose(day: Sample.day(day), entries: entries, picks: picks).draft
    }
    #expect(drafts.count == days.count)
    for channel in Channel.networks {
      let posts = try PostComposer(
        publication: publication, channel: channel.limited(to: min(channel.limit ?? 0, 600)), templates: Self.templates)
      let some = entries.prefix(8)
      let subjects = some.map(PostSubject.entry) + Publications.picks(of: Array(some)).map(PostSubject.pick)
      drafts += subjects.compactMap { posts.compose($0).draft }
    }
    for draft in drafts {
      let found = check.findings(in: draft.file, file: draft.path, entries: table)
      #expect(found == [], "\(draft.file)")
    }
  }
}
