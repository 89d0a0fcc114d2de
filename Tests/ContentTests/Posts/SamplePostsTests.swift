import Testing
import Timeline

@testable import Content

/// Every entry of the sample timelines, as news and as a pick, on every channel.
@Suite struct SamplePostsTests {
  @Test(
    "fits by the channel's own rule, with no empty part, no tag left and no quote cut",
    arguments: Channel.networks.map(\.name))
  func everything(name: String) throws {
    let channel = try #require(Channel.named(name))
    let composer = try PostComposer(publication: Sample.publication, channel: channel, templates: TemplateSet())
    let entries = try Publications.entries()
    #expect(entries.count == 63)
    for subject in entries.map(PostSubject.entry) + Publications.picks(of: entries).map(PostSubject.pick) {
      guard case .draft(let draft) = composer.compose(subject) else {
        Issue.record("\(subject.entry.id) gave no post")
        continue
      }
      #expect(!draft.parts.isEmpty)
      for part in draft.parts {
        #expect(channel.fits(part), "\(draft.id)")
        #expect(!part.contains("{{"), "\(draft.id)")
        #expect(!part.hasSuffix(":"), "\(draft.id)")
      }
      #expect(draft.text.count { $0 == "“" } == draft.text.count { $0 == "”" }, "\(draft.id)")
    }
  }
}
