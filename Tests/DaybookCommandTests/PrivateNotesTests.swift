import Foundation
import TestSupport
import Testing

/// A private note is the editor's own: wherever it stands, nothing that others see has it.
@Suite struct PrivateNotesTests {
  static let timeline = """
    ---
    title: Club
    ---

    What it is about. <!-- NOTE standfirst -->

    ## 2024-09-05 — A race <!-- NOTE title --> in town {#race}

    <!-- NOTE alone -->

    Somebody <!-- NOTE inside --> won it. <!-- NOTE
    over two lines --> The [results](https://example.org/r) are out.

    > The last lap <!-- NOTE quote --> was mine alone.
    > — A. Runner <!-- NOTE speaker -->, mixed zone

    ![A runner <!-- NOTE alt --> waves](https://example.org/p.jpg "Photo: B. Lens <!-- NOTE credit -->")

    - tags: road race <!-- NOTE tag -->
    - people: A. Runner

    ## 1954-09-10 — An old race {#old}

    It was run. <!-- NOTE never closed
    """

  @Test("no note of a timeline reaches a draft, and none of either reaches a rendering, a payload or an export")
  func notes() async throws {
    try await withTemporaryFolder { folder in
      try ChannelSettingsTests.publication("", in: folder)
      let inbox = try await RunningInbox(in: folder)
      try """
      name: Club
      link: https://example.org
      channels: {x: {kinds: [entry, on-this-day, quote]}, mastodon: {kinds: [entry, thread], limit: 150}}
      webhooks:
        desk: {url: "http://127.0.0.1:\(inbox.port)/hooks/desk", format: standard, network: loopback}
      """.write(to: folder.appending(path: "daybook.yaml"), atomically: true, encoding: .utf8)
      try Self.timeline.write(to: folder.appending(path: "Timelines/club.md"), atomically: true, encoding: .utf8)
      let drafted = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      #expect(drafted.status == 0, "\(drafted.messages)")
      let files = try DryRunTests.contents(of: folder).filter { $0.key.hasPrefix("Drafts/") }
      #expect(files.count == 8)
      for (path, data) in files { #expect(!String(decoding: data, as: UTF8.self).contains("NOTE"), "\(path)") }

      let issue = folder.appending(path: "Drafts/2024-W37/newsletter.md")
      let post = folder.appending(path: "Drafts/2024-09-05/x/race.md")
      try DryRunTests.replace("subject: ", "subject: <!-- NOTE subject --> ", in: issue)
      try DryRunTests.replace("preheader: ", "preheader: <!-- NOTE preheader --> ", in: issue)
      try DryRunTests.replace("## News of the week", "<!-- NOTE draft -->\n\n## News of the week", in: issue)
      try DryRunTests.replace("\nA race in town", "\n<!-- NOTE post\nover lines -->\nA race in town", in: post)
      _ = try await CommandRun("draft", "--date", "2024-09-09", in: folder)
      let said = try await Self.everythingOutside(folder)
      for (command, text) in said {
        #expect(!text.contains("NOTE"), "\(command): \(text)")
        #expect(text.contains("race"), "\(command)")
      }
      let sent = try await CommandRun("send", in: folder)
      #expect(sent.status == 0, "\(sent.messages)")
      let bodies = try inbox.received().map(\.body)
      #expect(bodies.count == files.keys.count { $0.hasSuffix(".md") })
      for body in bodies { #expect(!body.contains("NOTE"), "\(body)") }
      #expect(try String(contentsOf: issue, encoding: .utf8).contains("<!-- NOTE draft -->"), "the editor keeps it")
    }
  }

  /// The renderings, and what exports and `context` print, with everything approved.
  static func everythingOutside(_ folder: URL) async throws -> [String: String] {
    let status = try await CommandRun("status", "--json", in: folder).json(as: Rows.Status.self)
    _ = try await CommandRun(arguments: ["approve"] + status.drafts.map(\.id), in: folder)
    var said: [String: String] = [:]
    for name in ["html", "txt", "eml"] {
      let file = folder.appending(path: "Drafts/2024-W37/newsletter.\(name)")
      said[name] = try String(contentsOf: file, encoding: .utf8)
    }
    for command in [
      ["export", "feed"], ["export", "feed", "--format", "rss"], ["export", "feed", "--format", "json"],
      ["export", "calendar"], ["export", "timelinejs"], ["export", "archive"],
      ["context", "2024-W37-newsletter"], ["context", "2024-09-05-x-race"],
    ] {
      let run = try await CommandRun(arguments: command, in: folder)
      #expect(run.status == 0, "\(command): \(run.messages)")
      said[command.joined(separator: " ")] = run.output
    }
    return said
  }
}
