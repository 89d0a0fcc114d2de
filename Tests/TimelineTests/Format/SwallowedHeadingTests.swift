import Testing
import Timeline

/// Headings with a slip, which would take their entries into the one above.
@Suite struct SwallowedHeadingTests {
  private func findings(_ text: String) -> [Finding] {
    TimelineReader.read(text).findings.filter { $0.rule == "heading-without-date" }
  }

  @Test(arguments: [
    ("##2006-01-01 — No space", "## 2006-01-01 — No space"), ("### 1999-01-01 — Third", "## 1999-01-01 — Third"),
    ("# 2005-01-01 First", "## 2005-01-01 First"), ("2009-01-01\n====", "## 2009-01-01"),
    ("#### 3 May 2005: Fourth {#a}", "## 3 May 2005: Fourth {#a}"),
    ("Text above.\n##2006-01-01 — No space", "## 2006-01-01 — No space"),
    ("\u{FEFF}## 2006-01-01 — B", "## 2006-01-01 — B"), ("\u{A0}## 2006-01-01 — B", "## 2006-01-01 — B"),
    ("\u{200B}## 2006-01-01 — B", "## 2006-01-01 — B"), ("##\u{200B} 2006-01-01 — B", "## 2006-01-01 — B"),
  ])
  func aHeadingWithASlipIsReported(line: String, heading: String) {
    let findings = findings("## 2004-01-01 — A {#a}\n\nText.\n\n\(line)\n\nMore.\n")
    #expect(findings.map(\.position.line) == [line.hasPrefix("Text") ? 6 : 5])
    #expect(findings.first?.message.contains("write \"\(heading)\"") == true)
  }

  @Test func aHeadingWithASlipBeforeTheFirstEntryIsReported() {
    #expect(findings("# Years\n\n### 2003-01-01 — A\n\n## 2004-01-01 — B\n").map(\.position.line) == [3])
    #expect(findings("# 2003-01-01 to now\n\n## 2004-01-01 — B\n").isEmpty)
  }

  @Test(arguments: [
    "### 2004-01-02 — The second day", "### 2004 in review", "### May 2005", "#2005 was good", "####", "#tag",
    "### The day after", "```\n### 1999-01-01\n```", "1999-01-01 was a day.", "> ### 1999-01-01",
  ])
  func otherLinesAreNone(line: String) {
    #expect(findings("## 2004-01-01/2004-01-03 — A {#a}\n\nText.\n\n\(line)\n\nMore.\n").isEmpty)
  }
}
