import Testing

@testable import Content

/// What a file holds after generating again: every way to touch a draft against every way its source can change.
@Suite struct MergeMatrixTests {
  enum Touch: String, CaseIterable {
    case untouched, editedElsewhere, editedSamePlace, reordered, sectionDeleted, noteAdded, approved, sent
  }

  enum Change: String, CaseIterable {
    case sameInput, entryCorrected, entryAdded, templateChanged
  }

  struct Expected {
    var action: DraftChange.Action
    /// The text of the file afterwards.
    var text: String
    var status = Draft.Status.draft
    var isConflict: Bool { action == .conflict }
  }

  static let first = """
    Two stories this week.

    ## News

    ### Alpha

    Alpha ran 3:50.

    ### Beta

    Beta ran 3:55.

    ## On this day

    A mile in 1954.

    ## Coming up

    The final on Saturday.

    """

  static func text(after change: Change) -> String {
    switch change {
    case .sameInput: first
    case .entryCorrected: first.replacing("Alpha ran 3:50.", with: "Alpha ran 3:50.12.")
    case .entryAdded:
      first.replacing("Two stories", with: "Three stories")
        .replacing("Beta ran 3:55.", with: "Beta ran 3:55.\n\n### Gamma\n\nGamma ran 3:59.")
    case .templateChanged: first.replacing("## News", with: "## News of the week")
    }
  }

  static func touched(_ text: String, _ touch: Touch) -> String {
    switch touch {
    case .untouched, .approved, .sent: text
    case .editedElsewhere: text.replacing("A mile in 1954.", with: "A mile in 1954, on cinders.")
    case .editedSamePlace:
      text.replacing("Alpha ran 3:50.", with: "Alpha flew round in 3:50.")
        .replacing("## News\n", with: "## The news\n")
        .replacing("Two stories", with: "Two fine stories")
    case .reordered:
      text.replacing("### Alpha\n\nAlpha ran 3:50.\n\n### Beta\n\nBeta ran 3:55.\n", with: "@")
        .replacing("@", with: "### Beta\n\nBeta ran 3:55.\n\n### Alpha\n\nAlpha ran 3:50.\n")
    case .sectionDeleted: text.replacing("## On this day\n\nA mile in 1954.\n\n", with: "")
    case .noteAdded: text.replacing("## Coming up\n", with: "<!-- ask the club -->\n\n## Coming up\n")
    }
  }

  /// The table: what happens, cell by cell.
  static func expected(_ touch: Touch, _ change: Change) -> Expected {
    let new = text(after: change)
    let mine = touched(first, touch)
    switch (touch, change) {
    case (.untouched, .sameInput): return Expected(action: .unchanged, text: first)
    case (.untouched, _): return Expected(action: .replaced, text: new)

    // Nothing new comes, so that what the person wrote stays as it is.
    case (.editedElsewhere, .sameInput), (.editedSamePlace, .sameInput), (.reordered, .sameInput),
      (.sectionDeleted, .sameInput), (.noteAdded, .sameInput):
      return Expected(action: .kept, text: mine)

    // Both changes stand in the file.
    case (.editedElsewhere, _), (.sectionDeleted, _), (.noteAdded, _):
      return Expected(action: .merged, text: touched(new, touch))

    // The same lines changed on both sides: the person's text stays, the new one lies beside it.
    case (.editedSamePlace, _): return Expected(action: .conflict, text: mine)

    // The person's order stays, and what is new stands in it; a new entry behind the one it follows.
    case (.reordered, .entryCorrected):
      return Expected(action: .merged, text: mine.replacing("Alpha ran 3:50.", with: "Alpha ran 3:50.12."))
    case (.reordered, .entryAdded):
      let added = mine.replacing("Beta ran 3:55.", with: "Beta ran 3:55.\n\n### Gamma\n\nGamma ran 3:59.")
      return Expected(action: .merged, text: added.replacing("Two stories", with: "Three stories"))
    case (.reordered, .templateChanged):
      return Expected(action: .merged, text: mine.replacing("## News\n", with: "## News of the week\n"))

    // An approval holds for the text that was approved and for no other.
    case (.approved, .sameInput): return Expected(action: .unchanged, text: first, status: .approved)
    case (.approved, _): return Expected(action: .replaced, text: new, status: .draft)

    case (.sent, _): return Expected(action: .kept, text: first, status: .sent)
    }
  }

  @Test("sections that were moved among some with the same heading are merged all the same")
  func sameHeadings() {
    let first = "### Monday\n\nOne.\n\n### Monday\n\nTwo.\n\n### Tuesday\n\nThree.\n\n### Friday\n\nFour.\n"
    let mine = "### Friday\n\nFour.\n\n### Monday\n\nOne.\n\n### Monday\n\nTwo.\n\n### Tuesday\n\nThree.\n"
    let new = first.replacing("Four.", with: "Four and more.").replacing("Two.", with: "Two and more.")
    let expected = mine.replacing("Four.", with: "Four and more.").replacing("Two.", with: "Two and more.")
    #expect(SectionMerge.merge(base: first, ours: mine, theirs: new) == expected)
    // The two were swapped, and one of them has changed: nobody can tell which.
    let swapped = "### Monday\n\nTwo.\n\n### Monday\n\nOne.\n\n### Tuesday\n\nThree.\n\n### Friday\n\nFour.\n"
    #expect(SectionMerge.merge(base: first, ours: swapped, theirs: new) == nil)
  }

  @Test("what the file holds afterwards", arguments: Touch.allCases, Change.allCases)
  func cell(touch: Touch, change: Change) throws {
    let files = PublicationFiles.inMemory()
    let writer = DraftWriter(files: files, texts: MemoryGeneratedTexts())
    let generated = try writer.write(DraftSample.issue(Self.first)).draft
    var edited = generated
    edited.text = Draft.canonical(Self.touched(generated.text, touch))
    if touch == .approved { edited.approve() }
    if touch == .sent { edited.status = .sent }
    try files.writeAtomically(edited.file, edited.path)

    let expected = Self.expected(touch, change)
    let outcome = try writer.write(DraftSample.issue(Self.text(after: change)))
    let after = try #require(try DraftFolder(files: files).read(edited.path))
    #expect(outcome.action == expected.action)
    #expect(after.text == expected.text)
    #expect(after.status == expected.status)
    #expect(after.isApproved == (expected.status == .approved))
    #expect(try (files.read(edited.besidePath) != nil) == expected.isConflict)
  }
}
