import Foundation
import TestSupport
import Testing

/// What is said of a draft that should not go out as it is.
@Suite("Doubts about drafts", .timeLimit(.minutes(10)))
struct DraftDoubtTests {
  private static let path = "Drafts/2024-09-05/x/begins.md"

  /// A publication with one post for X, edited to a text.
  private func publication(_ text: String, in folder: URL, more: String = "") async throws {
    _ = try Publication(
      in: folder, webhooks: "desk:\n  url: http://127.0.0.1:9/\n  network: loopback", more: "channels: {x: {}}\n" + more
    )
    try "# Ours\n\n## 2024-09-05 — It begins {#begins}\n\n> I want the gold.\n> — Ann Marsh\n".write(
      to: folder.appending(path: "Timelines/ours.md"), atomically: true, encoding: .utf8)
    let draft = try await CommandRun("draft", "posts", "--date", "2024-09-09", in: folder)
    #expect(draft.status == 0, "\(draft.messages)")
    let file = folder.appending(path: Self.path)
    let head = try String(contentsOf: file, encoding: .utf8).split(separator: "---\n", maxSplits: 1)[0]
    try "---\n\(head)---\n\(text)\n".write(to: file, atomically: true, encoding: .utf8)
  }

  private static let long = String(repeating: "a", count: 290)
  private static let complaint = "X takes 280 weighted characters, and this post has 290, 10 too many."

  @Test func aPostThatIsTooLongIsAnErrorAndNotApproved() async throws {
    try await withTemporaryFolder { folder in
      try await publication(Self.long, in: folder)
      let check = try await CommandRun("check", "--json", in: folder)
      #expect(check.status == 1)
      let found = try check.json(as: [Rows.Finding].self).filter { $0.rule == "post-too-long" }
      #expect(found.map(\.file) == [Self.path] && found.map(\.severity) == ["error"])
      let approve = try await CommandRun("approve", Self.path, in: folder)
      #expect(approve.status == 1)
      #expect(approve.messages.contains("\(Self.path):\(found.first?.line ?? 0):1: error: \(Self.complaint)"))
      #expect(approve.messages.contains("so the draft is not approved"), "\(approve.messages)")
      #expect(!approve.output.contains("approved"))
      let status = try await CommandRun("status", "--json", in: folder).json(as: Rows.Status.self)
      #expect(status.drafts.map(\.status) == ["draft"])
    }
  }

  @Test(arguments: [
    ("", "[draft-empty]"), ("<!-- a note -->", "[draft-empty]"),
    ("It begins.\n\n<!-- todo: ask\n\nMore.", "[block-unclosed]"),
  ])
  func aDraftThatShowsNothingOrHidesHalfIsNotApproved(text: String, rule: String) async throws {
    try await withTemporaryFolder { folder in
      try await publication(text, in: folder)
      #expect(try await CommandRun("check", in: folder).status == 1)
      let approve = try await CommandRun("approve", Self.path, in: folder)
      #expect(approve.status == 1 && approve.messages.contains(rule), "\(approve.messages)")
    }
  }

  @Test func anIssueWithoutASubjectIsNotApproved() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await CommandRun("draft", "newsletter", "--date", "2024-09-09", in: folder)
      let file = folder.appending(path: "Drafts/2024-W37/newsletter.md")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      try lines.map { $0.hasPrefix("subject:") ? "subject:" : $0 }.joined(separator: "\n")
        .write(to: file, atomically: true, encoding: .utf8)
      let approve = try await CommandRun("approve", "2024-W37-newsletter", in: folder)
      #expect(approve.status == 1 && approve.messages.contains("The subject is empty"), "\(approve.messages)")
    }
  }

  @Test func aDraftIsCountedByItsParts() async throws {
    try await withTemporaryFolder { folder in
      try await publication("One.\n\n---\n\nThree. <!-- five -->", in: folder)
      let run = try await CommandRun("count", "--channel", "x", Self.path, in: folder)
      #expect(run.output == "part 1: 4 of 280 on X; it fits\npart 2: 6 of 280 on X; it fits\n", "\(run.output)")
    }
  }

  @Test func aTemplateThatNothingIsMadeWithIsNamed() async throws {
    try await withTemporaryFolder { folder in
      try await publication("It begins.", in: folder)
      for name in ["newsleter", "posts/twitter/entry", "posts/x/quote", "nb/subject", "mine"] {
        let file = folder.appending(path: "Templates/\(name).mustache")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try (name == "posts/x/quote" ? "{{>mine}}" : "A").write(to: file, atomically: true, encoding: .utf8)
      }
      let found = try await CommandRun("check", "--json", in: folder).json(as: [Rows.Finding].self)
        .filter { $0.rule == "template" }
      #expect(
        found.map(\.file) == ["Templates/newsleter.mustache", "Templates/posts/twitter/entry.mustache"], "\(found)")
    }
  }

  @Test(arguments: ["warning", "note", "off"])
  func theSettingsMayMakeLessOfIt(severity: String) async throws {
    try await withTemporaryFolder { folder in
      try await publication(Self.long, in: folder, more: "check: {post-too-long: \(severity)}\n")
      #expect(try await CommandRun("check", in: folder).status == 0)
      let approve = try await CommandRun("approve", Self.path, in: folder)
      #expect(approve.status == 0 && approve.output.contains("approved"))
      #expect(approve.messages.contains(Self.complaint) == (severity != "off"), "\(approve.messages)")
      let send = try await CommandRun("send", "--enqueue", in: folder)
      #expect(send.status == 0, "\(send.messages)")
      #expect(send.messages.contains(Self.complaint) == (severity != "off"), "\(send.messages)")
    }
  }

  @Test func theRestIsApprovedAllTheSame() async throws {
    try await withTemporaryFolder { folder in
      try await publication(Self.long, in: folder)
      let issue = try await CommandRun("draft", "newsletter", "--date", "2024-09-09", in: folder)
      #expect(issue.status == 0)
      let run = try await CommandRun("approve", Self.path, "2024-W37-newsletter", in: folder)
      #expect(run.status == 1)
      #expect(run.output == "approved  Drafts/2024-W37/newsletter.md\n")
    }
  }

  @Test func aQuoteOfOtherWordsIsSaid() async throws {
    try await withTemporaryFolder { folder in
      try await publication("“I want the silver.”\n— Ann Marsh", in: folder)
      let approve = try await CommandRun("approve", Self.path, in: folder)
      #expect(approve.status == 0)
      #expect(approve.messages.contains("[quote-drift]"), "\(approve.messages)")
      let send = try await CommandRun("send", "--enqueue", in: folder)
      #expect(send.status == 0 && send.messages.contains("[quote-drift]"), "\(send.messages)")
    }
  }

  @Test func aTextThatLiesBesideIsSaid() async throws {
    try await withTemporaryFolder { folder in
      try await publication("A text.", in: folder)
      let beside = Self.path.replacing(".md", with: ".new.md")
      try "another".write(to: folder.appending(path: beside), atomically: true, encoding: .utf8)
      let status = try await CommandRun("status", in: folder)
      #expect(status.output.contains(beside), "\(status.output)")
      #expect(try await CommandRun("status", "--json", in: folder).output.contains("\"beside\""))
      let approve = try await CommandRun("approve", Self.path, in: folder)
      let send = try await CommandRun("send", "--enqueue", in: folder)
      for run in [approve, send] {
        #expect(run.status == 0)
        #expect(run.messages.contains("a newer text lies beside it, in \(beside)"), "\(run.messages)")
      }
    }
  }

  @Test func foldersOfDraftsAreChecked() async throws {
    try await withTemporaryFolder { folder in
      try await publication(Self.long, in: folder)
      for path in ["Drafts", "Drafts/2024-09-05", Self.path, "."] {
        let check = try await CommandRun("check", path, "--json", in: folder)
        #expect(check.status == 1, "\(check.messages)")
        #expect(try check.json(as: [Rows.Finding].self).contains { $0.rule == "post-too-long" }, "\(path)")
      }
      #expect(try await CommandRun("check", "Templates", in: folder).status != 1)
    }
  }
}
