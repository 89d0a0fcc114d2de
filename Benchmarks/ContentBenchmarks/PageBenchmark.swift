import Content
import Foundation
import Timeline

/// A post of each entry of a timeline, and the weekly issues that have them all as items, each a file of its own: the
/// entries that a site generator makes a page each of.
struct PageBenchmark: Sendable {
  private let folder: String
  private let posts: PostComposer
  private let issues: IssueComposer
  private let renderer: NewsletterRenderer

  private init(folder: String) throws {
    let publication = Publication(name: "The Bell Lap", link: "https://example.org/bell-lap")
    let templates = TemplateSet()
    self.folder = folder
    posts = try PostComposer(publication: publication, channel: .x, templates: templates)
    issues = try IssueComposer(publication: publication, templates: templates)
    renderer = try NewsletterRenderer(publication: publication, templates: templates)
  }

  /// Reads a timeline and writes `ID.md`, the post for X of each entry, and `MONDAY.html`, the issue of each week's news.
  static func run(timeline: String, folder: String) async throws {
    let text = try String(contentsOfFile: timeline, encoding: .utf8)
    let entries = TimelineReader.read(text).document.entries
    let benchmark = try PageBenchmark(folder: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // 5 January 1970 was a Monday.
    let weeks = Dictionary(grouping: entries) { entry in
      ((entry.date.firstDay?.daysSinceEpoch ?? 0) - 4 + 700_000) / 7
    }.values.sorted { $0[0].id < $1[0].id }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for week in weeks { group.addTask { try benchmark.saveDrafts(of: week) } }
      try await group.waitForAll()
    }
  }

  /// Writes the posts of a week, and the issue of the Monday behind it.
  private func saveDrafts(of week: [Entry]) throws {
    for entry in week {
      guard let post = posts.compose(.entry(entry)).draft else { preconditionFailure("no post of \(entry.id)") }
      try save(post.file, as: "\(entry.id).md")
    }
    guard let day = week[0].date.firstDay else { preconditionFailure("\(week[0].id) has no day") }
    let monday = day.adding(days: 7 - (day.daysSinceEpoch - 4 + 700_000) % 7)
    guard let issue = issues.compose(day: monday, entries: week, picks: []).draft, issue.entries.count == week.count
    else { preconditionFailure("not all of the week before \(monday) is in its issue") }
    try save(renderer.html(of: issue), as: "\(monday).html")
  }

  /// Writes a file without waiting for the disk, as site generators do.
  private func save(_ text: String, as name: String) throws {
    let file = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    defer { close(file) }
    var text = text
    let written = text.withUTF8 { write(file, $0.baseAddress, $0.count) }
    guard written == text.utf8.count else { throw CocoaError(.fileWriteUnknown) }
  }
}
