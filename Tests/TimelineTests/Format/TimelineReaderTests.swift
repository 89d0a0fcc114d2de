import Testing
import Timeline

@Suite struct TimelineReaderTests {
  private let sample = """
    ---
    title: Two milers
    tags: [1500m]
    ---
    A standfirst: what this timeline is about.

    ## 2023-08-23 — Kerr takes the world title {#kerr-world-title}

    Josh Kerr outkicks Jakob Ingebrigtsen in Budapest, 3:29.38 to 3:29.65.

    > I want the gold, not the time.
    > — A. Runner, mixed zone

    ![Kerr crosses the line, arms wide](images/budapest.jpg "Photo: A. Name")

    [Watch the finish](https://example.org/watch?t=1696)

    <!-- a note for the editor; never published -->

    - tags: worlds, championship
    - people: Josh Kerr, Jakob Ingebrigtsen
    - weight: 3
    - post: A hand-written text for social posts; several `post` lines are used in turn
    - post.x: One for X alone
    """

  @Test(arguments: ["\u{2010}", "\u{2011}", "\u{2212}"])
  func hyphensOfWordProcessorsAreHyphensInADate(hyphen: String) throws {
    let reading = TimelineReader.read("## 2023-08-23 — A well-known title {#t}\n".replacing("-", with: hyphen))
    let entry = try #require(reading.document.entries.first)
    #expect(entry.date.edtf == "2023-08-23" && entry.title == "A well\(hyphen)known title")
  }

  @Test func aNoteBehindTheIDLeavesTheIDWhatItIs() throws {
    let text = "## 2023-08-23 — Gamma falls {#gamma} <!-- ask Tom -->\n\nText.\n"
    let document = TimelineReader.read(text).document
    let entry = try #require(document.entries.first)
    #expect(entry.id == "gamma" && entry.isIDWritten && entry.title == "Gamma falls <!-- ask Tom -->")
    #expect(TimelineReader.read(TimelineWriter.write(document)).document == document)
  }

  @Test func everyPartOfTheFormatIsRead() throws {
    let reading = TimelineReader.read(sample)
    #expect(reading.findings == [])
    #expect(reading.document.title == "Two milers")
    #expect(reading.document.tags == ["1500m"])
    #expect(reading.document.standfirst == "A standfirst: what this timeline is about.")
    let entry = try #require(reading.document.entries.first)
    #expect(entry.id == "kerr-world-title")
    #expect(entry.date.edtf == "2023-08-23")
    #expect(entry.title == "Kerr takes the world title")
    #expect(entry.position == SourcePosition(line: 7))
    #expect(entry.blockPositions.map(\.line) == [9, 11, 14, 16, 18])
    #expect(
      entry.quotes == [Quote(text: "I want the gold, not the time.", speaker: "A. Runner", source: "mixed zone")])
    #expect(
      entry.picture
        == Picture(path: "images/budapest.jpg", alt: "Kerr crosses the line, arms wide", credit: "Photo: A. Name"))
    #expect(entry.links == [Link(text: "Watch the finish", url: "https://example.org/watch?t=1696")])
    #expect(entry.blocks.last == .note(" a note for the editor; never published "))
    #expect(entry.fields.tags == ["worlds", "championship"])
    #expect(entry.fields.people == ["Josh Kerr", "Jakob Ingebrigtsen"])
    #expect(entry.fields.weight == 3)
    #expect(entry.fields.posts == ["A hand-written text for social posts; several `post` lines are used in turn"])
    #expect(entry.fields.channelPosts == ["x": ["One for X alone"]])
  }

  @Test func whatIsWrittenIsReadAgain() {
    let document = TimelineReader.read(sample).document
    #expect(TimelineReader.read(TimelineWriter.write(document)).document == document)
    let parts = TimelineWriter.write(document).split(separator: "\n", omittingEmptySubsequences: true)
    #expect(parts == sample.split(separator: "\n", omittingEmptySubsequences: true))
  }

  private func findings(_ text: String) -> [String] {
    TimelineReader.read(text).findings.map { "\($0.position.line):\($0.position.column) \($0.rule)" }
  }

  @Test func headingsWithoutDatesAreFoundAndKept() {
    let text = "Intro.\n\n## What happened\n\n## 2024-08-04\n\nA.\n\n## And then\n\nB.\n"
    #expect(findings(text) == ["3:1 heading-without-date", "9:1 heading-without-date"])
    let document = TimelineReader.read(text).document
    #expect(document.standfirst == "Intro.\n\n## What happened")
    #expect(document.entries.map(\.bodyMarkdown) == ["A.\n\n## And then\n\nB."])
  }

  @Test(arguments: [
    ("## Feb. 30, 2024 — No {#no}", "4 date-invalid"), ("## 31 November 2025 — No", "4 date-invalid"),
    ("## 03/04/2024", "4 date-ambiguous"), ("##  June 12-7, 2024 — Heats", "5 range-reversed"),
    ("## Satruday, 4 August 2024 — Heats", "4 date-invalid"), ("## The heats {#heats}", "4 date-invalid"),
    ("## Agust 2024: heats", "4 date-invalid"),
  ])
  func anEntryWhoseDateCannotBeToldIsKeptAndIsInNoOther(heading: String, finding: String) {
    let part = "\(heading)\n\nB.\n\n- people: Jakob\n- weight: 3"
    let text = "Intro.\n\n## 2024-08-04 {#a}\n\nA.\n\n- tags: x\n\n\(part)\n\n## 2024-08-06 {#c}\n\nC.\n"
    #expect(findings(text) == ["9:\(finding)"])
    let document = TimelineReader.read(text).document
    #expect(document.entries.map(\.bodyMarkdown) == ["A.", "C."])
    #expect(document.entries.map(\.fields.tags) == [["x"], []])
    #expect(document.entries.allSatisfy { $0.fields.people.isEmpty && $0.fields.weight == nil })
    #expect(document.undated.map(\.markdown) == [part])
    #expect(document.undated.map(\.place) == [1])
    #expect(TimelineWriter.write(document) == text)
    #expect(TimelineReader.read("\(part)\n").document.undated.count == 1)
  }

  @Test func aTextWithoutEntriesIsAnError() {
    #expect(findings("# Title\n\nText.\n") == ["1:1 no-entries"])
    #expect(findings("") == ["1:1 no-entries"])
    #expect(TimelineReader.read("").findings.first?.severity == .error)
  }

  @Test func datesOfTheSettingsOrderAreRead() {
    let settings = TimelineSettings(dateOrder: .dmy)
    let reading = TimelineReader.read("## 03/04/2024 — Heats", settings: settings)
    #expect(reading.document.entries.map(\.date.edtf) == ["2024-04-03"])
    #expect(
      TimelineReader.read(TimelineWriter.write(reading.document), settings: settings).document == reading.document)
  }

  @Test func blocksThatHideHeadingsAreOne() {
    let text = """
      ## 2024-08-04

      ```
      ## 2024-08-05

      <!--
      ```

      <!-- a note

      ## 2024-08-06
      -->

      - an item

        ## 2024-08-07

      > ## 2024-08-08

      <div>
      ## 2024-08-09
      </div>

          ## 2024-08-10

      ## 2024-08-11
      """
    let document = TimelineReader.read(text).document
    #expect(document.entries.map(\.date.edtf) == ["2024-08-04", "2024-08-11"])
    #expect(document.entries.first?.blocks.count == 6)
    #expect(TimelineReader.read(TimelineWriter.write(document)).document == document)
  }

  @Test func underlinedHeadingsAreEntriesToo() {
    let document = TimelineReader.read("Aug. 4, 2024: Heats {#heats}\n---\n\nText\n\nTitle\n===\n").document
    #expect(document.entries.map(\.id) == ["heats"])
    #expect(document.entries.first?.blocks == [.text("Text"), .text("Title\n===")])
  }

  @Test func anUnclosedBlockIsAnError() {
    #expect(findings("## 2024-08-04\n\n<!-- note\n\n## 2024-08-05\n") == ["3:1 block-unclosed"])
    #expect(findings("## 2024-08-04\n\n```\n\n## 2024-08-05\n") == ["3:1 block-unclosed"])
  }

  @Test(arguments: [
    ("- tags: a\n- wieght: 3", ["4:3 unknown-field"]), ("- tags: a\n- weight: much", ["4:3 unknown-field"]),
    ("- tags: a\n- tags:", ["4:3 unknown-field"]), ("- tags: a\n- post.twitter: x", ["4:3 unknown-field"]),
    ("- weigth: 2", ["3:3 unknown-field"]), ("- weight: much", ["3:3 unknown-field"]),
    ("- Tag: worlds", ["3:3 unknown-field"]), ("- post.twitter: x", ["3:3 unknown-field"]),
    ("- peopel: A\n- note: x", ["3:3 unknown-field"]), ("- Host: Ann Marsh", []), ("- Poster: A. Name", []),
    ("- Cost: 3", []), ("- Result: 3:48.20", []), ("- tags: a\n- and more", []), ("- note: x\n- other: y", []),
    ("1. tags: a", []),
  ])
  func aListThatIsNotAllFieldsIsText(list: String, wanted: [String]) {
    let text = "## 2024-08-04\n\n\(list)\n"
    #expect(findings(text) == wanted)
    let entry = TimelineReader.read(text).document.entries.first
    #expect(entry?.fields.isEmpty == true)
    #expect(entry?.blocks == [.text(list)])
  }

  @Test func fieldsMayWrapAndANoteMayFollow() {
    let text =
      "## 2024-08-04\n\n* people: Martin Luther King\\, Jr., A\n* post: one\n  two\\\n  three\n\n  four\n\n<!-- n -->\n"
    let entry = TimelineReader.read(text).document.entries.first
    #expect(entry?.fields.people == ["Martin Luther King, Jr.", "A"])
    #expect(entry?.fields.posts == ["one two\nthree\n\nfour"])
    #expect(entry?.blocks == [.note(" n ")])
  }

  @Test func idsAreDerivedOnceAndStayUnique() {
    let text =
      "## 2024-08-04 — Üben & Ærø’s Tür\n\n## 2024-08-04 — üben ærø's tur\n\n## 2024-08-04\n\n## 44 BC {#x}\n\n## -0043 — 競走\n"
    #expect(
      TimelineReader.read(text).document.entries.map(\.id) == [
        "2024-08-04-uben-aeros-tur", "2024-08-04-uben-aeros-tur-2", "2024-08-04", "x", "minus-0043",
      ])
  }

  @Test func frontMatterProblemsAreFindings() {
    #expect(findings("---\ntitel: x\n---\n## 2024\n") == ["2:1 unknown-field"])
    #expect(findings("---\ntitle: [a]\ntags: {a: b}\n---\n## 2024\n") == ["2:8 front-matter", "3:7 front-matter"])
    #expect(findings("---\ntitle: [a\n---\n## 2024\n").first?.hasSuffix("front-matter") == true)
  }

  @Test func aFirstHeadingIsTheTitle() {
    let document = TimelineReader.read("# The *mile*\n\nAll of it.\n\n## 1954-05-06\n").document
    #expect(document.title == "The mile")
    #expect(document.standfirst == "All of it.")
  }
}
