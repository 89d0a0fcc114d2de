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
    let (text, added) = TimelineMerge.merge(imported, intoText: existing)
    #expect(added.map(\.id) == ["second", "fourth"])
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

  @Test("With nothing new the text stays as it is")
  func nothingNew() throws {
    let imported = TimelineDocument(entries: [Entry(id: "first", date: try EntryDate(edtf: "2024-01-01"))])
    #expect(TimelineMerge.merge(imported, intoText: existing).text == existing)
  }
}
