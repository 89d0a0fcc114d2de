import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// What a person can still do about a draft that was accepted or sent, by the commands.
@Suite("Second thoughts", .timeLimit(.minutes(10)))
struct SecondThoughtsTests {
  private func edit(_ folder: URL, _ path: String, _ change: (String) -> String) throws {
    let file = folder.appending(path: path)
    try change(String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
  }

  private func run(_ folder: URL, _ arguments: String...) async throws -> CommandRun {
    try await CommandRun(arguments: arguments, in: folder)
  }

  @Test("What waits can be stopped, corrected and sent as one message")
  func cancelled() async throws {
    try await withTemporaryFolder { folder in
      let down = try ReservedPort()
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("desk", port: down.number))
      let id = try await publication.post("one")
      #expect(try await run(folder, "send").status == 75)
      let refused = try await run(folder, "unapprove", id)
      #expect(refused.status == 65 && refused.messages.contains("daybook deliveries cancel"), "\(refused.messages)")
      let delivery = try #require(try await publication.deliveries().first).id
      #expect(try await run(folder, "deliveries", "cancel", delivery).status == 0)
      #expect(try await publication.status(of: id) == "draft", "nobody has approved it any more")
      #expect(try await run(folder, "send").output.contains("Nothing to send"))

      let server = try LoopbackServer { _ in .answer(200) }
      try publication.write(webhooks: SendTests.webhook("desk", port: server.port))
      _ = try await run(folder, "approve", id)
      let sent = try await run(folder, "send")
      #expect(sent.status == 0, "\(sent.messages)")
      #expect(server.requests.count == 1)
      #expect(try await publication.status(of: id) == "sent")
      server.stop()
    }
  }

  @Test("An edit while the text is on its way is told apart from what went out")
  func editedOnTheWay() async throws {
    try await withTemporaryFolder { folder in
      let down = try ReservedPort()
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("desk", port: down.number))
      let id = try await publication.post("one")
      #expect(try await run(folder, "send").status == 75)
      try edit(folder, "Drafts/\(id).md") { $0.replacing("A text.", with: "Another text.") }
      #expect(try await run(folder, "status").output.contains("(edited, and the older text is on its way)"))
      let server = try LoopbackServer { _ in .answer(200) }
      try publication.write(webhooks: SendTests.webhook("desk", port: server.port))
      let delivery = try #require(try await publication.deliveries().first).id
      _ = try await run(folder, "deliveries", "retry", delivery)
      let sent = try await run(folder, "send")
      #expect(sent.messages.contains("the older text is on its way"), "\(sent.messages)")
      #expect(server.requests.count == 1)
      #expect(try await publication.status(of: id) == "sent")
      #expect(try await run(folder, "status").output.contains("(edited since it was sent)"))
      _ = try await run(folder, "approve", id)
      _ = try await run(folder, "send")
      #expect(server.requests.count == 1, "readers get it once")
      server.stop()
    }
  }

  @Test("Approving an edit while the older text is on its way says that both would go out")
  func approvedOnTheWay() async throws {
    try await withTemporaryFolder { folder in
      let down = try ReservedPort()
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("desk", port: down.number))
      let id = try await publication.post("one")
      _ = try await run(folder, "send")
      try edit(folder, "Drafts/\(id).md") { $0.replacing("A text.", with: "Another text.") }
      let approved = try await run(folder, "approve", id)
      #expect(approved.status == 0 && approved.messages.contains("this one would go out as well"))
    }
  }

  @Test("What waits for a webhook that was renamed is said")
  func renamed() async throws {
    try await withTemporaryFolder { folder in
      let down = try ReservedPort()
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("desk", port: down.number))
      _ = try await publication.post("one")
      #expect(try await run(folder, "send").status == 75)
      try publication.write(webhooks: SendTests.webhook("table", port: down.number))
      for command in ["send", "tick"] {
        let told = try await run(folder, command)
        #expect(told.status == 1)
        #expect(told.messages.contains("webhook desk is not in daybook.yaml any more"), "\(told.messages)")
      }
    }
  }

  @Test("A draft that was sent is not sent again when the record of it is gone")
  func withoutRecord() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { _ in .answer(200) }
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("desk", port: server.port))
      let id = try await publication.post("one")
      #expect(try await run(folder, "send").status == 0)
      #expect(try await run(folder, "send", id).status == 0, "as the record says, it was delivered before")
      #expect(try await run(folder, "status").output.contains("sent      Drafts/"))
      #expect(try await run(folder, "status", "--open").output.hasPrefix("No draft is open."))
      try FileManager.default.removeItem(at: folder.appending(path: ".daybook"))
      let refused = try await run(folder, "send", id)
      #expect(refused.status == 65 && refused.messages.contains("it was sent already"), "\(refused.messages)")
      #expect(server.requests.count == 1)
      server.stop()
    }
  }

  @Test("What a person wrote in the newer text beside a draft stays")
  func editedBeside() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let path = "Drafts/2024-W37/newsletter.md"
      let beside = "Drafts/2024-W37/newsletter.new.md"
      let timeline = "Timelines/two-milers.md"
      func draft() async throws -> CommandRun { try await run(folder, "draft", "newsletter", "--date", "2024-09-09") }
      _ = try await draft()
      try edit(folder, path) { $0.replacing("### Nuguse runs down", with: "### My own words on how Nuguse runs down") }
      try edit(folder, timeline) { $0.replacing("Nuguse runs down", with: "Nuguse hunts down") }
      #expect(try await draft().output.hasPrefix("conflict"))
      try edit(folder, timeline) { $0.replacing("Nuguse hunts down", with: "Nuguse chases down") }
      #expect(try await draft().output.hasPrefix("conflict"))
      #expect(try String(contentsOf: folder.appending(path: beside), encoding: .utf8).contains("chases down"))
      try edit(folder, beside) { $0 + "\nMine.\n" }
      try edit(folder, timeline) { $0.replacing("Nuguse chases down", with: "Nuguse tracks down") }
      let again = try await draft()
      #expect(again.output.hasPrefix("conflict") && again.messages.contains("stays since you edited it"))
      #expect(try String(contentsOf: folder.appending(path: beside), encoding: .utf8).hasSuffix("\nMine.\n"))
      let refused = try await run(folder, "approve", beside)
      #expect(refused.status == 65 && refused.messages.contains("waits beside a draft"))
      let both = try await run(folder, "approve", path, beside)
      #expect(both.output == "approved  \(path)\n" && both.messages.contains("left out"), "\(both.messages)")
    }
  }

  @Test("A corrected date leaves the post of the old one, and that is said")
  func movedEntry() async throws {
    try await withTemporaryFolder { folder in
      _ = try Publication(in: folder, webhooks: SendTests.webhook("desk", port: 9), more: "channels: {x: {}}")
      func draft() async throws -> CommandRun { try await run(folder, "draft", "posts", "--date", "2024-09-09") }
      #expect(try await draft().status == 0)
      try edit(folder, "Timelines/ours.md") { $0.replacing("2024-09-05", with: "2024-09-06") }
      let moved = try await draft()
      #expect(moved.output.contains("created   Drafts/2024-09-06/x/begins.md"))
      #expect(moved.messages.contains("lies there: Drafts/2024-09-05/x/begins.md"), "\(moved.messages)")
    }
  }
}
