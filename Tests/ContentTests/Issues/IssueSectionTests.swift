import Foundation
import Scheduler
import Testing
import Timeline

@testable import Content

@Suite("Sections of an issue") struct IssueSectionTests {
  static let quote = Quote(text: "Nobody told me that it could not be done.", speaker: "E. Pioneer", source: "radio")

  /// An entry of a month, with a quote.
  static let ofMonth = Entry(
    id: "club", date: monthDate, dateText: "September 1994", title: "The club gets its own track",
    blocks: [.text("It has six lanes."), .quote(quote)])

  static let monthDate: EntryDate = {
    guard let date = try? EntryDate(edtf: "1994-09") else { preconditionFailure("1994-09 is EDTF") }
    return date
  }()

  static func monthPicks(on day: CivilDay) -> [Pick] {
    [Pick(entry: ofMonth, occursOn: day, years: 30, isMilestone: false, reason: "")]
  }

  static func entry(_ id: String, _ day: String, weight: Int = 1, quote: Quote? = nil, leadUp: String = "It was so.")
    -> Entry
  {
    var fields = EntryFields()
    fields.weight = weight
    return Entry(
      id: id, date: EntryDate(day: Sample.day(day)), title: "Story \(id) of the week",
      blocks: [.text(leadUp)] + (quote.map { [.quote($0)] } ?? []), fields: fields)
  }

  func text(_ source: IssueSource, _ sections: [SectionRule] = SectionRule.usual, day: String = "2024-09-09") throws
    -> String
  {
    let composer = try IssueComposer(publication: Sample.publication, sections: sections, templates: TemplateSet())
    return try #require(composer.compose(day: Sample.day(day), from: source).draft).text
  }

  @Test("a full section holds the weightiest entries in their order; the rest is named to the editor")
  func most() throws {
    let entries = (1...6).map { Self.entry("\($0)", "2024-09-0\($0 + 2)", weight: [1, 3, 1, 5, 1, 2][$0 - 1]) }
    let rules = [SectionRule(.standfirst), SectionRule(.news, most: 3)]
    let composer = try IssueComposer(publication: Sample.publication, sections: rules, templates: TemplateSet())
    let source = IssueSource(entries: entries, picks: [])
    let draft = try #require(composer.compose(day: Sample.day("2024-09-09"), from: source).draft)
    #expect(draft.entries == ["2", "4", "6"])
    #expect(draft.text.contains("**Story 4 of the week**, and two more stories."))
    #expect(composer.crowdedOut(day: Sample.day("2024-09-09"), from: source) == ["1", "3", "5"])
  }

  @Test("what has no section is in no part of the issue")
  func leftOutSection() throws {
    let source = IssueSource(entries: Sample.entries, picks: Sample.picks)
    let rules = [SectionRule(.standfirst), SectionRule(.onThisDay)]
    let composer = try IssueComposer(publication: Sample.publication, sections: rules, templates: TemplateSet())
    let draft = try #require(composer.compose(day: Sample.day("2024-09-09"), from: source).draft)
    #expect(draft.entries == ["first-mile"])
    #expect(draft.subject?.hasPrefix("On this day, 70 years ago: The first mile") == true)
    #expect(!draft.text.contains("The week’s news"))
  }

  @Test("the month's entries come once a month, in the first issue", arguments: ["2024-09-02", "2024-09-09"])
  func month(day: String) throws {
    let source = IssueSource(
      entries: Sample.entries, picks: Sample.picks, monthPicks: Self.monthPicks(on: Sample.day(day)))
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let draft = composer.compose(day: Sample.day(day), from: source).draft
    let text = try #require(draft).text
    let line = "**The club gets its own track**, 30 years ago (September 1994)"
    #expect(text.contains("## This month in history\n\n\(line)") == (day == "2024-09-02"))
    #expect(draft?.entries.contains("club") == (day == "2024-09-02"))
    if day == "2024-09-02" {
      #expect(text.contains("> \(Self.quote.text)\n>\n> — E. Pioneer, radio\n\n*The club gets"))
    }
  }

  @Test("a month alone makes an issue, whose subject says how long ago")
  func monthAlone() throws {
    let source = IssueSource(entries: [], picks: [], monthPicks: Self.monthPicks(on: Sample.day("2024-09-02")))
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let draft = try #require(composer.compose(day: Sample.day("2024-09-02"), from: source).draft)
    #expect(draft.subject == "The club gets its own track, 30 years ago")
    #expect(draft.text.hasPrefix("This month in history: **The club gets its own track**, 30 years ago.\n"))
  }

  @Test("a quote stands once in an issue, wherever it stands", arguments: ["It was so.", "Then she said:"])
  func quoteOnce(leadUp: String) throws {
    let news = Self.entry("a", "2024-09-05", quote: Self.quote, leadUp: leadUp)
    let text = try text(IssueSource(entries: [news], picks: Sample.picks))
    #expect(text.components(separatedBy: Self.quote.text).count == 2)
    #expect(text.contains("## Quote of the week") == (leadUp == "It was so."))
  }

  @Test("a quote that its entry goes on from, or that is too short to stand alone, stays where it is")
  func quoteStays() throws {
    var news = Self.entry("a", "2024-09-05", quote: Self.quote)
    news.blocks.append(.text("So much for that."))
    let short = Self.entry("b", "2024-09-06", quote: Quote(text: "No.", speaker: "A. Runner"))
    let text = try text(IssueSource(entries: [news, short], picks: []))
    #expect(!text.contains("## Quote of the week"))
    #expect(text.contains(Self.quote.text) && text.contains("> No."))
  }

  @Test("an entry that is a quote alone has it as its headline, and so not as the quote of the week too")
  func quoteAlone() throws {
    var pick = Sample.picks[0]
    pick.entry.title = nil
    pick.entry.blocks = [.quote(Self.quote)]
    let text = try text(IssueSource(entries: [], picks: [pick]), [SectionRule(.onThisDay), SectionRule(.quote)])
    #expect(text.components(separatedBy: Self.quote.text).count == 2)
  }

  @Test("no rule finds anything in what is generated, with every section and from any timeline", arguments: 1...10)
  func noFindings(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let entries = (0..<10).map { RandomEntry.make($0, &random) }
    let past = (20..<24).map { number in
      var entry = RandomEntry.make(number, &random)
      entry.date = Self.monthDate
      entry.dateText = "September 1994"
      return entry
    }
    let day = Sample.day("2024-09-05")
    let picks = entries.suffix(4).map {
      Pick(entry: $0, occursOn: day.adding(days: 1), years: 0, isMilestone: false, reason: "")
    }
    let monthPicks = past.map { Pick(entry: $0, occursOn: day, years: 30, isMilestone: false, reason: "") }
    var publication = Sample.publication
    publication.language = Language.all[seed % Language.all.count].code
    let composer = try IssueComposer(publication: publication, templates: TemplateSet())
    let source = IssueSource(entries: entries, picks: picks, monthPicks: monthPicks)
    let draft = try #require(composer.compose(day: day, from: source).draft)
    #expect(past.allSatisfy { draft.entries.contains($0.id) })
    let table = Dictionary((entries + past).map { ($0.id, $0) }) { first, _ in first }
    let fidelity = FidelityCheck(publication: publication, templates: TemplateSet())
    #expect(fidelity.findings(in: draft.file, file: draft.path, entries: table) == [], "\(draft.file)")
    let renderer = try NewsletterRenderer(publication: publication, templates: TemplateSet())
    let check = NewsletterCheck(publication: publication, renderer: renderer) { _ in true }
    #expect(check.findings(in: draft.file, file: draft.path, entries: table) == [], "\(draft.file)")
  }
}
