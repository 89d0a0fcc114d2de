import Delivery
import Foundation
import TestSupport
import Testing

/// `daybook inbox` as a user tries things out with it.
@Suite("The inbox", .timeLimit(.minutes(10)))
struct InboxTests {
  @Test("Told to dawdle and to be unavailable, it lets a user see a retry work")
  func retry() async throws {
    try await withTemporaryFolder { folder in
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("a", port: 9))
      let inbox = try await RunningInbox(in: folder, arguments: ["--status", "503", "--delay", "1500ms"])
      try publication.write(webhooks: SendTests.webhook("a", port: inbox.port))
      let id = try await publication.post("one")
      let began = ContinuousClock.now
      #expect(try await CommandRun("send", id, in: folder).status == 75)
      #expect(began.duration(to: .now) >= .milliseconds(1_500))
      let row = try #require(try await publication.deliveries().first)
      #expect(row.lastStatus == 503 && row.state == "pending")
      #expect(try inbox.received().map(\.draft) == [id])

      let well = try await RunningInbox(in: folder)
      try publication.write(webhooks: SendTests.webhook("a", port: well.port))
      #expect(try await CommandRun("deliveries", "retry", row.id, in: folder).status == 0)
      // It was told to slow down, and a person's word does not end that: the run may be early.
      while try await publication.deliveries().map(\.state) != ["delivered"] {
        _ = try await CommandRun("send", in: folder)
        try await Task.sleep(for: .milliseconds(300))
      }
      #expect(try well.received().map(\.id) == [row.id])
    }
  }

  @Test("What is not signed as it should be is refused, and kept with the reason")
  func forged() async throws {
    try await withTemporaryFolder { folder in
      let secret = "secret: {env: DAYBOOK_DESK_SECRET}"
      let publication = try Publication(in: folder, webhooks: SendTests.webhook("a", port: 9, secret))
      let inbox = try await RunningInbox(in: folder)
      try publication.write(webhooks: SendTests.webhook("a", port: inbox.port, secret))
      let id = try await publication.post("one")
      let other = "whsec_" + Data(repeating: 7, count: 24).base64EncodedString()
      let forged = try await CommandRun("send", id, in: folder, environment: ["DAYBOOK_DESK_SECRET": other])
      #expect(forged.status == 1)
      #expect(forged.messages.contains("HTTP 401: no signature matches the secret"), "\(forged.messages)")
      let row = try #require(try await publication.deliveries().first)
      #expect(try await CommandRun("deliveries", "retry", row.id, in: folder).status == 0)
      #expect(try await CommandRun("send", in: folder, environment: SamplePublication.environment).status == 0)
      #expect(try inbox.received().map(\.verified) == [false, true])
    }
  }

  @Test(
    "What is no time and no status is said",
    arguments: [["--delay", "soon"], ["--delay", "2h"], ["--delay", "-1"], ["--delay", "61m"], ["--status", "99"]])
  func arguments(_ arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let run = try await CommandRun(arguments: ["inbox"] + arguments, in: folder)
      #expect(run.status == 64)
    }
  }
}
