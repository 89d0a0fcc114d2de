import Testing
import Timeline

@Suite struct IgnoreTests {
  @Test func aCommentBelowTheHeadingHoldsForTheEntry() {
    let text =
      "## 2024 — A {#a}\n\n<!-- daybook:ignore quote-doubled, missing-alt -->\n\nx””\n\n![](b \"c\")\n\n## 2025 — B {#b}\n\nx””\n"
    #expect(report(text, only: "quote-doubled") == ["11:2 quote-doubled"])
    #expect(report(text, only: "missing-alt") == [])
  }

  @Test func aCommentElsewhereHoldsForTheNextBlock() {
    let text = entry("a\n\n<!-- daybook:ignore quote-doubled -->\n\nx””\n\ny””")
    #expect(report(text, only: "quote-doubled") == ["9:2 quote-doubled"])
  }

  @Test func aCommentInAParagraphHoldsForIt() {
    let text = entry("a””\nx <!-- daybook:ignore quote-doubled -->\n\ny””")
    #expect(report(text, only: "quote-doubled") == ["6:2 quote-doubled"])
  }

  @Test func aCommentBeforeTheEntriesHoldsForTheFile() {
    let text = "<!-- daybook:ignore missing-id -->\n\n## 2024 — A\n\n## Feb. 30, 2024 — B\n"
    #expect(report(text) == ["5:4 date-invalid"])
  }

  @Test func aCommentWithoutARuleHoldsForAll() {
    #expect(report(entry("a\n\n<!-- daybook:ignore -->\n\nx””")) == [])
    #expect(report(entry("a\n\n<!-- daybook:ignored -->\n\nx””")).isEmpty == false)
  }

  @Test(arguments: ["T.\n\n", "T.\n\n- tags: a\n\n"])
  func aCommentAtTheEndOfAnEntryHoldsForTheHeadingBelow(body: String) {
    let order = "<!-- daybook:ignore date-order -->\n\n"
    let text = "## 2024-01-02 — A {#a}\n\n\(body)NOTE## 2023-01-01 — B {#b}\n\nT.\n\n## 2024-03-03 — C {#c}\n\nT.\n"
    #expect(!report(text.replacing("NOTE", with: ""), only: "date-order").isEmpty)
    #expect(report(text.replacing("NOTE", with: order), only: "date-order") == [])
  }

  @Test func aCommentBeforeAPictureHoldsForIt() {
    let (comment, pictures) = ("<!-- daybook:ignore missing-alt -->", "![](a \"c\")\n\n![](b \"c\")")
    #expect(report(entry("\(comment)\n\n\(pictures)"), only: "missing-alt") == ["7:1 missing-alt"])
    #expect(report(entry("x\n\n\(comment)\n\n\(pictures)"), only: "missing-alt") == ["9:1 missing-alt"])
    let together = "x\n\n\(comment)\n![](a \"c\")\n![](b \"c\")"
    #expect(report(entry(together), only: "missing-alt") == ["7:1 missing-alt"])
  }

  @Test(arguments: [
    ("<!-- daybook:ignore missing-alts -->\n\n" + entry("x"), "1:1 unknown-field", "did you mean \"missing-alt\"?"),
    (
      entry("x\n\n<!-- daybook:ignore qoute-glued, missing-alt -->"), "5:1 unknown-field",
      "did you mean \"quote-glued\"?"
    ),
    (entry("x\ny <!-- daybook:ignore everything -->"), "4:1 unknown-field", "\"everything\" is no rule of timelines"),
  ])
  func anUnknownRuleIsReported(text: String, place: String, message: String) {
    #expect(report(text) == [place])
    #expect(TimelineReader.read(text).findings.first?.message.contains(message) == true)
  }
}
