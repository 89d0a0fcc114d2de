import Foundation
import TestSupport

/// A small publication with schedules, for tests that run them.
struct ScheduledPublication {
  let folder: URL

  /// Writes one into an empty folder: an entry on each first of a month of 2020, and a webhook `desk` where nobody listens.
  init(in folder: URL, schedules: String) throws {
    self.folder = folder
    let timelines = folder.appending(path: "Timelines")
    try FileManager.default.createDirectory(at: timelines, withIntermediateDirectories: true)
    let entries = (1...12).map { month in
      "## 2020-\(month < 10 ? "0" : "")\(month)-01 — Month \(month) begins {#month-\(month)}\n\nIt began.\n"
    }
    try write(entries.joined(separator: "\n"), to: "Timelines/months.md")
    try write(
      """
      name: Test
      timeZone: UTC
      channels: {x: {}}
      webhooks:
        desk: {url: "http://127.0.0.1:1/hooks/desk", network: loopback, secret: {env: DAYBOOK_DESK_SECRET}}
      schedules:
      \(schedules)
      """, to: "daybook.yaml")
  }

  /// Starts an inbox, and points the webhook at it; one that verifies has to have the sender's clock.
  func inbox(environment: [String: String] = [:]) async throws -> RunningInbox {
    let inbox = try await RunningInbox(
      in: folder, environment: SamplePublication.environment.merging(environment) { $1 })
    try SamplePublication.pointWebhook(of: folder, from: 1, toPort: inbox.port)
    return inbox
  }

  func write(_ text: String, to path: String) throws {
    try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  /// `daybook tick` with the schedules' clock at a time.
  func tick(_ now: String, _ arguments: String...) async throws -> CommandRun {
    try await CommandRun(
      arguments: ["tick", "--now", now] + arguments, in: folder, environment: SamplePublication.environment)
  }
}
