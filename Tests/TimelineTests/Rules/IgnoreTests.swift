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
}
