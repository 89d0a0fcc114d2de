import Foundation
import TestSupport
import Testing

/// A slip in a webhook is said once, at its place.
struct WebhookSettingsTests {
  @Test func aMistypedKeyIsOneFinding() async throws {
    try await withTemporaryFolder { folder in
      _ = try Publication(
        in: folder, webhooks: "desk:\n  ulr: https://example.org/",
        more: "delivery: {notify: desk}\nschedules: {weekly: {at: every monday at 07:00, sendTo: [desk]}}")
      let run = try await CommandRun("check", in: folder)
      #expect(run.status == 78)
      let lines = run.messages.split(separator: "\n")
      #expect(lines.count == 1, "\(run.messages)")
      #expect(
        run.messages.contains("daybook.yaml:6:5: error: unknown key \"ulr\" in webhooks.desk; did you mean \"url\"?"))
    }
  }

  @Test func oneOfAThingIsOne() async throws {
    try await withTemporaryFolder { folder in
      try "3 May 2021\nRain fell.\nOn 4 June 2022 it rained again.\n".write(
        to: folder.appending(path: "a.txt"), atomically: true, encoding: .utf8)
      let run = try await CommandRun("import", "a.txt", in: folder)
      #expect(run.messages.hasSuffix("1 entry, 1 finding\n"), "\(run.messages)")
    }
  }
}
