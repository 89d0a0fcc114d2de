import Testing
import Timeline

@testable import Importers

@Suite("Merging into the text of a timeline")
struct TimelineMergeTextTests {
  private let existing = """
    ---
    title:   Ours   # a remark
    ---

    ## 2024-01-01 — First {#first}

    *  an odd bullet

    ## 2024-03-01 — Third, edited {#third}
    No blank line above.

    """

  @Test("New entries go in by date, and every line that was there stays")
  func adds() throws {
    let imported = TimelineDocument(entries: [
      Entry(id: "second", date: try EntryDate(edtf: "2024-02-01"), title: "Second", blocks: [.text("Body.")]),
      Entry(id: "third", date: try EntryDate(edtf: "2024-03-01"), title: "Third as imported"),
      Entry(id: "fourth", date: try EntryDate(edtf: "2024-04-01"), title: "Fourth"),
    ])
    let (text, added, differing) = TimelineMerge.merge(imported, intoText: existing)
    #expect(added.map(\.id) == ["second", "fourth"])
    #expect(differing == ["third"])
    #expect(
      text == """
        ---
        title:   Ours   # a remark
        ---

        ## 2024-01-01 — First {#first}

        *  an odd bullet

        ## 2024-02-01 — Second {#second}

        Body.

        ## 2024-03-01 — Third, edited {#third}
        No blank line above.

        ## 2024-04-01 — Fourth {#fourth}

        """)
    #expect(TimelineMerge.merge(imported, intoText: text).added.isEmpty)
    #expect(TimelineReader.read(text).document.entries.map(\.id) == ["first", "second", "third", "fourth"])
  }

  @Test("An entry whose date cannot be told is known by its id, and dates are read as the settings say")
  func undated() throws {
    let imported = TimelineDocument(entries: [
      Entry(id: "third", date: try EntryDate(edtf: "2024-03-01"), title: "Third"),
      Entry(id: "fourth", date: try EntryDate(edtf: "2024-04-03"), title: "Fourth"),
    ])
    let text = existing.replacing("2024-03-01", with: "32 March 2024") + "\n## 03/04/2024 — Fourth\n"
    #expect(
      TimelineMerge.merge(imported, intoText: text, settings: TimelineSettings(dateOrder: .dmy)).text == text)
  }

  @Test("With nothing new the text stays as it is")
  func nothingNew() throws {
    let imported = TimelineDocument(entries: [Entry(id: "first", date: try EntryDate(edtf: "2024-01-01"))])
    #expect(TimelineMerge.merge(imported, intoText: existing).text == existing)
  }
}
