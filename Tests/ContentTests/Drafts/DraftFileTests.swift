import Testing
import Timeline

@testable import Content

@Suite struct DraftFileTests {
  @Test("a draft reads back as it was written")
  func roundTrip() throws {
    var draft = DraftSample.issue("# Über\n\ntext\n", subject: "\"Quoted\": yes, #1 — no", preheader: "true")
    draft.entries = ["a", "b, c", "[d]", "2024-09-05-e", "12", "é"]
    draft.approve()
    draft.unknown = ["owner: desk", "list:", "  - one", "# a remark"]
    #expect(try Draft(reading: draft.file, file: "f.md") == draft)
  }

  @Test("the hash is that of everything below the front matter")
  func hash() throws {
    let draft = DraftSample.issue("One.\n")
    let below = try #require(draft.file.firstRange(of: "\n---\n").map { draft.file[$0.upperBound...] })
    #expect(draft.generated == TextHash(of: String(below)))
    // The digest of "One.\n", by sha256sum.
    #expect(
      draft.generated?.description
        == "sha256:77cff70ea8937d628a3741880862dfc662d1d1c57d6bdcb4a50b7d4e62b4a61e")
  }

  static let edits: [@Sendable (String) -> String] = [
    { $0.replacing("\n", with: "\r\n") }, { "\u{FEFF}" + $0 }, { $0 + "\n\n" },
    { $0.replacing("One.", with: "One.  \t") }, { $0.replacing("---\nOne", with: "---\n\n\nOne") },
    { String($0.dropLast()) },
  ]

  @Test("what editors do to a file changes nothing", arguments: edits)
  func tolerance(edit: @Sendable (String) -> String) throws {
    let draft = DraftSample.issue("One.\n\nTwo.\n")
    let read = try Draft(reading: edit(draft.file), file: "f.md")
    #expect(read == draft)
    #expect(!read.isEdited)
  }

  @Test(
    "errors name the line",
    arguments: [
      ("text", 1, "front matter"), ("---\nid: a\nkind: poem\n---\n", 3, "newsletter, post"),
      ("---\nid: a\nkind: newsletter\nstatus: sentt\n---\n", 4, "draft, approved, scheduled, sent, failed"),
      ("---\nid: a\nkind: post\nstatus: draft\n---\n", 2, "channel"),
      ("---\nid: a\nkind: newsletter\nstatus: draft\nperiod: 2024-09-31\n---\n", 5, "2024-09-09/2024-09-15"),
      ("---\nid: a\nkind: newsletter\nstatus: draft\nperiod: 2024-09-30\ngenerated: abc\n---\n", 6, "64"),
      ("---\nid: a\nid: b\n---\n", 3, "twice"),
      (
        "---\nid: a\nkind: newsletter\nstatus: draft\nperiod: 2024-09-30\nsubject: The #1 spot\n---\n", 6,
        "subject has a # in it"
      ),
      ("---\nid: a\nsubject: \"Beta\" wins\n---\n", 3, "around the whole"),
      ("---\nid: a\nsubject: [Club] Beta wins\n---\n", 3, "around the whole"),
      ("---\nid: a\nsubject: 'Beta' & more\n---\n", 3, "around the whole"),
    ])
  func errors(text: String, line: Int, hint: String) throws {
    let error = try #require(throws: DraftError.self) { try Draft(reading: text, file: "f.md") }
    #expect(error.position.line == line, "\(error)")
    #expect(error.problem.contains(hint), "\(error)")
  }

  @Test("a comment behind a value is kept, on a line of its own, and a # in quotation marks is none")
  func comments() throws {
    var file = DraftSample.issue("One.\n").file
    file = file.replacing("status: draft", with: "status: draft  # wait for Jo")
    file = file.replacing("subject: Alpha wins", with: "subject: \"The #1 \\\" # spot\" # mine")
    let draft = try Draft(reading: file, file: "f.md")
    #expect(draft.subject == "The #1 \" # spot")
    #expect(draft.file.contains("\n# wait for Jo\n") && draft.file.contains("\n# mine\n"))
    #expect(try Draft(reading: draft.file, file: "f.md") == draft)
  }

  @Test("no id leaves its folder", arguments: ["../../etc/passwd", "/x", "..", ".hidden", "a/b", "a\\b"])
  func path(id: String) {
    let day = Sample.day("2024-09-09")
    let draft = Draft(
      id: "2024-09-09-x-\(id)", kind: .post, channel: "x", period: Draft.Period(first: day, last: day), entries: [],
      text: "t")
    #expect(draft.path.hasPrefix("Drafts/2024-09-09/x/"))
    #expect(draft.path.split(separator: "/").count == 4)
    #expect(!draft.path.contains("/."))
  }
}
