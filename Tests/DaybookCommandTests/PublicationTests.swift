import Foundation
import TestSupport
import Testing

@Suite("Commands around the main job")
struct PublicationTests {
  @Test("A new publication drafts its first issue")
  func initialise() async throws {
    try await withTemporaryFolder { folder in
      let run = try await CommandRun("init", "club", "--name", "The \"Club\"", in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let club = folder.appending(path: "club")
      let check = try await CommandRun("check", "--json", in: club)
      #expect(check.status == 0, "\(check.output)")
      #expect(try check.json(as: [Rows.Finding].self).isEmpty)
      let draft = try await CommandRun("draft", "--json", in: club)
      #expect(try draft.json(as: Rows.Drafts.self).drafts.count == 4, "an issue and three posts")

      let again = try await CommandRun("init", "club", in: folder)
      #expect(again.status == 73)
      #expect(again.messages.contains("club/daybook.yaml"))
    }
  }

  @Test("The sample publication has nothing that an editor must mend")
  func sampleIsClean() async throws {
    let run = try await CommandRun("check", "--json", in: SharedData.repository)
    #expect(run.status == 0, "\(run.output)")
    #expect(try run.json(as: [Rows.Finding].self).filter { $0.severity == "error" }.isEmpty)
  }

  @Test("The committed sample drafts are what comes out")
  func committedDrafts() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let drafts = SharedData.repository.appending(path: "Drafts")
      try FileManager.default.copyItem(at: drafts, to: folder.appending(path: "Drafts"))
      let run = try await CommandRun("draft", "--date", "2024-09-09", "--json", in: folder)
      let rows = try run.json(as: Rows.Drafts.self).drafts
      #expect(rows.count == 10)
      #expect(rows.allSatisfy { $0.action == "unchanged" }, "`daybook draft --date 2024-09-09` here, and commit")
      for name in ["html", "txt", "eml"] {
        let path = "2024-W37/newsletter.\(name)"
        #expect(
          try Data(contentsOf: folder.appending(path: "Drafts/\(path)"))
            == Data(contentsOf: drafts.appending(path: path)))
      }
    }
  }

  @Test("An edit voids the approval, and an unapproved draft is not sent")
  func approval() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await CommandRun("draft", "newsletter", "--date", "2024-09-09", in: folder)
      let environment = SamplePublication.environment
      let refused = try await CommandRun("send", "2024-W37-newsletter", in: folder, environment: environment)
      #expect(refused.status == 65)
      #expect(refused.messages.contains("not approved"))
      _ = try await CommandRun("approve", "2024-W37-newsletter", in: folder)
      let file = folder.appending(path: "Drafts/2024-W37/newsletter.md")
      try (String(contentsOf: file, encoding: .utf8) + "\nOne more line.\n").write(
        to: file, atomically: true, encoding: .utf8)
      let edited = try await CommandRun("send", "2024-W37-newsletter", in: folder, environment: environment)
      #expect(edited.status == 65)
      #expect(edited.messages.contains("edited after it was approved"))
    }
  }

  @Test("An edit shows in every rendering, and a private note in none")
  func renderings() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await CommandRun("draft", "newsletter", "--date", "2024-09-09", in: folder)
      let file = folder.appending(path: "Drafts/2024-W37/newsletter.md")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing(
        "## News of the week", with: "Hand-made sentence.\n\n<!-- secret note -->\n\n## News of the week"
      )
      .write(to: file, atomically: true, encoding: .utf8)
      let run = try await CommandRun("draft", "newsletter", "--date", "2024-09-09", "--json", in: folder)
      #expect(try run.json(as: Rows.Drafts.self).drafts.map(\.action) == ["kept"])
      for name in ["html", "txt", "eml"] {
        let rendering = try String(
          contentsOf: folder.appending(path: "Drafts/2024-W37/newsletter.\(name)"), encoding: .utf8)
        #expect(rendering.contains("Hand-made sentence."))
        #expect(!rendering.contains("secret note"))
      }
    }
  }

  @Test("The machine's own time zone changes nothing", arguments: ["Pacific/Kiritimati", "Etc/GMT+12"])
  func timeZones(zone: String) async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      _ = try await CommandRun("draft", "--date", "2024-09-09", in: folder, environment: ["TZ": zone])
      for path in ["2024-W37/newsletter.eml", "2024-W37/newsletter.html", "2024-09-05/x/nuguse-wins-zurich.md"] {
        let expected = try Data(contentsOf: SharedData.repository.appending(path: "Drafts/\(path)"))
        #expect(try Data(contentsOf: folder.appending(path: "Drafts/\(path)")) == expected, "\(path)")
      }
    }
  }

  @Test(
    "An article becomes a timeline that reads back",
    .enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
  func importArticle() async throws {
    try await withTemporaryFolder { folder in
      let article = SharedData.folder.appending(path: "seeds/rivalry-article.txt").path
      let run = try await CommandRun("import", article, "--from", "article", "--json", in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let result = try run.json(as: Rows.Import.self)
      #expect(result.entries.count == 31)
      #expect(result.entries.first?.date == "2023-08-23")
      #expect(result.entries.map(\.date).contains("2024-06-07/2024-06-12"))
      #expect(result.entries[5].date == "2023-01-12")
      let order = result.findings.filter { $0.rule == "date-order" }
      #expect(order.count == 1)
      #expect(
        order.first?.message.contains("Jan. 12, 2023") == true || order.first?.message.contains("2023-01-12") == true)
      #expect(result.entries.flatMap(\.quotes).count >= 34)

      let timeline = folder.appending(path: "Timelines/article.md")
      let write = try await CommandRun("import", article, "--output", timeline.path, in: folder)
      #expect(write.status == 0, "\(write.messages)")
      let check = try await CommandRun("check", timeline.path, "--json", in: folder)
      #expect(try check.json(as: [Rows.Finding].self).filter { $0.severity == "error" }.isEmpty, "\(check.output)")
    }
  }

  @Test(
    "count counts by the channel's own rule",
    arguments: [
      ("x", "https://example.org/a/long/path is a link", 33), ("bluesky", "👩‍👩‍👧", 1),
      ("mastodon", "hello @some@example.social", 11),
    ])
  func count(channel: String, text: String, length: Int) async throws {
    try await withTemporaryFolder { folder in
      let run = try await CommandRun("count", "--channel", channel, "--json", in: folder, input: text)
      #expect(try run.json(as: Rows.Count.self).length == length)
    }
  }

  @Test("An address that is a secret comes from the environment and is never shown")
  func secretAddress() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let settings = folder.appending(path: "daybook.yaml")
      let text = try String(contentsOf: settings, encoding: .utf8)
      let start = try #require(text.range(of: "webhooks:"))
      let webhooks = "webhooks:\n  team:\n    url: {env: TEAM_URL}\n    format: slack\n    network: loopback\n"
      try (text[..<start.lowerBound] + webhooks).write(to: settings, atomically: true, encoding: .utf8)
      let inbox = try await RunningInbox(in: folder)
      _ = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      _ = try await CommandRun("approve", "2024-09-05-x-nuguse-wins-zurich", in: folder)

      let missing = try await CommandRun("send", in: folder)
      #expect(missing.status == 78)
      #expect(missing.messages.contains("TEAM_URL"))

      let canary = "T0CANARY"
      let run = try await CommandRun(
        "send", "--json", in: folder, environment: ["TEAM_URL": "http://127.0.0.1:\(inbox.port)/services/\(canary)"])
      #expect(run.status == 0, "\(run.messages)")
      #expect(try inbox.received().count == 1)
      #expect(try inbox.received().first?.body.contains("Nuguse runs down Ingebrigtsen") == true)
      let shown = try await CommandRun("deliveries", "--json", in: folder).output + run.output + run.messages
      #expect(!shown.contains(canary))
      let state = try Data(contentsOf: folder.appending(path: ".daybook/state.sqlite"))
      #expect(state.range(of: Data(canary.utf8)) == nil)
    }
  }
}
