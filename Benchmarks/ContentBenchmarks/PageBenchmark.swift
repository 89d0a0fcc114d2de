import Content
import Foundation
import Timeline

/// A post and a page for each entry of a timeline, each a file of its own: what a site generator makes of them.
enum PageBenchmark {
  /// Reads a timeline and writes `ID.md`, the post for X, and `ID.html`, the entry as the one story of an issue.
  static func run(timeline: String, folder: String) async throws {
    let text = try String(contentsOfFile: timeline, encoding: .utf8)
    let entries = TimelineReader.read(text).document.entries
    let publication = Publication(name: "The Bell Lap", link: "https://example.org/bell-lap")
    let templates = TemplateSet()
    let posts = try PostComposer(publication: publication, channel: .x, templates: templates)
    let issues = try IssueComposer(publication: publication, templates: templates)
    let renderer = try NewsletterRenderer(publication: publication, templates: templates)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    @Sendable func write(_ entry: Entry) throws {
      guard let day = entry.date.firstDay, let post = posts.compose(.entry(entry)).draft,
        let issue = issues.compose(day: day.adding(days: 1), entries: [entry], picks: []).draft
      else { preconditionFailure("nothing to say of \(entry.id)") }
      try save(post.file, to: "\(folder)/\(entry.id).md")
      try save(renderer.html(of: issue), to: "\(folder)/\(entry.id).html")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in [entries.prefix(entries.count / 2), entries.suffix(from: entries.count / 2)] {
        group.addTask { try half.forEach(write) }
      }
      try await group.waitForAll()
    }
  }

  private static func save(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
