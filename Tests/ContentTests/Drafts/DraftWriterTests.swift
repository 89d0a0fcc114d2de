import Testing

@testable import Content

@Suite struct DraftWriterTests {
  let files = PublicationFiles.inMemory()
  let texts = MemoryGeneratedTexts()

  var writer: DraftWriter { DraftWriter(files: files, texts: texts) }

  func edit(_ change: (inout Draft) -> Void) throws {
    var draft = try #require(try DraftFolder(files: files).read(DraftSample.issue("").path))
    change(&draft)
    draft.text = Draft.canonical(draft.text)
    try files.writeAtomically(draft.file, draft.path)
  }

  @Test("a plan alone changes nothing")
  func dryRun() throws {
    let change = try writer.plan(DraftSample.issue("One.\n"))
    #expect(change.action == .created)
    #expect(try files.list("Drafts").isEmpty)
    #expect(texts.text(ofDraft: "2024-W37-newsletter") == nil)
  }

  @Test("an edited subject stays, whether the text changes or not")
  func subject() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit { $0.subject = "Mine" }
    #expect(try writer.write(DraftSample.issue("One.\n")).action == .kept)
    let change = try writer.write(DraftSample.issue("One.\n\nTwo.\n"))
    #expect(change.action == .merged)
    #expect(change.draft.subject == "Mine")
    #expect(change.draft.text == "One.\n\nTwo.\n")
  }

  @Test("an approval does not cover another subject")
  func approvalOfSubject() throws {
    var draft = DraftSample.issue("One.\n")
    draft.approve()
    #expect(draft.isApproved)
    draft.subject = "Another"
    #expect(!draft.isApproved)
  }

  @Test("what failed may have arrived at another webhook: it stays, until a person edits it or takes the approval back")
  func failed() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit {
      $0.approve()
      $0.status = .failed
    }
    let sent = try files.read(DraftSample.issue("").path)
    #expect(try writer.write(DraftSample.issue("Two.\n")).action == .kept)
    #expect(try files.read(DraftSample.issue("").path) == sent)
    try edit { $0.approve() }
    #expect(try files.read(DraftSample.issue("").path) == sent, "the same text approved again is still what failed")
    try edit { $0.unapprove() }
    let change = try writer.write(DraftSample.issue("Two.\n"))
    #expect(change.action == .replaced && change.draft.status == .draft)
    try edit {
      $0.approve()
      $0.status = .failed
      $0.text = "Two, mended.\n"
      $0.approve()
    }
    #expect(try DraftFolder(files: files).read(change.draft.path)?.status == .approved)
  }

  @Test("a merge takes an approval away and says so")
  func approvalOfMerge() throws {
    _ = try writer.write(DraftSample.issue("One.\n\nTwo.\n\nThree.\n"))
    try edit {
      $0.text = "One, mine.\n\nTwo.\n\nThree.\n"
      $0.approve()
    }
    let change = try writer.write(DraftSample.issue("One.\n\nTwo.\n\nThree, new.\n"))
    #expect(change.action == .merged)
    #expect(change.voidedApproval)
    #expect(change.draft.status == .draft && change.draft.approved == nil)
    #expect(change.draft.text == "One, mine.\n\nTwo.\n\nThree, new.\n")
  }

  @Test("with the records lost, an edited draft stays while the source says what it said")
  func lostRecordsSameInput() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit { $0.text = "Mine.\n" }
    let fresh = DraftWriter(files: files, texts: MemoryGeneratedTexts())
    let change = try fresh.write(DraftSample.issue("One.\n"))
    #expect(change.action == .kept)
    #expect(try DraftFolder(files: files).read(change.draft.path)?.text == "Mine.\n")
  }

  @Test("with the records lost, an edited draft conflicts with another text and stays")
  func lostRecordsNewInput() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit { $0.text = "Mine.\n" }
    let fresh = DraftWriter(files: files, texts: MemoryGeneratedTexts())
    let change = try fresh.write(DraftSample.issue("Two.\n"))
    #expect(change.action == .conflict)
    #expect(try DraftFolder(files: files).read(change.draft.path)?.text == "Mine.\n")
    #expect(try files.read(change.draft.besidePath)?.hasSuffix("Two.\n") == true)
  }

  @Test("with the records lost, an untouched draft is still replaced")
  func lostRecordsUntouched() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    let fresh = DraftWriter(files: files, texts: MemoryGeneratedTexts())
    #expect(try fresh.write(DraftSample.issue("Two.\n")).action == .replaced)
  }

  @Test("a conflict stays one until the file beside is removed; then the draft counts as up to date")
  func settling() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit { $0.text = "Mine.\n" }
    let new = DraftSample.issue("Two.\n")
    #expect(try writer.write(new).action == .conflict)
    #expect(try writer.write(new).action == .conflict)
    try files.remove(new.besidePath)
    #expect(try writer.write(new).action == .kept)
    #expect(try files.read(new.besidePath) == nil)
    // From here on changes are merged with what was settled.
    let next = try writer.write(DraftSample.issue("Two.\n"))
    #expect(next.action == .kept)
    #expect(next.draft.text == "Mine.\n")
  }

  @Test("taking the new text over by hand settles a conflict and removes the file beside")
  func takingOver() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit { $0.text = "Mine.\n" }
    let new = DraftSample.issue("Two.\n")
    #expect(try writer.write(new).action == .conflict)
    try edit { $0.text = "Two.\n" }
    _ = try writer.write(new)
    #expect(try files.read(new.besidePath) == nil)
    #expect(try writer.write(new).action == .unchanged)
  }

  @Test("a scheduled draft is not rewritten")
  func scheduled() throws {
    _ = try writer.write(DraftSample.issue("One.\n"))
    try edit { $0.status = .scheduled }
    #expect(try writer.write(DraftSample.issue("Two.\n")).action == .kept)
  }

  @Test("a file that is no draft is an error with its place, and stays")
  func notADraft() throws {
    let path = DraftSample.issue("").path
    try files.writeAtomically("just a note\n", path)
    #expect(throws: DraftError.self) { try writer.write(DraftSample.issue("One.\n")) }
    #expect(try files.read(path) == "just a note\n")
  }
}
