import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// Files of secrets, which belong to their owner alone.
@Suite(.timeLimit(.minutes(10)))
struct SecretFileTests {
  private static let complaint = "warning: the secret in desk.key is open to others"

  @Test(arguments: [(0o644, true), (0o640, true), (0o620, true), (0o600, false), (0o400, false)])
  func checkAndSendSayWhatOthersCanRead(_ mode: Int, _ isOpen: Bool) async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer(keepsRequests: false) { _ in .answer(200) }
      let publication = try publication(in: folder, mode: mode, port: server.port)
      let check = try await CommandRun("check", in: folder)
      #expect(check.status == 0)
      #expect(check.output.contains("  7:20  " + Self.complaint) == isOpen, "\(check.output)")
      #expect(check.output.contains("`chmod 600 desk.key` ends that") == isOpen)
      let post = try await publication.post("one")
      let send = try await CommandRun("send", post, in: folder)
      #expect(send.status == 0, "\(send.messages)")
      #expect(send.messages.contains("daybook.yaml:7:20: " + Self.complaint) == isOpen, "\(send.messages)")
      #expect(server.accepted == 1)
      for text in [check.output, send.messages] { #expect(!text.contains(SamplePublication.secret)) }
      server.stop()
    }
  }

  @Test(arguments: [
    ("{env: DAYBOOK_NO_SUCH_SECRET}", "the environment variable DAYBOOK_NO_SUCH_SECRET is not set"),
    ("{file: nowhere.key}", "the file nowhere.key cannot be read"),
    ("{credential: desk}", "the credential desk is not there"),
  ])
  func aSecretThatIsNotThereIsSaid(source: String, words: String) async throws {
    try await withTemporaryFolder { folder in
      let webhook = "desk:\n  url: http://127.0.0.1:9/\n  network: loopback\n  secret: \(source)"
      let publication = try Publication(in: folder, webhooks: webhook)
      let check = try await CommandRun("check", "--json", in: folder)
      #expect(check.status == 0)
      let found = try check.json(as: [Rows.Finding].self).filter { $0.rule == "secret-missing" }
      #expect(found.map(\.line) == [7] && found.map(\.severity) == ["warning"], "\(check.output)")
      #expect(found.first?.message.hasPrefix(words) == true, "\(check.output)")
      try publication.write(webhooks: webhook, more: "check: {secret-missing: off}")
      #expect(try await CommandRun("check", "--json", in: folder).json(as: [Rows.Finding].self).isEmpty)
    }
  }

  @Test func theRuleCanBeSwitchedOff() async throws {
    try await withTemporaryFolder { folder in
      _ = try publication(in: folder, mode: 0o640, port: 9, more: "check: {secret-open: off}")
      let check = try await CommandRun("check", in: folder)
      #expect(check.status == 0, "\(check.messages)")
      #expect(!check.output.contains("desk.key"))
    }
  }

  private func publication(in folder: URL, mode: Int, port: Int, more: String = "") throws -> Publication {
    let key = folder.appending(path: "desk.key")
    try Data((SamplePublication.secret + "\n").utf8).write(to: key)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: key.path)
    return try Publication(
      in: folder,
      webhooks: """
        desk:
          url: "http://127.0.0.1:\(port)/"
          network: loopback
          secret: {file: desk.key}
        """, more: more)
  }
}
