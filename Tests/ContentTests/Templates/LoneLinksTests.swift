import Testing
import Timeline

@testable import Content

@Suite struct LoneLinksTests {
  @Test(
    "links behind the last sentence go, links in a sentence stay",
    arguments: [
      ("[Watch the finish](https://e.org/w?t=1)", ""),
      ("[Watch](https://e.org/a) [Results](https://e.org/b)", ""),
      ("He won. [Watch the finish](https://e.org/w)", "He won."),
      ("He won. [Watch the finish](https://e.org/w).", "He won."),
      ("“He won.” [Watch](https://e.org/a) <https://e.org/b>", "“He won.”"),
      ("He won.\nhttps://e.org/w", "He won."),
      ("https://e.org/w", ""),
      ("[The film](https://e.org/a) · [Results](https://e.org/b)", ""),
      ("He won. [The film](https://e.org/a), [results](https://e.org/b) | <https://e.org/c>", "He won."),
      ("He won – [as filmed](https://e.org/a)", "He won – [as filmed](https://e.org/a)"),
      ("He won, [as the results say](https://e.org/r)", "He won, [as the results say](https://e.org/r)"),
      ("He won. The [results](https://e.org/r) are out.", "He won. The [results](https://e.org/r) are out."),
      ("Results: [here](https://e.org/r)", "Results: [here](https://e.org/r)"),
      ("- [Watch](https://e.org/w)", "- [Watch](https://e.org/w)"),
      ("No link. (Really.)", "No link. (Really.)"), ("mail a@e.org", "mail a@e.org"),
    ])
  func links(markdown: String, expected: String) {
    #expect(LoneLinks.removed(from: markdown) == expected)
  }

  @Test("a link behind the text leaves no word in a post, and its address stands there")
  func post() throws {
    var entry = Sample.final
    entry.blocks.append(.text("[Watch the finish](https://example.org/w)"))
    let text = { (entry: Entry, channel: Channel) in
      try PostComposer(publication: Sample.publication, channel: channel, templates: TemplateSet())
        .compose(.entry(entry)).draft?.text
    }
    let words = "The final in the city\n\nEight runners have qualified.\n\n14 September 2024\n"
    #expect(try text(entry, .x) == words + "https://example.org/w\n")
    entry.title = nil
    entry.blocks.removeFirst()
    #expect(
      try text(entry, .x) == "Watch the finish\n\n14 September 2024\nhttps://example.org/w\n",
      "what says nothing else keeps its words")
  }

  @Test("the tags of a timeline stand behind those of each entry")
  func timelineTags() {
    var entry = Sample.meeting
    entry.fields.tags = ["mile", "track"]
    let document = TimelineDocument(tags: ["track", "rivalry"], entries: [entry, Sample.final])
    #expect(document.taggedEntries.map(\.fields.tags) == [["mile", "track", "rivalry"], ["track", "rivalry"]])
  }
}
