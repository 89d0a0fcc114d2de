import Foundation
import TestSupport
import Testing

/// One post that cannot be made keeps nothing from the others.
@Suite("A broken post", .timeLimit(.minutes(10)))
struct BrokenPostTests {
  private func publication(in folder: URL, more: String = "") throws {
    _ = try Publication(
      in: folder, webhooks: "desk:\n  url: http://127.0.0.1:9/\n  network: loopback",
      more: "channels: {x: {}, mastodon: {}}\n" + more)
    let template = folder.appending(path: "Templates/posts/x/entry.mustache")
    try FileManager.default.createDirectory(
      at: template.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "{{headlin}}\n".write(to: template, atomically: true, encoding: .utf8)
  }

  @Test func aBrokenTemplateStopsItsOwnChannelAlone() async throws {
    try await withTemporaryFolder { folder in
      try publication(in: folder)
      let run = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      #expect(run.status == 1)
      #expect(run.output.contains("created   Drafts/2024-09-05/mastodon/begins.md"), "\(run.output)")
      #expect(run.output.contains("created   Drafts/2024-W37/newsletter.md"))
      #expect(run.messages.contains("not drafted: the posts for X: Templates/posts/x/entry.mustache:1:"))
      let alone = try await CommandRun("draft", "posts", "--channel", "x", "--date", "2024-09-09", in: folder)
      #expect(alone.status == 65)
    }
  }

  @Test func aDraftThatIsNoneStopsItselfAlone() async throws {
    try await withTemporaryFolder { folder in
      try publication(in: folder)
      try FileManager.default.removeItem(at: folder.appending(path: "Templates"))
      #expect(try await CommandRun("draft", "--date", "2024-09-09", in: folder).status == 0)
      let broken = folder.appending(path: "Drafts/2024-09-05/mastodon/begins.md")
      try "no draft\n".write(to: broken, atomically: true, encoding: .utf8)
      let run = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      #expect(run.status == 1)
      #expect(run.output.contains("unchanged Drafts/2024-09-05/x/begins.md"), "\(run.output)")
      #expect(run.messages.contains("not drafted: Drafts/2024-09-05/mastodon/begins.md:1:1: "), "\(run.messages)")
      #expect(try String(contentsOf: broken, encoding: .utf8) == "no draft\n")
    }
  }

  @Test func aPostThatCannotBeMadeToFitIsAFailure() async throws {
    try await withTemporaryFolder { folder in
      try publication(in: folder)
      try FileManager.default.removeItem(at: folder.appending(path: "Templates"))
      let title = String(repeating: "verylongword", count: 40)
      try "## 2024-09-05 — \(title) {#long}\n\nA text.\n\n## 2024-09-06 — Short {#short}\n\nA text.\n".write(
        to: folder.appending(path: "Timelines/ours.md"), atomically: true, encoding: .utf8)
      let run = try await CommandRun("draft", "posts", "--date", "2024-09-09", in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("not drafted: long does not fit on X"), "\(run.messages)")
      #expect(run.output.contains("created   Drafts/2024-09-06/x/short.md"), "\(run.output)")
    }
  }

  @Test func aScheduleMakesTheOthersAndSaysWhich() async throws {
    try await withTemporaryFolder { folder in
      let schedule = "schedules: {daily: {at: every day at 07:00, make: posts, approval: automatic}}\n"
      try publication(in: folder, more: schedule)
      _ = try await CommandRun("tick", "--now", "2024-09-08T07:30", in: folder)
      let run = try await CommandRun("tick", "--now", "2024-09-09T07:00", in: folder)
      #expect(run.status == 1, "\(run.messages)")
      #expect(run.messages.contains("not made: the posts for X: Templates/posts/x/entry.mustache:1:"))
      let made = folder.appending(path: "Drafts/2024-09-05/mastodon/begins.md")
      #expect(FileManager.default.fileExists(atPath: made.path))
    }
  }
}
