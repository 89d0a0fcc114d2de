import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// `daybook webhooks` as a user runs it.
@Suite("The webhooks", .timeLimit(.minutes(10)))
struct WebhooksTests {
  private struct List: Decodable {
    struct Webhook: Decodable {
      var name: String
      var state: String
      var reason: String?
      var lastSuccess: String?
      var lastFailure: String?
      var lastError: String?
      var open: Int
      var dead: Int
    }
    var webhooks: [Webhook]
  }

  private struct Trial: Decodable {
    var state: String
    var status: Int?
    var error: String?
    var answer: String
  }

  @Test("Listed with what came last; paused and resumed by hand")
  func listPauseResume() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { $0.path == "/a" ? .answer(200) : .answer(503, body: "busy") }
      let publication = try Publication(
        in: folder,
        webhooks: SendTests.webhook("a", port: server.port) + "\n" + SendTests.webhook("b", port: server.port))
      let list = { try await CommandRun("webhooks", "--json", in: folder).json(as: List.self).webhooks }
      #expect(try await list().map(\.state) == ["active", "active"])
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".daybook").path))
      let id = try await publication.post("one")
      _ = try await CommandRun("send", id, "--to", "a", "--to", "b", in: folder)
      let rows = try await list()
      #expect(rows.map(\.state) == ["active", "failing"])
      #expect(rows[0].lastSuccess != nil && rows[0].lastFailure == nil)
      #expect(rows[1].lastSuccess == nil && rows[1].lastError == "HTTP 503: busy" && rows[1].open == 1)

      let plan = try await CommandRun("webhooks", "pause", "a", "--dry-run", "--json", in: folder)
      #expect(try plan.json(as: List.self).webhooks.map(\.state) == ["paused"])
      #expect(try await list().map(\.state) == ["active", "failing"])
      let pause = try await CommandRun("webhooks", "pause", "a", "--reason", "moving", in: folder)
      #expect(pause.status == 0 && pause.output.contains("paused by hand: moving"))
      let second = try await publication.post("two")
      let waiting = try await CommandRun("send", second, "--to", "a", in: folder)
      #expect(waiting.status == 75)
      #expect(waiting.messages.contains("webhook a is paused: paused by hand: moving"))
      #expect(try await CommandRun("status", in: folder).messages.contains("webhook a is paused: paused by hand"))
      #expect(server.requests.filter { $0.path == "/a" }.count == 1)
      let row = try #require(try await publication.deliveries().last)
      let retry = try await CommandRun("deliveries", "retry", row.id, in: folder)
      #expect(retry.status == 0)
      #expect(
        retry.messages.contains(
          "webhook a is paused by hand: moving, so it waits until `daybook webhooks resume a`"), "\(retry.messages)")
      #expect(try await list().map(\.state) == ["paused", "failing"], "a person's pause ends by a person alone")
      #expect(try await CommandRun("webhooks", "resume", "a", in: folder).status == 0)
      #expect(try await CommandRun("send", second, "--to", "a", in: folder).status == 0)
      #expect(server.requests.filter { $0.path == "/a" }.count == 2)
      let unknown = try await CommandRun("webhooks", "pause", "aa", in: folder)
      #expect(unknown.status == 64 && unknown.messages.contains("did you mean \"a\""))
      server.stop()
    }
  }

  @Test("A test message goes the real way, as often as one likes, and nothing of it is kept")
  func trial() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { request in
        switch request.path {
        case "/a": .answer(200, body: "thank you")
        case "/b": .answer(403, body: "who are you? \(SamplePublication.secret)")
        default: .answer(503)
        }
      }
      let secret = "secret: {env: DAYBOOK_DESK_SECRET}"
      _ = try Publication(
        in: folder,
        webhooks: ["a", "b", "c"].map { SendTests.webhook($0, port: server.port, secret) }.joined(separator: "\n"))
      let run = { (arguments: String...) in
        try await CommandRun(
          arguments: ["webhooks", "test", "--json"] + arguments, in: folder, environment: SamplePublication.environment)
      }
      for _ in 0..<2 {
        let first = try await run("a")
        #expect(first.status == 0, "\(first.messages)")
        #expect(try first.json(as: Trial.self).answer == "thank you")
      }
      #expect(server.requests.count == 2)
      #expect(server.requests.allSatisfy { $0.header("webhook-signature")?.hasPrefix("v1,") == true })
      let refused = try await run("b")
      #expect(refused.status == 1)
      #expect(try refused.json(as: Trial.self).error == "HTTP 403: who are you? [redacted]")
      #expect(try await run("c").status == 69)
      #expect(try await run("a", "--dry-run").output.contains("a test message from Daybook"))
      #expect(server.requests.count == 4)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".daybook").path))
      server.stop()
    }
  }

  @Test("A proof goes to a mail server", arguments: [false, true])
  func proof(needsLogin: Bool) async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackMailServer(extensions: needsLogin ? ["AUTH PLAIN"] : [])
      let login = needsLogin ? "\nuser: desk\npassword: {env: MAIL_PASSWORD}" : ""
      let lines =
        "url: smtp://127.0.0.1:\(server.port)\nformat: smtp\nnetwork: loopback\nfrom: The Bell Lap <desk@example.org>\nto: editor@example.org"
        + login
      let publication = try Publication(
        in: folder, webhooks: "proof:\n" + lines.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      let id = try await publication.issue("Zürich")
      let environment = ["MAIL_PASSWORD": "canary-password"]
      let run = try await CommandRun("send", id, in: folder, environment: environment)
      #expect(run.status == 0, "\(run.messages)")
      let message = try #require(server.messages.first)
      #expect(message.hasPrefix("From: The Bell Lap <desk@example.org>\r\nTo: editor@example.org\r\nDate: "))
      #expect(message.contains("multipart/alternative") && !message.contains("X-Unsent"))
      #expect(server.commands.contains { $0.hasPrefix("AUTH") } == needsLogin)
      let trial = try await CommandRun("webhooks", "test", "proof", in: folder, environment: environment)
      #expect(trial.status == 0, "\(trial.messages)")
      #expect(server.messages.last?.contains("test message") == true)
      server.stop()
    }
  }

  @Test(
    "What is wrong with a webhook's settings is said with its place",
    arguments: [
      ("a: {url: \"smtp://mail.example.org\", format: smtp, to: a@b}", "daybook.yaml:4:3", "needs from"),
      ("a: {url: \"https://example.org\", format: smtp, from: a@b, to: c@d}", "daybook.yaml:4:", "use smtps://"),
      ("a: {url: \"smtps://mail.example.org\", format: smtp, from: a@b, to: nobody}", "daybook.yaml:4:", "no address"),
      (
        "a: {url: \"smtps://m.example.org\", format: smtp, from: a@b, to: c@d, user: x}", "daybook.yaml:4:", "password:"
      ),
      (
        "a: {url: \"smtps://m.example.org\", format: smtp, from: a@b, to: c@d, user: x, password: abc}",
        "daybook.yaml:4:", "does not belong"
      ),
      ("a: {url: \"https://example.org\", from: a@b}", "daybook.yaml:4:", "is for format: smtp"),
      ("a: {url: \"smtps://127.0.0.1\", format: smtp, from: a@b, to: c@d}", "daybook.yaml:4:", "no public address"),
      ("a: {url: \"https://localhost/hook\"}", "daybook.yaml:4:", "say network: loopback"),
      ("a: {url: \"https://example.org\", format: ghost, digest: true}", "daybook.yaml:4:", "digest"),
      ("aa: {url: \"https://example.org\", notify: ab}", "daybook.yaml:4:", "did you mean \"aa\""),
      (
        "a: {url: \"https://example.org\", notify: b}\nb: {url: \"https://example.org\", format: ghost}",
        "daybook.yaml:4:", "no notices"
      ),
    ])
  func settings(webhooks: String, place: String, words: String) async throws {
    try await withTemporaryFolder { folder in
      _ = try Publication(in: folder, webhooks: webhooks)
      let run = try await CommandRun("status", in: folder)
      #expect(run.status == 78)
      #expect(run.messages.contains(place) && run.messages.contains(words), "\(run.messages)")
      #expect(!run.messages.contains("abc"))
    }
  }
}
