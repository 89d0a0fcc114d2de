import Foundation
import TestSupport
import Testing

/// Secrets that systemd hands to a service, by files in `$CREDENTIALS_DIRECTORY`.
@Suite(.timeLimit(.minutes(10)))
struct CredentialTests {
  @Test func aMessageIsSignedWithACredential() async throws {
    try await withPublication(source: "credential: desk-secret") { publication in
      let credentials = publication.appending(path: "credentials")
      try FileManager.default.createDirectory(at: credentials, withIntermediateDirectories: true)
      try Data((SamplePublication.secret + "\n").utf8).write(to: credentials.appending(path: "desk-secret"))
      let environment = ["CREDENTIALS_DIRECTORY": credentials.path]
      let inbox = try await RunningInbox(in: publication, environment: environment)
      try SamplePublication.pointWebhook(of: publication, toPort: inbox.port)
      let run = try await CommandRun("webhooks", "test", "desk", in: publication, environment: environment)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try inbox.received().map(\.verified) == [true])
    }
  }

  @Test(
    arguments: [
      ("credential: desk-secret", [:], "systemd hands it to a service with LoadCredential=desk-secret:PATH"),
      (
        "credential: desk-secret", ["CREDENTIALS_DIRECTORY": "/no/such/folder"],
        "the credential desk-secret cannot be read"
      ),
      ("credential: ../desk-secret", [:], "a name has letters, digits"),
      ("credential: ..", [:], "a name has letters, digits"),
      ("vault: desk-secret", [:], "must be {env: NAME}, {file: PATH} or {credential: NAME}"),
    ] as [(String, [String: String], String)])
  func whatIsWrongIsSaidWithItsPlace(_ source: String, _ environment: [String: String], _ message: String) async throws
  {
    try await withPublication(source: source) { publication in
      let run = try await CommandRun("webhooks", "test", "desk", in: publication, environment: environment)
      #expect(run.status == 78)
      #expect(run.messages.contains(message))
      #expect(run.messages.contains(#/daybook\.yaml:\d+:\d+: /#))
    }
  }

  /// The sample publication, its webhook's secret from another place.
  private func withPublication(source: String, _ body: (URL) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try SamplePublication.copy(to: folder)
      let file = folder.appending(path: "daybook.yaml")
      let settings = try String(contentsOf: file, encoding: .utf8)
      try settings.replacing("env: DAYBOOK_DESK_SECRET", with: source).write(
        to: file, atomically: true, encoding: .utf8)
      try await body(folder)
    }
  }
}
