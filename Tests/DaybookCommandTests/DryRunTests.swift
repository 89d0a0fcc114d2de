import Foundation
import TestSupport
import Testing

/// `daybook draft --dry-run`: what would change, as a diff, and nothing else.
@Suite struct DryRunTests {
  static let sample = ["Templates", "Timelines", "daybook.yaml"]

  @Test("the diff is what the run then does")
  func difference() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let issue = folder.appending(path: "Drafts/2024-W37/newsletter.md")
      let arguments = ["draft", "newsletter", "--date", "2024-09-09"]
      let fresh = try await CommandRun(arguments: arguments + ["--dry-run"], in: folder)
      #expect(fresh.output.hasPrefix("created   Drafts/2024-W37/newsletter.md\n--- /dev/null\n"), "\(fresh.output)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == Self.sample, "nothing else")
      #expect(fresh.output.contains("+++ Drafts/2024-W37/newsletter.md\n@@ -0,0 +1,"))
      _ = try await CommandRun(arguments: arguments, in: folder)
      try Self.replace("## Coming up", "My own line.\n\n## Coming up", in: issue)
      try Self.replace(
        "Nuguse runs down", "Nuguse hunts down", in: folder.appending(path: "Timelines/two-milers.md"))

      let before = try Self.contents(of: folder)
      let run = try await CommandRun(arguments: arguments + ["--dry-run"], in: folder)
      #expect(try Self.contents(of: folder) == before)
      #expect(run.output.hasPrefix("merged"))
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(lines.contains("-### Nuguse runs down Ingebrigtsen in Zurich"), "\(run.output)")
      #expect(lines.contains("+### Nuguse hunts down Ingebrigtsen in Zurich"))
      #expect(!lines.contains { $0.hasPrefix("+My own line") || $0.hasPrefix("-My own line") })

      let removed = lines.filter { $0.hasPrefix("-") && !$0.hasPrefix("--- ") }.map { String($0.dropFirst()) }
      let added = lines.filter { $0.hasPrefix("+") && !$0.hasPrefix("+++ ") }.map { String($0.dropFirst()) }
      let old = try String(contentsOf: issue, encoding: .utf8).split(separator: "\n").map(String.init)
      _ = try await CommandRun(arguments: arguments, in: folder)
      let new = try String(contentsOf: issue, encoding: .utf8).split(separator: "\n").map(String.init)
      #expect(old.filter { !new.contains($0) } == removed)
      #expect(new.filter { !old.contains($0) } == added)
    }
  }

  @Test("a conflict shows the person's text against the new one; what stays as it is shows nothing")
  func conflict() async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let post = folder.appending(path: "Drafts/2024-09-05/x/nuguse-wins-zurich.md")
      let arguments = ["draft", "posts", "--channel", "x", "--date", "2024-09-09"]
      _ = try await CommandRun(arguments: arguments, in: folder)
      let unchanged = try await CommandRun(arguments: arguments + ["--dry-run"], in: folder)
      #expect(!unchanged.output.contains("@@"))
      try Self.replace("Nuguse runs down Ingebrigtsen in Zurich", "Nuguse gets him", in: post)
      try Self.replace(
        "Nuguse runs down", "Nuguse hunts down", in: folder.appending(path: "Timelines/two-milers.md"))
      let run = try await CommandRun(arguments: arguments + ["--dry-run", "--json"], in: folder)
      let row = try #require(try run.json(as: DiffRows.self).drafts.first { $0.action == "conflict" })
      #expect(row.diff.hasPrefix("--- \(row.file)\n+++ Drafts/2024-09-05/x/nuguse-wins-zurich.new.md\n@@"))
      #expect(row.diff.contains("\n-Nuguse gets him\n+Nuguse hunts down Ingebrigtsen in Zurich\n"), "\(row.diff)")
      #expect(
        !FileManager.default.fileExists(atPath: folder.appending(path: row.file.replacing(".md", with: ".new.md")).path)
      )
    }
  }

  struct DiffRows: Decodable {
    struct Row: Decodable {
      var file: String
      var action: String
      var diff: String
    }
    var drafts: [Row]
  }

  static func replace(_ old: String, _ new: String, in file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  static func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      contents[path] = FileManager.default.contents(atPath: folder.appending(path: path).path)
    }
    return contents
  }
}
