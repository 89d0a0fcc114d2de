import Testing
import Timeline

@Suite struct QuoteFormatTests {
  private func block(_ markdown: String) -> Block? {
    TimelineReader.read("## 2024-08-04\n\n" + markdown).document.entries.first?.blocks.first
  }

  @Test(arguments: [
    ("> Gold.\n> — Kerr", Quote(text: "Gold.", speaker: "Kerr")),
    ("> Gold.\n> -- Kerr, mixed zone, Budapest", Quote(text: "Gold.", speaker: "Kerr", source: "mixed zone, Budapest")),
    ("> “Gold.”\n>\n> – Kerr", Quote(text: "Gold.", speaker: "Kerr")),
    ("> “A” and “B”\n> - Kerr", Quote(text: "“A” and “B”", speaker: "Kerr")),
    ("> One\n> two.\n>\n> Three.\n> — Kerr", Quote(text: "One two.\n\nThree.", speaker: "Kerr")),
    ("> One\\\n> two.\n> — Kerr", Quote(text: "One\ntwo.", speaker: "Kerr")),
    ("> *Never* say [never](x).\n> — Kerr", Quote(text: "Never say never.", speaker: "Kerr")),
    (
      "> Gold.\n> — Martin Luther King, Jr., Washington",
      Quote(text: "Gold.", speaker: "Martin Luther King, Jr.", source: "Washington")
    ),
    ("> Gold.\n> — Josh Kerr (?), x", Quote(text: "Gold.", speaker: "Josh Kerr", source: "x", isSure: false)),
    ("> Gold.\n> —", Quote(text: "Gold.")),
    ("> Gold.\n> — , a letter", Quote(text: "Gold.", source: "a letter")),
    ("> Gold.\n> — !>\\~Kerr\\~Kerrx", Quote(text: "Gold.", speaker: "!>~Kerr~Kerrx")),
    ("> [as] all\n> — Kerr", Quote(text: "[as] all", speaker: "Kerr")),
  ])
  func quotesAreReadAndWritten(markdown: String, quote: Quote) {
    #expect(block(markdown) == .quote(quote))
    let entry = Entry(id: "a", date: EntryDate(day: CivilDay(daysSinceEpoch: 0)), blocks: [.quote(quote)])
    let written = TimelineWriter.write(TimelineDocument(entries: [entry]))
    #expect(TimelineReader.read(written).document.entries == [entry], "\(written)")
  }

  @Test(arguments: ["> Text alone.", "> — Kerr", "> - a\n> - b\n>\n> # c\n> — Kerr", "> one\n> -two"])
  func otherBlockquotesStayText(markdown: String) {
    #expect(block(markdown) == .text(markdown))
  }

  @Test(arguments: [
    ("![a](b.jpg)", [Picture(path: "b.jpg", alt: "a")]),
    ("![](b.jpg \"c\")", [Picture(path: "b.jpg", alt: "", credit: "c")]),
    ("![a *b* \\[c\\]](<b c.jpg> 'd \"e\"')", [Picture(path: "b c.jpg", alt: "a b [c]", credit: "d \"e\"")]),
    ("![a](b_(c).jpg)", [Picture(path: "b_(c).jpg", alt: "a")]),
    ("![a](b)\n![c](d)", [Picture(path: "b", alt: "a"), Picture(path: "d", alt: "c")]),
    ("![a]()", [Picture(path: "", alt: "a")]),
  ])
  func picturesAreReadAndWritten(markdown: String, pictures: [Picture]) {
    let entry = TimelineReader.read("## 2024-08-04 {#a}\n\n" + markdown).document.entries[0]
    #expect(entry.pictures == pictures)
    let written = TimelineWriter.write(TimelineDocument(entries: [entry]))
    #expect(TimelineReader.read(written).document.entries == [entry], "\(written)")
  }

  @Test(arguments: ["![a](b) text", "[![a](b)](c)", "![a][b]", "![a](b"])
  func aPictureInATextStaysText(markdown: String) {
    #expect(block(markdown) == .text(markdown))
  }
}
