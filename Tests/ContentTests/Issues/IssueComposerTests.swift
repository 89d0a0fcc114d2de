import Foundation
import Scheduler
import TestSupport
import Testing
import Timeline

@testable import Content

@Suite struct IssueComposerTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  @Test("an issue with everything in it")
  func whole() throws {
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let draft = try #require(
      composer.compose(day: Sample.day("2024-09-09"), entries: Sample.entries, picks: Sample.picks).draft)
    #expect(draft.path == "Drafts/2024-W37/newsletter.md")
    try expectSnapshot(draft.file, matches: Self.fixtures.appending(path: "whole/newsletter.md"))
  }

  @Test("the posts of an issue's material on every network")
  func posts() throws {
    var all = ""
    for channel in Channel.networks {
      let composer = try PostComposer(publication: Sample.publication, channel: channel, templates: TemplateSet())
      for subject in [PostSubject.entry(Sample.meeting), .entry(Sample.injury)] + Sample.picks.map(PostSubject.pick) {
        // Without a picture there is nothing for Instagram.
        guard case .draft(let draft) = composer.compose(subject) else { continue }
        all += "\(draft.path)\n\(draft.file)\n"
      }
    }
    try expectSnapshot(all, matches: Self.fixtures.appending(path: "whole/posts.txt"))
  }
}

extension IssueComposerTests {
  @Test("the sample week of September 2024")
  func sampleWeek() throws {
    let entries = try Publications.entries()
    let day = Sample.day("2024-09-09")
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let draft = try #require(composer.compose(day: day, entries: entries, picks: []).draft)
    #expect(draft.entries.prefix(3) == ["grand-slam-track-signings", "nuguse-wins-zurich", "fifth-avenue-mile"])
    #expect(draft.id == "2024-W37-newsletter")
    #expect(draft.subject == "Nuguse runs down Ingebrigtsen in Zurich")
  }

  @Test("nothing to say gives a reason, whatever lies ahead")
  func nothing() throws {
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    guard
      case .nothing(let reason) = composer.compose(day: Sample.day("2024-09-14"), entries: [Sample.final], picks: [])
    else {
      Issue.record("an issue of dates ahead alone")
      return
    }
    #expect(reason.contains("2024-09-07 to 2024-09-13"))
  }

  @Test("the windows are seven days each, and an entry stands in one of them")
  func windows() {
    let entries = (0..<20).map { number in
      Entry(id: "\(number)", date: EntryDate(day: Sample.day("2024-09-01").adding(days: number)))
    }
    let material = IssueMaterial(
      day: Sample.day("2024-09-09"), source: IssueSource(entries: entries, picks: []))
    #expect(material.news.map(\.id) == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(material.ahead.map(\.id) == ["8", "9", "10", "11", "12", "13", "14"])
  }

  @Test("sections come in the order of the settings, and empty ones are left out")
  func sections() throws {
    let sections = [SectionRule(.signOff), SectionRule(.quote), SectionRule(.news)]
    let composer = try IssueComposer(publication: Sample.publication, sections: sections, templates: TemplateSet())
    let text = try #require(
      composer.compose(day: Sample.day("2024-09-09"), entries: [Sample.injury], picks: []).draft?.text)
    #expect(text.hasPrefix("---\n\nThank you for reading."))
    #expect(text.contains("## News of the week"))
    #expect(!text.contains("## Quote") && !text.contains("## On this day") && !text.contains("## Coming up"))
  }

  @Test("a quote whose speaker is not sure is never the quote of the week, and goes without a name")
  func unsureQuote() throws {
    var entry = Sample.injury
    let words = "I shall be back before anyone expects me to be."
    entry.blocks.append(.quote(Quote(text: words, speaker: "D. Pacer", isSure: false)))
    let composer = try IssueComposer(publication: Sample.publication, templates: TemplateSet())
    let text = try #require(
      composer.compose(day: Sample.day("2024-09-09"), entries: [entry], picks: []).draft?.text)
    #expect(text.contains("> \(words)\n\n") && !text.contains("— D. Pacer"))
    #expect(!text.contains("## Quote of the week"))
  }
}
