import Foundation

/// A small publication of its own for one test, with webhooks and drafts as the test wants them.
struct Publication {
  let folder: URL

  /// Makes one; `webhooks` and `more` are lines of `daybook.yaml` as they stand there.
  init(in folder: URL, webhooks: String, more: String = "") throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Timelines"), withIntermediateDirectories: true)
    try "# Ours\n\n## 2024-09-05 — It begins {#begins}\n\nA text.\n".write(
      to: folder.appending(path: "Timelines/ours.md"), atomically: true, encoding: .utf8)
    try write(webhooks: webhooks, more: more)
  }

  /// Puts other settings in the place of the old ones.
  func write(webhooks: String, more: String = "") throws {
    let indented = webhooks.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    try "name: The Bell Lap\n\(more)\nwebhooks:\n\(indented)\n".write(
      to: folder.appending(path: "daybook.yaml"), atomically: true, encoding: .utf8)
  }

  /// Writes an approved post, and gives its id.
  @discardableResult
  func post(_ name: String, text: String = "A text.") async throws -> String {
    try await draft("2024-09-05-x-\(name)", kind: "post", channel: "x", head: "", text: text)
  }

  /// Writes an approved issue, and gives its id.
  @discardableResult
  func issue(_ subject: String = "The week", text: String = "A text.") async throws -> String {
    try await draft(
      "2024-W36-newsletter", kind: "newsletter", channel: "newsletter", head: "subject: \(subject)\n", text: text)
  }

  private func draft(_ id: String, kind: String, channel: String, head: String, text: String) async throws -> String {
    let file = folder.appending(path: "Drafts/\(id).md")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let days = kind == "post" ? "date: 2024-09-05" : "period: 2024-09-02/2024-09-08"
    let front =
      "id: \(id)\nkind: \(kind)\nchannel: \(channel)\nstatus: draft\n\(head)\(days)\nentries: [begins]"
    try "---\n\(front)\n---\n\(text)\n".write(to: file, atomically: true, encoding: .utf8)
    let run = try await CommandRun("approve", id, in: folder)
    guard run.status == 0 else {
      throw CocoaError(.fileReadCorruptFile, userInfo: [NSDebugDescriptionErrorKey: run.messages])
    }
    return id
  }

  /// How far a draft has come.
  func status(of id: String) async throws -> String? {
    try await CommandRun("status", "--json", in: folder).json(as: Rows.Status.self).drafts.first { $0.id == id }?.status
  }

  /// The outbox's rows.
  func deliveries() async throws -> [Rows.Deliveries.Delivery] {
    try await CommandRun("deliveries", "--json", in: folder).json(as: Rows.Deliveries.self).deliveries
  }
}
