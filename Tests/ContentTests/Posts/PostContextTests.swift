import Testing
import Timeline

@testable import Content

@Suite struct PostContextTests {
  @Test(
    "tags become hashtags that networks take",
    arguments: [
      ("diamond league", "DiamondLeague"), ("press-conference", "PressConference"), ("mile", "Mile"),
      ("iPhone", "iPhone"),
      ("1500m", "1500m"),
      ("NYC half", "NYCHalf"), ("øvre årdal", "ØvreÅrdal"), ("women’s sport", "WomensSport"),
    ])
  func hashtag(tag: String, expected: String) {
    #expect(Hashtag.from(tag: tag) == expected)
  }

  @Test("digits and signs alone are no hashtag, and none comes twice")
  func noHashtag() {
    #expect(Hashtag.from(tags: ["2024", "--", "mile", "Mile", "a b", "c"], most: 2) == ["Mile", "AB"])
    #expect(Hashtag.from(tags: ["mile"], most: 0).isEmpty)
    #expect(Hashtag.from(tags: ["C++", "C#", "#mile"], most: 9) == ["Mile"], "C++ is not C")
  }

  @Test("a mention is written only where this network's handle is known")
  func mentions() throws {
    var publication = Sample.publication
    publication.people = [
      "A. Runner": ["x": "runner", "mastodon": "@run@example.social"], "B. Miler": ["bluesky": "b"],
    ]
    var entry = Sample.final
    entry.fields.people = ["A. Runner", "B. Miler", "C. Pacer"]
    let text = { (channel: Channel) in
      try PostComposer(publication: publication, channel: channel, templates: TemplateSet())
        .compose(.entry(entry)).draft?.text ?? ""
    }
    #expect(try text(.x).hasSuffix("\n@runner\n"))
    #expect(try text(.mastodon).hasSuffix("\n@run@example.social\n"))
    #expect(try text(.bluesky).hasSuffix("\n@b\n"))
    #expect(try !text(.threads).contains("@"))
  }

  @Test(
    "parameters go between the query and the fragment, and never replace one",
    arguments: [
      ("https://e.org/a", "https://e.org/a?utm_source=x&utm_medium=a%20b"),
      ("https://e.org/a?q=1#top", "https://e.org/a?q=1&utm_source=x&utm_medium=a%20b#top"),
      ("https://e.org/a?", "https://e.org/a?utm_source=x&utm_medium=a%20b"),
      ("https://e.org/?utm_source=feed", "https://e.org/?utm_source=feed&utm_medium=a%20b"),
      ("mailto:a@e.org", "mailto:a@e.org"),
    ])
  func parameters(url: String, expected: String) {
    let parameters = [
      LinkParameter(name: "utm_source", value: "x"), LinkParameter(name: "utm_medium", value: "a b"),
    ]
    #expect(parameters.added(to: url) == expected)
    #expect([LinkParameter]().added(to: url) == url)
  }

  @Test("Instagram's posts have no links, and their hashtags are at most five")
  func instagram() throws {
    var entry = Sample.meeting
    entry.fields.tags = ["a", "b", "c", "d", "e", "f"]
    let draft = try #require(
      try PostComposer(publication: Sample.publication, channel: .instagram, templates: TemplateSet())
        .compose(.entry(entry)).draft)
    #expect(!draft.text.contains("https://"))
    #expect(draft.text.hasSuffix("\n#A #B #C #D #E\n"))
  }
}
