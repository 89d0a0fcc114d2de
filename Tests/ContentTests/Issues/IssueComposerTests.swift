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
        let draft = try #require(composer.compose(subject).draft)
        all += "\(draft.path)\n\(draft.file)\n"
      }
    }
    try expectSnapshot(all, matches: Self.fixtures.appending(path: "whole/posts.txt"))
  }
}
