import Scheduler
import TestSupport
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
      ("Afterwards she said:", "She “waited for the ben” and went:", "quote-drift", "“for the ben” here"),
      ("went. That is all.", "went.", "quote-drift", "behind “I went.” here, “I went. That"),
      ("Afterwards she said:", "But Usain Bolt said:", "name-unsourced", "Usain"),
      ("Tuesday, 10 September", "Tuesday, 10 October", "number-unsourced", "the day 10 October"),
      ("Tuesday, 10 September", "Tuesday, 11 September", "number-unsourced", "the number 11"),
      ("Tuesday, 10 September", "Monday, 10 September", "number-unsourced", "10 September is no Monday: in "),
      ("(10 September 1954)", "(14 September 1954)", "number-unsourced", "the day 14 September 1954"),
      ("https://example.org/r/1", "https://example.org/r/1?id=2", "link-unsourced", "https://example.org/r/1?id=2"),
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

  @Test("subject and preheader are read like the text")
  func head() throws {
    var draft = try draft()
    draft.subject = "Bolt wins in 3:48.02 \"again\""
    draft.preheader = "The mile: 17 stories"
    let found = findings(draft)
    #expect(
      found.map { "\($0.rule) \($0.position.line):\($0.position.column)" } == [
        "number-unsourced 5:24", "quote-drift 5:32", "number-unsourced 6:23",
      ], "\(found)")
  }

  @Test("a quote in the form of a timeline, parts of quotes, and known links with other parameters are no findings")
  func liberties() throws {
    var draft = try draft()
    draft.text = draft.text
      .replacing("\n>\n> — A. Runner, mixed zone", with: "\n> – A. Runner")
      .replacing("Afterwards she said:", with: "“I waited for the bend,” she said on 5 September, “and then I went.”")
      .replacing("https://example.org/r/1", with: "https://example.org/r/1?utm_source=letter")
    #expect(draft.text.contains("> – A. Runner"))
    #expect(findings(draft) == [])
  }

  @Test("the speaker of a quote in a post is held against the timeline")
  func posts() throws {
    let composer = try PostComposer(publication: Sample.publication, channel: .mastodon, templates: Self.templates)
    var post = try #require(composer.compose(.quote(Sample.meeting)).draft)
    #expect(findings(post) == [])
    let text = post.text
    #expect(text.contains("”\n— A. Runner, mixed zone"))
    post.text = text.replacing("— A. Runner, mixed zone", with: "— B. Miler")
    #expect(findings(post).map(\.message) == ["The timeline has this quote of A. Runner, mixed zone, not of B. Miler."])
    post.text = text.replacing("and then I went. That is all.", with: "and then I went.")
    #expect(findings(post).map(\.rule) == ["quote-drift"])
    post.text = text.replacing("— A. Runner, mixed zone", with: "— A. Runner")
    #expect(findings(post) == [])
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

  @Test("what Daybook generates from any timeline has no finding", arguments: 1...(LongTests.areOn ? 500 : 16))
  func anyTimeline(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let entries = (0..<Int.random(in: 3...18, using: &random)).map { RandomEntry.make($0, &random) }
    let code = Language.all[seed % Language.all.count].code
    try expectNothing(in: entries, code: code, days: ["2024-09-09"])
  }

  func expectNothing(in entries: [Entry], code: String, days: [String]) throws {
    var publication = Sample.publication
    publication.language = code
    publication.people = ["A. Runner": ["x": "runner9", "mastodon": "@Run@Example.social"]]
    let table = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    let channels = Channel.networks.map { network in
      var channel = network.limited(to: min(network.limit ?? 0, 600))
      channel.needsPicture = false
      channel.linkParameters = [
        LinkParameter(name: "utm_source", value: network.name), LinkParameter(name: "r", value: "7"),
      ]
      channel.kinds = network.name == "x" ? Set(PostKind.allCases) : [.entry, .onThisDay, .quote]
      return channel
    }
    let check = FidelityCheck(publication: publication, templates: Self.templates, channels: channels)
    let issues = try issues(publication, entries, days)
    #expect(issues.count == days.count)
    for (draft, entries) in issues {
      let table = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
      #expect(check.findings(in: draft.file, file: draft.path, entries: table) == [], "\(draft.file)")
    }
    var drafts: [Draft] = []
    for channel in channels {
      let posts = try PostComposer(publication: publication, channel: channel, templates: Self.templates)
      let some = Array(entries.prefix(8))
      let picks = Publications.picks(of: some) + Publications.picks(of: some, years: 1)
      let subjects = PostSubject.all(on: channel, news: some, picks: picks)
      drafts += subjects.compactMap { posts.compose($0).draft }
    }
    for draft in drafts {
      let found = check.findings(in: draft.file, file: draft.path, entries: table)
      #expect(found == [], "\(draft.file)")
    }
  }

  /// The issues of some days, with picks from one year ago to as far as the entries go, by day and by month.
  ///
  /// The first five entries are moved to the day after, so that it is theirs; each issue has the entries as they are then.
  func issues(
    _ publication: Publication, _ entries: [Entry], _ days: [String]
  ) throws -> [(draft: Draft, entries: [Entry])] {
    let issues = try IssueComposer(publication: publication, templates: Self.templates)
    return days.compactMap { day in
      let next = Sample.day(day).adding(days: 1)
      var entries = entries
      var picks: [Pick] = []
      for index in entries.indices.prefix(5) {
        guard let year = entries[index].date.firstDay?.year,
          let moved = CivilDay(year: year, month: next.month, day: next.day),
          let date = try? EntryDate(edtf: "\(moved)")
        else { continue }
        entries[index].date = date
        picks.append(
          Pick(
            entry: entries[index], occursOn: next, years: max(0, next.year - year), isMilestone: false, reason: ""))
      }
      let source = IssueSource(entries: entries, picks: picks, monthPicks: Array(picks.suffix(2)))
      return issues.compose(day: Sample.day(day), from: source).draft.map { ($0, entries) }
    }
  }
}
