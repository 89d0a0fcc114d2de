import Foundation
import TestSupport
import Testing

/// What `daybook.yaml` may say of channels and people.
@Suite struct ChannelSettingsTests {
  /// A publication with one entry, and these settings behind its name.
  static func publication(_ settings: String, in folder: URL) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Timelines"), withIntermediateDirectories: true)
    try "name: Club\n\(settings)".write(to: folder.appending(path: "daybook.yaml"), atomically: true, encoding: .utf8)
    try """
    ---
    title: Club
    ---

    ## 2024-09-05 — A race {#race}

    Somebody won it. The [results](https://example.org/r?id=1) are out.

    - tags: road race, relay, spring
    - people: A. Runner
    """.write(to: folder.appending(path: "Timelines/club.md"), atomically: true, encoding: .utf8)
  }

  static func post(_ channel: String, in folder: URL) async throws -> String {
    let run = try await CommandRun("draft", "posts", "--date", "2024-09-09", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let file = folder.appending(path: "Drafts/2024-09-05/\(channel)/race.md")
    return String(try String(contentsOf: file, encoding: .utf8).split(separator: "---\n").last ?? "")
  }

  @Test("every rule of a channel can be another")
  func overrides() async throws {
    try await withTemporaryFolder { folder in
      try Self.publication(
        """
        people:
          A. Runner: {bluesky: runner.bsky.social, mastodon: "@run@example.social"}
        channels:
          bluesky: {hashtags: 1, mentions: off, links: no}
          mastodon: {hashtags: off, parameters: {utm_source: mastodon, utm_medium: a b}}
          x: {hashtags: on}
        """, in: folder)
      let text = "A race\n\nSomebody won it. The results are out.\n\n5 September 2024\n"
      #expect(try await Self.post("bluesky", in: folder) == text + "\n#RoadRace\n")
      #expect(
        try await Self.post("mastodon", in: folder)
          == text + "https://example.org/r?id=1&utm_source=mastodon&utm_medium=a%20b\n\n@run@example.social\n")
      #expect(
        try await Self.post("x", in: folder) == text + "https://example.org/r?id=1\n\n#RoadRace #Relay\n",
        "off by default: parameters, and mentions where no handle is known")
    }
  }

  @Test("limit and the length of a link are those of the settings")
  func limits() async throws {
    try await withTemporaryFolder { folder in
      try Self.publication("channels:\n  mastodon: {limit: 30, linkLength: shown, altText: 10}\n", in: folder)
      let run = try await CommandRun(
        "count", "--channel", "mastodon", "--json", in: folder, input: "https://example.org/a/long/path")
      let count = try run.json(as: Rows.Count.self)
      #expect(count.length == 31)
      #expect(count.limit == 30)
      #expect(!count.fits)
    }
  }

  @Test(
    "a mistake names its place, and what was meant",
    arguments: [
      ("channels:\n  x: {hashtag: 1}\n", "daybook.yaml:3:7:", "did you mean \"hashtags\"?"),
      ("channels:\n  blusky: {}\n", "daybook.yaml:3:3:", "did you mean \"bluesky\"?"),
      ("channels:\n  x:\n    kinds: [entry, qoute]\n", "daybook.yaml:4:20:", "did you mean \"quote\"?"),
      ("channels:\n  x:\n    hashtags: many\n", "daybook.yaml:4:15:", "a whole number of at least 0, or off"),
      ("channels:\n  x:\n    linkLength: 0\n", "daybook.yaml:4:17:", "at least 1, or shown"),
      ("channels:\n  x:\n    threads: perhaps\n", "daybook.yaml:4:14:", "true or false"),
      ("channels:\n  instagram:\n    picture: never\n", "daybook.yaml:4:14:", "required, optional"),
      ("people:\n  A: {masto: b}\n", "daybook.yaml:3:7:", "mastodon"),
      ("people:\n  A: {x: \"@a@example.social\"}\n", "daybook.yaml:3:10:", "is no handle on X"),
      ("people:\n  A: {mastodon: runner}\n", "daybook.yaml:3:17:", "@name@example.social"),
    ])
  func mistakes(settings: String, place: String, hint: String) async throws {
    try await withTemporaryFolder { folder in
      try Self.publication(settings, in: folder)
      let run = try await CommandRun("draft", "posts", "--date", "2024-09-09", in: folder)
      #expect(run.status == 78)
      #expect(run.messages.contains(place), "\(run.messages)")
      #expect(run.messages.contains(hint), "\(run.messages)")
    }
  }
}
