import Foundation
import TestSupport
import Testing

/// What is wrong is said in one clear line with its place, by the right exit code, and nothing is written.
@Suite("Bad input")
struct BadInputTests {
  /// One thing that is wrong with a publication, and what a person is told.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    /// The path of a file to write before the command runs, and its bytes; an empty path writes none.
    var file = ""
    var bytes: [UInt8] = []
    var status: Int32
    /// What the message must name.
    var names: [String]

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "a folder as a file", arguments: ["import", "Timelines"], status: 66, names: ["Timelines"]),
    Case(name: "no such file", arguments: ["import", "nowhere.txt"], status: 66, names: ["nowhere.txt"]),
    Case(
      name: "invalid UTF-8", arguments: ["import", "bad.txt", "--from", "article"], file: "bad.txt",
      bytes: Array("Aug. 1, 2024\n\nOk \u{2013} ".utf8) + [0xFF, 0xFE], status: 65, names: ["bad.txt:3:"]),
    Case(
      name: "invalid UTF-8 in a timeline", arguments: ["draft", "--date", "2024-09-09"], file: "Timelines/bad.md",
      bytes: Array("## 2024-01-01 — A\n\nB ".utf8) + [0xC3], status: 65, names: ["Timelines/bad.md:3:"]),
    Case(
      name: "an unknown key in the settings", arguments: ["draft"], file: "daybook.yaml",
      bytes: Array("name: A\ntimezone: UTC\n".utf8), status: 78, names: ["daybook.yaml:2:1", "timezone", "timeZone"]),
    Case(
      name: "settings that are no YAML", arguments: ["status"], file: "daybook.yaml",
      bytes: Array("name: A\n  b: [\n".utf8), status: 78, names: ["daybook.yaml:"]),
    Case(
      name: "settings indented with a tab", arguments: ["status"], file: "daybook.yaml",
      bytes: Array("webhooks:\n\tdesk:\n".utf8), status: 78, names: ["daybook.yaml:2:1", "tab", "spaces"]),
    Case(
      name: "a time zone that there is not", arguments: ["status"], file: "daybook.yaml",
      bytes: Array("name: A\ntimeZone: Europe/Osloo\n".utf8), status: 78, names: ["daybook.yaml:2:11", "Europe/Osloo"]),
    Case(
      name: "a timeline without dates", arguments: ["draft", "--date", "2024-09-09"], file: "Timelines/prose.md",
      bytes: Array("# Prose\n\nNothing has a date here.\n".utf8), status: 65, names: ["Timelines/prose.md:1:"]),
    Case(
      name: "an article without dates", arguments: ["import", "prose.txt", "--from", "article"], file: "prose.txt",
      bytes: Array("Nothing has a date here.\n".utf8), status: 65, names: ["prose.txt:1:"]),
    Case(
      name: "a webhook that is not configured", arguments: ["send", "--to", "dessk"], status: 64,
      names: ["daybook.yaml:", "dessk", "desk"]),
    Case(
      name: "settings that were emptied", arguments: ["check"], file: "daybook.yaml", bytes: Array("\n \n".utf8),
      status: 78, names: ["daybook.yaml:1:1: the file is empty"]),
    Case(
      name: "a secret where a name belongs", arguments: ["status"], file: "daybook.yaml",
      bytes: Array("webhooks:\n  a: {url: \"https://example.org\", secret: {env: whsec_abc}}\n".utf8), status: 78,
      names: ["daybook.yaml:2:", "this is a secret"]),
    Case(
      name: "a secret in the settings", arguments: ["status"], file: "daybook.yaml",
      bytes: Array("webhooks:\n  a: {url: \"https://example.org\", secret: whsec_abc}\n".utf8), status: 78,
      names: ["daybook.yaml:2:"]),
    Case(
      name: "a public address without https", arguments: ["status"], file: "daybook.yaml",
      bytes: Array("webhooks:\n  a:\n    url: http://example.org\n".utf8), status: 78,
      names: ["daybook.yaml:3:10", "https"]),
    Case(
      name: "a day that there is not", arguments: ["draft", "--date", "2024-02-30"], status: 64, names: ["2024-02-30"]),
    Case(
      name: "a channel that there is not", arguments: ["count", "--channel", "mastodn"], status: 64, names: ["mastodon"]
    ),
    Case(
      name: "an option that there is not", arguments: ["draft", "--dat", "2024-09-09"], status: 64, names: ["--dat"]),
    Case(
      name: "a draft that there is not", arguments: ["approve", "2024-W37-newslettr"], status: 66,
      names: ["2024-W37-newslettr"]),
    Case(
      name: "a template with an unknown variable", arguments: ["draft", "posts", "--date", "2024-09-09"],
      file: "Templates/posts/entry.mustache", bytes: Array("{{headline}}\n{{titel}}\n".utf8), status: 65,
      names: ["Templates/posts/entry.mustache:2:", "titel"]),
  ]

  @Test("One line, the place, the exit code, and nothing written", arguments: cases)
  func badInput(test: Case) async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      if !test.file.isEmpty { try Data(test.bytes).write(to: folder.appending(path: test.file)) }
      let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      let run = try await CommandRun(arguments: test.arguments, in: folder, environment: SamplePublication.environment)
      #expect(run.status == test.status, "\(run.messages)")
      #expect(run.output.isEmpty)
      for name in test.names { #expect(run.messages.contains(name), "\(run.messages)") }
      #expect(!run.messages.contains("Fatal error"))
      #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() == before)
    }
  }

  @Test("Outside a publication, commands say what to do")
  func outside() async throws {
    try await withTemporaryFolder { folder in
      let run = try await CommandRun("draft", in: folder)
      #expect(run.status == 66)
      #expect(run.messages.contains("daybook init"))
    }
  }
}
