import Foundation
import TestSupport
import Testing

/// The main job as a user does it: real processes on a copy of the sample publication.
@Suite("The main job")
struct MainJobTests {
  @Test("A week's newsletter and posts are drafted; drafted again, nothing changes")
  func draft() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let first = try await CommandRun("draft", "--date", "2024-09-09", "--json", in: folder)
      #expect(first.status == 0, "\(first.messages)")
      let drafts = try first.json(as: Rows.Drafts.self).drafts
      #expect(drafts.allSatisfy { $0.action == "created" && $0.status == "draft" })
      let issue = try #require(drafts.first { $0.kind == "newsletter" })
      #expect(issue.id == "2024-W37-newsletter")
      #expect(issue.file == "Drafts/2024-W37/newsletter.md")
      for name in ["md", "html", "txt", "eml"] {
        #expect(
          FileManager.default.fileExists(atPath: folder.appending(path: "Drafts/2024-W37/newsletter.\(name)").path))
      }
      let text = try String(contentsOf: folder.appending(path: issue.file), encoding: .utf8)
      for id in ["grand-slam-track-signings", "nuguse-wins-zurich", "fifth-avenue-mile"] { #expect(text.contains(id)) }
      #expect(text.contains("period: 2024-09-09/2024-09-15"))
      #expect(drafts.contains { $0.file == "Drafts/2024-09-05/x/nuguse-wins-zurich.md" })

      let before = try contents(of: folder)
      let second = try await CommandRun("draft", "--date", "2024-09-09", "--json", in: folder)
      #expect(try second.json(as: Rows.Drafts.self).drafts.allSatisfy { $0.action == "unchanged" })
      #expect(try contents(of: folder) == before)
    }
  }

  @Test("A dry run says what it would do and writes nothing")
  func dryRun() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let before = try contents(of: folder)
      let run = try await CommandRun("draft", "--date", "2024-09-09", "--dry-run", "--json", in: folder)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try run.json(as: Rows.Drafts.self).drafts.allSatisfy { $0.action == "created" })
      #expect(try contents(of: folder) == before)
    }
  }

  @Test("Bannister's mile is remembered on every channel, within its limit")
  func posts() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let run = try await CommandRun("draft", "posts", "--date", "2025-05-06", "--json", in: folder)
      let drafts = try run.json(as: Rows.Drafts.self).drafts
      #expect(drafts.map(\.channel).sorted() == ["bluesky", "mastodon", "x"])
      for draft in drafts {
        #expect(draft.kind == "post")
        let text = try String(contentsOf: folder.appending(path: draft.file), encoding: .utf8)
        let body = try #require(text.components(separatedBy: "\n---\n").last)
        #expect(body.contains("71 years ago"), "\(draft.file)")
        #expect(body.contains("Bannister"))
        let count = try await CommandRun("count", "--channel", draft.channel, "--json", in: folder, input: body)
        #expect(try count.json(as: Rows.Count.self).fits)
      }
    }
  }

  @Test("Approved drafts are delivered, signed, once")
  func send() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let inbox = try await RunningInbox(in: folder)
      try SamplePublication.pointWebhook(of: folder, toPort: inbox.port)
      try await approveOneWeek(in: folder)
      let run = try await CommandRun("send", "--json", in: folder, environment: SamplePublication.environment)
      #expect(run.status == 0, "\(run.messages)")
      let deliveries = try run.json(as: Rows.Deliveries.self).deliveries
      #expect(deliveries.count == 2)
      #expect(deliveries.allSatisfy { $0.state == "delivered" && $0.attempts == 1 && $0.lastStatus == 200 })
      let received = try inbox.received()
      #expect(received.count == 2)
      #expect(received.allSatisfy { $0.verified })
      #expect(Set(received.compactMap(\.id)) == Set(deliveries.map(\.id)))

      let again = try await CommandRun("send", "--json", in: folder, environment: SamplePublication.environment)
      #expect(again.status == 0, "\(again.messages)")
      let named = try await CommandRun(
        "send", "2024-W37-newsletter", in: folder, environment: SamplePublication.environment)
      #expect(named.messages.contains("delivered before"))
      #expect(try inbox.received().count == 2, "the same draft sent twice is one delivery")
      let status = try await CommandRun("status", "--json", in: folder).json(as: Rows.Status.self)
      #expect(status.drafts.filter { $0.status == "sent" }.count == 2)
    }
  }

  @Test("With the receiver away the rows stay pending, and the next send delivers them")
  func receiverAway() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let port = try ReservedPort()
      try SamplePublication.pointWebhook(of: folder, toPort: port.number)
      try await approveOneWeek(in: folder)
      let run = try await CommandRun("send", "--json", in: folder, environment: SamplePublication.environment)
      #expect(run.status == 75, "\(run.messages)")
      let rows = try run.json(as: Rows.Deliveries.self).deliveries
      #expect(rows.count == 2)
      #expect(rows.allSatisfy { $0.state == "pending" && $0.nextAttempt != nil && $0.lastError != nil })
      #expect(run.messages.contains("desk"))

      let inbox = try await RunningInbox(in: folder)
      try SamplePublication.pointWebhook(of: folder, from: port.number, toPort: inbox.port)
      for row in rows {
        let retry = try await CommandRun("deliveries", "retry", row.id, in: folder)
        #expect(retry.status == 0, "\(retry.messages)")
      }
      let second = try await CommandRun("send", "--json", in: folder, environment: SamplePublication.environment)
      #expect(second.status == 0, "\(second.messages)")
      #expect(Set(try inbox.received().compactMap(\.id)) == Set(rows.map(\.id)))
    }
  }

  @Test("Killed between acceptance and delivery, the next send delivers what was accepted")
  func killed() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let dawdler = try await RunningInbox(in: folder, arguments: ["--delay", "60"])
      try SamplePublication.pointWebhook(of: folder, toPort: dawdler.port)
      try await approveOneWeek(in: folder)
      let process = CommandRun.process(["send"], in: folder, environment: SamplePublication.environment)
      try process.run()
      var accepted: [Rows.Deliveries.Delivery] = []
      for _ in 0..<200 where !accepted.contains(where: { $0.state == "sending" }) {
        try await Task.sleep(for: .milliseconds(50))
        let list = try await CommandRun("deliveries", "--json", in: folder)
        accepted = (try? list.json(as: Rows.Deliveries.self).deliveries) ?? []
      }
      #expect(accepted.count == 2, "both are accepted, and one at least is on its way")
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()

      let inbox = try await RunningInbox(in: folder)
      try SamplePublication.pointWebhook(of: folder, from: dawdler.port, toPort: inbox.port)
      let run = try await CommandRun("send", "--json", in: folder, environment: SamplePublication.environment)
      #expect(run.status == 0, "\(run.messages)")
      #expect(Set(try inbox.received().compactMap(\.id)) == Set(accepted.map(\.id)))
      #expect(try inbox.received().allSatisfy { $0.verified })
    }
  }

  @Test("Without the state folder, no draft is lost and an edited one is left alone")
  func stateDeleted() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      let file = folder.appending(path: "Drafts/2024-W37/newsletter.md")
      let edited = try String(contentsOf: file, encoding: .utf8) + "\nA line by hand.\n"
      try edited.write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(at: folder.appending(path: ".daybook"))
      let run = try await CommandRun("draft", "--date", "2024-09-09", "--json", in: folder)
      let issue = try #require(try run.json(as: Rows.Drafts.self).drafts.first { $0.kind == "newsletter" })
      #expect(issue.action == "kept")
      #expect(try String(contentsOf: file, encoding: .utf8).contains("A line by hand."))
    }
  }

  /// Drafts the sample's week and approves its newsletter and one post.
  private func approveOneWeek(in folder: URL) async throws {
    let draft = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
    #expect(draft.status == 0, "\(draft.messages)")
    let approve = try await CommandRun(
      "approve", "2024-W37-newsletter", "Drafts/2024-09-05/x/nuguse-wins-zurich.md", in: folder)
    #expect(approve.status == 0, "\(approve.messages)")
  }

  /// Every file below a folder but the database, with its bytes.
  private func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where !path.hasPrefix(".daybook") {
      contents[path] = try? Data(contentsOf: folder.appending(path: path))
    }
    return contents
  }
}
