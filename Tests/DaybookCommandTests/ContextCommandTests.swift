import Foundation
import TestSupport
import Testing

/// `daybook context`: what the templates see of a draft.
@Suite struct ContextCommandTests {
  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("the context of an issue, of a post, of a pick's post and of a quote's")
  func kinds() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let settings = folder.appending(path: "daybook.yaml")
      let text = try String(contentsOf: settings, encoding: .utf8)
      try text.replacing("\n  x: {}\n", with: "\n  x: {kinds: [entry, on-this-day, quote]}\n")
        .write(to: settings, atomically: true, encoding: .utf8)
      for day in ["2024-09-09", "2025-05-05"] { _ = try await CommandRun("draft", "--date", day, in: folder) }

      let issue = try await CommandRun("context", "Drafts/2024-W37/newsletter.md", in: folder)
      #expect(issue.status == 0, "\(issue.messages)")
      #expect(try Self.object(issue.output)["sections"] is [Any])
      let post = try await CommandRun("context", "2024-09-05-x-nuguse-wins-zurich", "--json", in: folder)
      #expect(try Self.object(post.output)["headline"] as? String == "Nuguse runs down Ingebrigtsen in Zurich")
      let quote = try await CommandRun("context", "2024-09-04-x-grand-slam-track-signings.quote", in: folder)
      #expect(quote.status == 0, "\(quote.messages)")
      let said = try #require(try Self.object(quote.output)["quote"] as? [String: Any])
      let draft = try String(
        contentsOf: folder.appending(path: "Drafts/2024-09-04/x/grand-slam-track-signings.quote.md"), encoding: .utf8)
      #expect(draft.contains(try #require(said["inMarks"] as? String)))

      let picks = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "Drafts").path)
        .filter { $0.hasPrefix("2025-05") && $0.contains("/x/") && $0.hasSuffix(".md") }
      let pick = try await CommandRun("context", "Drafts/\(try #require(picks.first))", in: folder)
      #expect(pick.status == 0, "\(pick.messages)")
      #expect(try Self.object(pick.output)["years"] is Int)
    }
  }

  @Test("a draft that cannot be traced is an error with what to do")
  func untraceable() async throws {
    try await withTemporaryFolder { folder in
      try ChannelSettingsTests.publication("channels:\n  x: {}\n", in: folder)
      _ = try await CommandRun("draft", "posts", "--date", "2024-09-09", in: folder)
      let timeline = folder.appending(path: "Timelines/club.md")
      let text = try String(contentsOf: timeline, encoding: .utf8)
      let changes = [
        ("{#race}", "{#rase}", "the entry \"race\", which stands in no timeline; did you mean \"rase\"?"),
        ("2024-09-05", "2024-08-05", "the entry \"race\" neither happened on 2024-09-05 nor is remembered then"),
      ]
      for (old, new, message) in changes {
        try text.replacing(old, with: new).write(to: timeline, atomically: true, encoding: .utf8)
        let run = try await CommandRun("context", "Drafts/2024-09-05/x/race.md", in: folder)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(message), "\(run.messages)")
      }
      try ChannelSettingsTests.publication("channels:\n  bluesky: {}\n", in: folder)
      let run = try await CommandRun("context", "Drafts/2024-09-05/x/race.md", in: folder)
      #expect(run.status == 65)
      #expect(run.messages.contains("under channels:"), "\(run.messages)")
      let unknown = try await CommandRun("context", "2024-09-05-x-rac", in: folder)
      #expect(unknown.status == 66)
    }
  }
}
