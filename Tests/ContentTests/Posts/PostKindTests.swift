import Scheduler
import Testing
import Timeline

@testable import Content

@Suite struct PostKindTests {
  static let quote = Quote(text: "I waited for the bend, and then I went. That is all.", speaker: "A. Runner")

  static func post(
    _ subject: PostSubject, on channel: Channel = .x, language: String = "en", files: [String: String] = [:]
  ) throws -> Composition {
    var publication = Sample.publication
    publication.language = language
    return try PostComposer(
      publication: publication, channel: channel, templates: TemplateSet(files: files, language: language)
    ).compose(subject)
  }

  static func channel(_ kinds: Set<PostKind>, _ channel: Channel = .x) -> Channel {
    var channel = channel
    channel.kinds = kinds
    return channel
  }

  @Test("which posts there are goes by the channel's kinds")
  func subjects() {
    var bare = Sample.injury
    bare.id = "bare"
    bare.title = "Runner on her race"
    bare.blocks = [.quote(Self.quote), .text("[Watch it](https://example.org/w)")]
    let news = [Sample.meeting, Sample.injury, bare]
    let subjects = { (kinds: Set<PostKind>) in
      PostSubject.all(on: Self.channel(kinds), news: news, picks: Sample.picks)
        .map { "\($0.kind.rawValue) \($0.entry.id)" }
    }
    #expect(
      subjects(Channel.x.kinds)
        == ["entry meeting", "entry injury", "entry bare", "on-this-day first-mile"])
    #expect(
      subjects([.entry, .quote])
        == ["entry meeting", "quote meeting", "entry injury", "quote bare"],
      "an entry that is nothing but a quote becomes one post")
    #expect(subjects([.quote]) == ["quote meeting", "quote bare"])
    #expect(subjects([.thread]) == ["entry meeting", "entry injury", "entry bare"])
    #expect(subjects([]).isEmpty)
  }

  @Test("a quote's post has the quote whole with its speaker, in the language's marks, and an id of its own")
  func quotePost() throws {
    var entry = Sample.meeting
    entry.blocks = [.quote(Self.quote)]
    let draft = try #require(try Self.post(.quote(entry)).draft)
    #expect(draft.id == "2024-09-05-x-meeting.quote")
    #expect(draft.path == "Drafts/2024-09-05/x/meeting.quote.md")
    let words = "I waited for the bend, and then I went. That is all."
    #expect(
      draft.text
        == "“\(words)”\n— A. Runner\n\nRunner wins the mile at home\n\n5 September 2024\n\n#DiamondLeague\n")
    #expect(try Self.post(.quote(entry), language: "de").draft?.text.hasPrefix("„\(words)“\n— A. Runner\n") == true)
  }

  @Test("a quote that is too long is not cut: another one is taken, or there is no post")
  func longQuote() throws {
    let long = Quote(text: String(repeating: "And so on and on. ", count: 20) + "End.", speaker: "B. Miler")
    let unsure = Quote(text: "Nobody knows who said this.", speaker: "C. Pacer", isSure: false)
    var entry = Sample.meeting
    entry.blocks = [.quote(long), .quote(unsure), .quote(Self.quote)]
    let draft = try #require(try Self.post(.quote(entry)).draft)
    #expect(draft.text.hasPrefix("“\(Self.quote.text)”\n— A. Runner\n"))
    #expect(try Self.post(.quote(entry), on: .linkedin).draft?.text.contains(long.text) == true)
    entry.blocks = [.quote(long)]
    guard case .nothing(let reason) = try Self.post(.quote(entry)) else {
      Issue.record("a quote of 364 characters cannot be whole on X")
      return
    }
    #expect(reason.contains("fits whole on X"))
  }

  @Test("the quote that was taken is the one that the context shows")
  func quoteContext() throws {
    let long = Quote(text: String(repeating: "And so on and on. ", count: 20) + "End.", speaker: "B. Miler")
    var entry = Sample.meeting
    entry.blocks = [.quote(long), .quote(Self.quote)]
    let composer = try PostComposer(publication: Sample.publication, channel: .x, templates: TemplateSet())
    guard case .members(let members) = composer.context(of: .quote(entry)),
      case .members(let quote) = members["quote"]?.resolved, case .text(let text) = quote["text"]
    else {
      Issue.record("no quote in the context")
      return
    }
    #expect(text == Self.quote.text)
  }

  @Test("with the kind thread the whole story is told in numbered parts before it becomes shorter")
  func threads() throws {
    var entry = Sample.injury
    entry.title = "A title"
    let sentence = "She said that she would be back as soon as the doctors let her run again. "
    entry.blocks = [.text(String(repeating: sentence, count: 8))]
    #expect(try Self.post(.entry(entry)).draft?.parts.count == 1)
    let parts = try #require(try Self.post(.entry(entry), on: Self.channel([.entry, .thread])).draft?.parts)
    #expect(parts.count == 3)
    #expect(parts.enumerated().allSatisfy { $1.hasSuffix("\n\n\($0 + 1)/3") && Channel.x.fits($1) })
    #expect(try Self.post(.entry(entry), on: Self.channel([.entry, .thread], .linkedin)).draft?.parts.count == 1)
    entry.blocks = [.text(sentence)]
    #expect(try Self.post(.entry(entry), on: Self.channel([.entry, .thread])).draft?.parts.count == 1)
  }

  @Test("--- in a template of threads begins a part; a timeline's own line of --- parts nothing")
  func partMarks() throws {
    var entry = Sample.injury
    entry.title = String(repeating: "word ", count: 70) + "end"
    entry.blocks = []
    let files = ["posts/thread.mustache": "First.\n---\n{{headline}}\n---\n{{date}}"]
    let parts = try #require(try Self.post(.entry(entry), files: files).draft?.parts)
    #expect(parts.first == "First.\n\n1/\(parts.count)")
    #expect(parts.last == "8 September 2024\n\n\(parts.count)/\(parts.count)")
    entry.title = "Code"
    entry.blocks = [.text("```\na\n---\nb\n```")]
    let draft = try #require(try Self.post(.entry(entry)).draft)
    #expect(draft.parts.count == 1)
    #expect(draft.text.contains("a\n—\nb"))
  }

  @Test(
    "a kind's template can be the channel's own, and the language's",
    arguments: [
      ("posts/quote.mustache", "for all"), ("posts/x/quote.mustache", "for X"), ("nb/posts/quote.mustache", "norsk"),
      ("nb/posts/x/quote.mustache", "norsk for X"),
    ])
  func overrides(path: String, text: String) throws {
    let files = [
      "posts/quote.mustache": "for all", "posts/x/quote.mustache": "for X", "nb/posts/quote.mustache": "norsk",
      "nb/posts/x/quote.mustache": "norsk for X",
    ]
    let language = path.hasPrefix("nb/") ? "nb" : "en"
    let channel: Channel = path.contains("/x/") ? .x : .bluesky
    var chosen = files
    if channel.name == "bluesky" { chosen = files.filter { !$0.key.contains("/x/") } }
    #expect(
      try Self.post(.quote(Sample.meeting), on: channel, language: language, files: chosen).draft?.text == text + "\n")
  }

  @Test("Instagram takes no entry without a picture, and says what to do")
  func picture() throws {
    guard case .nothing(let reason) = try Self.post(.entry(Sample.final), on: .instagram) else {
      Issue.record("Instagram needs a picture")
      return
    }
    #expect(reason.contains("final has no picture"))
    #expect(reason.contains("picture: optional"))
    var channel = Channel.instagram
    channel.needsPicture = false
    #expect(try Self.post(.entry(Sample.final), on: channel).draft != nil)
  }

  @Test("an alt text that is too long for the channel is told")
  func altText() throws {
    var entry = Sample.final
    entry.blocks = [.picture(Picture(path: "a.jpg", alt: String(repeating: "word ", count: 220), credit: nil))]
    let warnings = { (channel: Channel) in
      try PostComposer(publication: Sample.publication, channel: channel, templates: TemplateSet())
        .warnings(about: .entry(entry))
    }
    #expect(try warnings(.x).first?.contains("1100 characters, and X takes 1000") == true)
    #expect(try warnings(.mastodon).isEmpty)
    #expect(try warnings(.facebook).isEmpty)
  }
}
