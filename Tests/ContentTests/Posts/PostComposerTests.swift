import Scheduler
import Testing
import Timeline

@testable import Content

@Suite struct PostComposerTests {
  func post(
    _ subject: PostSubject, on channel: Channel = .x, files: [String: String] = [:]
  ) throws -> Composition {
    try PostComposer(publication: Sample.publication, channel: channel, templates: TemplateSet(files: files))
      .compose(subject)
  }

  @Test("a hand-written text goes before the template, one for the channel before one for all")
  func handWritten() throws {
    var entry = Sample.injury
    entry.fields.posts = ["For all."]
    entry.fields.channelPosts = ["x": ["For X."]]
    #expect(try post(.entry(entry)).draft?.text == "For X.\n")
    #expect(try post(.entry(entry), on: .bluesky).draft?.text == "For all.\n")
  }

  @Test("hand-written texts go in turn, year by year")
  func inTurn() throws {
    var entry = Sample.injury
    entry.fields.posts = ["One.", "Two."]
    let texts = try (1...3).map { years in
      let day = try #require(CivilDay(year: 2024 + years, month: 9, day: 8))
      let pick = Pick(entry: entry, occursOn: day, years: years, isMilestone: false, reason: "")
      return try post(.pick(pick)).draft?.text
    }
    #expect(
      texts == [
        "On this day, 1 year ago: Two.\n\n8 September 2024\n", "On this day, 2 years ago: One.\n\n8 September 2024\n",
        "On this day, 3 years ago: Two.\n\n8 September 2024\n",
      ], "years later the text must not read as news")
  }

  @Test("a text that is too long becomes shorter, form by form, before it becomes a thread")
  func shortForms() throws {
    var entry = Sample.injury
    entry.title = "A title"
    let sentence = "She said that she would be back as soon as the doctors let her run again. "
    entry.blocks = [.text("The first paragraph."), .text(String(repeating: sentence, count: 8))]
    #expect(try post(.entry(entry)).draft?.text == "A title\n\nThe first paragraph.\n\n8 September 2024\n")
    entry.blocks = [.text(String(repeating: sentence, count: 8))]
    #expect(
      try post(.entry(entry)).draft?.text
        == "A title\n\nShe said that she would be back as soon as the doctors let her run again.\n\n8 September 2024\n")
    entry.blocks = [.text(sentence.dropLast(2) + String(repeating: " and again", count: 40) + ".")]
    #expect(try post(.entry(entry)).draft?.text == "A title\n\n8 September 2024\n")
    entry.fields.posts = [String(repeating: sentence, count: 8)]
    let draft = try #require(try post(.entry(entry)).draft)
    #expect(draft.parts.count == 3)
    #expect(draft.parts.allSatisfy { Channel.x.fits($0) })
    #expect(draft.text.contains("\n---\n"))
  }

  @Test("a channel's own template goes before the one for all")
  func ownTemplate() throws {
    let files = ["posts/x/entry.mustache": "{{headline}} on X", "posts/entry.mustache": "{{headline}}"]
    #expect(try post(.entry(Sample.final), files: files).draft?.text == "The final in the city on X\n")
    #expect(try post(.entry(Sample.final), on: .mastodon, files: files).draft?.text == "The final in the city\n")
  }

  @Test("what was on another day is not remembered as of this one", arguments: Language.all.map(\.code))
  func anotherDay(code: String) throws {
    var publication = Sample.publication
    publication.language = code
    let composer = try PostComposer(publication: publication, channel: .mastodon, templates: TemplateSet())
    let language = Language.named(code)
    let ago = language.yearsAgo(11)
    let entry = Entry(id: "may", date: EntryDate(day: Sample.day("2016-05-02")), title: "May mile")
    for (day, isOfTheDay) in [("2027-05-02", true), ("2027-05-03", false)] {
      let pick = Pick(entry: entry, occursOn: Sample.day(day), years: 11, isMilestone: false, reason: "")
      let text = try #require(composer.compose(.pick(pick)).draft?.text)
      #expect(text.hasPrefix(language.lookBack(ago)) == isOfTheDay, "\(text)")
      #expect(text.hasPrefix(language.agoHeading(ago)) == !isOfTheDay, "\(text)")
      #expect(text.first?.isLowercase == false)
    }
  }

  @Test("words that have their own quotation marks get no second ones")
  func ownMarks() {
    #expect(Language.english.inMarks("I won.") == "“I won.”")
    #expect(Language.english.inMarks("“I won,” she said, “at last.”") == "“I won,” she said, “at last.”")
  }

  @Test(
    "an address in a post is in ASCII, since networks cut it elsewhere",
    arguments: [
      ("https://example.org/?q=café#über", "https://example.org/?q=caf%C3%A9#%C3%BCber"),
      ("https://müller.example/東京", "https://müller.example/%E6%9D%B1%E4%BA%AC"),
      ("https://example.org/a%20b?x=1", "https://example.org/a%20b?x=1"), ("mailto:é@e.org", "mailto:é@e.org"),
    ])
  func address(written: String, expected: String) throws {
    #expect(written.percentEncodedAddress == expected)
    let entry = Entry(
      id: "e", date: EntryDate(day: Sample.day("2024-09-05")), title: "A",
      blocks: [.text("He lost. [Watch](\(written))")])
    let draft = try #require(
      PostComposer(publication: Sample.publication, channel: .x, templates: TemplateSet()).compose(.entry(entry)).draft)
    let found = FidelityCheck(publication: Sample.publication, templates: TemplateSet())
      .findings(in: draft.file, file: "p.md", entries: ["e": entry])
    #expect(found == [], "\(draft.text)")
  }

  @Test("an entry without a first day, and a text that cannot fit, give a reason")
  func nothing() throws {
    var entry = Sample.final
    entry.title = String(repeating: "x", count: 600)
    entry.blocks = []
    guard case .failed(let reason) = try post(.entry(entry)) else {
      Issue.record("600 characters without a blank cannot fit")
      return
    }
    #expect(reason.contains("does not fit on X"))
  }

  @Test("a private note in a draft is in none of its parts")
  func notes() throws {
    var draft = try #require(try post(.entry(Sample.final)).draft)
    draft.text = "One. <!-- ask -->\n---\n<!-- only a note -->\n---\nTwo.\n"
    #expect(draft.parts == ["One.", "Two."])
  }
}
