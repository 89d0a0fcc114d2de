import Scheduler
import Testing
import Timeline

@testable import Content

@Suite("Entries that an editor takes out of an issue") struct DeletionTests {
  let day = Sample.day("2024-09-09")
  let composer: IssueComposer
  let source = IssueSource(entries: Sample.entries, picks: Sample.picks)
  let base: Draft

  init() throws {
    composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    base = try #require(composer.compose(day: day, from: source).draft)
  }

  func deletions(_ edit: (inout String) -> Void) -> [String] {
    var draft = base
    edit(&draft.text)
    return composer.deletions(from: draft, generatedAs: base, day: day, source: source)
  }

  /// Takes out what stands between two texts, the second one excluded.
  func cut(_ text: inout String, from start: String, to end: String) throws {
    let first = try #require(text.firstRange(of: start)).lowerBound
    let last = try #require(text[first...].firstRange(of: end)).lowerBound
    text.removeSubrange(first..<last)
  }

  @Test(
    "each kind of section",
    arguments: [
      ("### Runner wins", "### Sunday", "meeting"), ("## On this day", "## ", "first-mile"),
      ("- **Saturday, 14", "---", "final"),
    ])
  func sections(start: String, end: String, id: String) throws {
    var text = base.text
    if start == "## On this day" {
      try cut(&text, from: "### Tuesday, 10 September", to: "## Coming up")
    } else {
      try cut(&text, from: start, to: end)
    }
    #expect(deletions { $0 = text } == [id])
  }

  @Test("an entry of short lines alone is gone when all of them are")
  func shortLines() throws {
    let quote = Entry(
      id: "quote", date: EntryDate(day: Sample.day("2024-09-07")),
      blocks: [.quote(Quote(text: "Never again.", speaker: "D. Pacer"))])
    let source = IssueSource(entries: Sample.entries + [quote], picks: Sample.picks)
    let base = try #require(composer.compose(day: day, from: source).draft)
    var draft = base
    try cut(&draft.text, from: "### Saturday, 7 September", to: "### Sunday")
    #expect(composer.deletions(from: draft, generatedAs: base, day: day, source: source) == ["quote"])
    draft = base
    draft.text = base.text.replacing("### Saturday, 7 September", with: "### In a word")
    #expect(composer.deletions(from: draft, generatedAs: base, day: day, source: source).isEmpty)
  }

  @Test("an entry that is shortened, retitled or moved is not taken out")
  func edits() throws {
    #expect(deletions { $0 = $0.replacing("Afterwards she said:", with: "") }.isEmpty)
    #expect(
      deletions { $0 = $0.replacing("### Runner wins the *mile* at home", with: "### A mile to remember") }.isEmpty)
    let story = "### Sunday, 8 September"
    #expect(deletions { $0 = $0.replacing(story, with: "") + "\n\(story)\n" }.isEmpty)
    #expect(deletions { $0 += "\nOne more word.\n" }.isEmpty)
  }

  @Test(
    "a short story that is retitled is not taken out, and neither is a line that is reworded",
    arguments: [
      ("### Gamma falls", "### Gamma falls at last"), ("### Gamma falls", "#### Gamma falls"),
      ("### Gamma falls", "### A fall"), ("**Epsilon starts**", "**The start of Epsilon**"),
      ("He lost the race.", "He lost it."),
    ])
  func retitled(old: String, new: String) throws {
    let story = Entry(
      id: "gamma", date: EntryDate(day: Sample.day("2024-09-05")), title: "Gamma falls",
      blocks: [.text("He lost the race.")])
    let start = Entry(id: "epsilon", date: EntryDate(day: Sample.day("2014-09-10")), title: "Epsilon starts")
    let pick = Pick(entry: start, occursOn: Sample.day("2024-09-10"), years: 10, isMilestone: true, reason: "")
    let source = IssueSource(entries: [story, start], picks: [pick])
    let base = try #require(composer.compose(day: day, from: source).draft)
    #expect(base.text.contains(old), "\(base.text)")
    var draft = base
    draft.text = base.text.replacing(old, with: new)
    #expect(composer.deletions(from: draft, generatedAs: base, day: day, source: source).isEmpty)
    // Own words about it above the sections do not keep a story.
    let without = base.text.replacing("### Gamma falls", with: "### Something else")
    draft.text = "Gamma falls, alas.\n\n" + without.replacing("He lost the race.", with: "")
    #expect(composer.deletions(from: draft, generatedAs: base, day: day, source: source) == ["gamma"])
  }

  @Test("standfirst, subject and entries go with it, and the draft names it")
  func composed() throws {
    var without = source
    without.without = ["meeting"]
    let draft = try #require(composer.compose(day: day, from: without).draft)
    #expect(!(draft.subject ?? "").contains("Runner wins") && !draft.text.contains("Runner wins"))
    #expect(!draft.entries.contains("meeting"))
    #expect(try Draft(reading: draft.file, file: "f.md").without == ["meeting"])
  }
}
