import Foundation
import TestSupport
import Testing

/// From approval to what was sent, by the commands.
@Suite struct ApprovalTests {
  static let issue = "Drafts/2024-W37/newsletter.md"
  static let post = "Drafts/2024-09-05/x/nuguse-wins-zurich.md"

  static func publication(in folder: URL) async throws -> RunningInbox {
    try SamplePublication.copy(to: folder)
    let inbox = try await RunningInbox(in: folder)
    try SamplePublication.pointWebhook(of: folder, toPort: inbox.port)
    _ = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
    return inbox
  }

  @Test("an approval is one draft's own, and unapprove takes it back")
  func unapprove() async throws {
    try await withTemporaryFolder { folder in
      let inbox = try await Self.publication(in: folder)
      let draft = try MergeCommandTests.text(Self.issue, in: folder)
      _ = try await CommandRun("approve", Self.issue, Self.post, in: folder)
      let dry = try await CommandRun("unapprove", Self.issue, "--dry-run", in: folder)
      #expect(dry.output == "draft  \(Self.issue)\n")
      #expect(try MergeCommandTests.text(Self.issue, in: folder).contains("status: approved"))
      let run = try await CommandRun("unapprove", Self.issue, "--json", in: folder)
      #expect(try run.json(as: Rows.Drafts.self).drafts.map(\.status) == ["draft"])
      #expect(try MergeCommandTests.text(Self.issue, in: folder) == draft)

      let sent = try await CommandRun("send", in: folder, environment: SamplePublication.environment)
      #expect(sent.status == 0, "\(sent.messages)")
      #expect(try inbox.received().compactMap(\.draft) == ["2024-09-05-x-nuguse-wins-zurich"])
    }
  }

  @Test("what was sent is not written again, not changed by approvals, and looked at only when it is named")
  func sent() async throws {
    try await withTemporaryFolder { folder in
      let inbox = try await Self.publication(in: folder)
      _ = try await CommandRun("approve", Self.issue, Self.post, in: folder)
      let run = try await CommandRun("send", in: folder, environment: SamplePublication.environment)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try inbox.received().count == 2)
      let timeline = folder.appending(path: "Timelines/two-milers.md")
      try DryRunTests.replace("> His dress sense.", "> His sense of dress.", in: timeline)
      try DryRunTests.replace("Nuguse runs down", "Nuguse hunts down", in: timeline)
      let drafts = try DryRunTests.contents(of: folder.appending(path: "Drafts"))
      let sentOnes = drafts.filter { $0.key.hasPrefix("2024-W37") || "Drafts/\($0.key)" == Self.post }
      #expect(sentOnes.count == 5, "the issue with its renderings, and the post")
      _ = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      let after = try DryRunTests.contents(of: folder.appending(path: "Drafts"))
      for (path, data) in sentOnes { #expect(after[path] == data, "\(path)") }

      let refused = try await CommandRun("unapprove", Self.issue, in: folder)
      #expect(refused.status == 65 && refused.messages.contains("was sent"), "\(refused.messages)")
      #expect(try await CommandRun("approve", Self.issue, in: folder).output == "sent  \(Self.issue)\n")
      #expect(try DryRunTests.contents(of: folder.appending(path: "Drafts")) == after)
      try DryRunTests.replace("Thank you", "Many thanks", in: folder.appending(path: Self.issue))
      #expect(try await CommandRun("status", in: folder).output.contains("newsletter.md  (edited since it was sent)"))
      let send = ["send", Self.issue]
      let edited = try await CommandRun(arguments: send, in: folder, environment: SamplePublication.environment)
      #expect(edited.status == 65 && edited.messages.contains("into the feed and the archive"), "\(edited.messages)")
      #expect(try await CommandRun("approve", Self.issue, in: folder).output == "sent  \(Self.issue)\n")
      let again = try await CommandRun(arguments: send, in: folder, environment: SamplePublication.environment)
      #expect(again.status == 65 && again.messages.contains("`--to WEBHOOK` sends it once more"), "\(again.messages)")
      #expect(try await CommandRun("export", "feed", in: folder).status == 0, "an approved edit is in the feed")
      #expect(try inbox.received().count == 2)
      let asked = try await CommandRun(
        arguments: send + ["--to", "desk"], in: folder, environment: SamplePublication.environment)
      #expect(asked.status == 0, "\(asked.messages)")
      #expect(try inbox.received().count == 3)
      let all = try await CommandRun("check", "--json", in: folder).json(as: [Rows.Finding].self)
      #expect(!all.contains { $0.file == Self.issue })
      let named = try await CommandRun("check", Self.issue, "--json", in: folder).json(as: [Rows.Finding].self)
      #expect(named.map(\.rule).contains("quote-drift"))
    }
  }
}
