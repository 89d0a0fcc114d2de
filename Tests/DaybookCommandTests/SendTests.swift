import Delivery
import DeliveryTestSupport
import Foundation
import Synchronization
import TestSupport
import Testing

/// `daybook send` as a user runs it, against servers on this machine.
@Suite("Sending", .timeLimit(.minutes(10)))
struct SendTests {
  static func webhook(_ name: String, port: Int, _ more: String = "") -> String {
    "\(name): {url: \"http://127.0.0.1:\(port)/\(name)\", network: loopback\(more.isEmpty ? "" : ", \(more)")}"
  }

  @Test("Three drafts to four webhooks, one down and one refusing: six arrive, the rest is told apart")
  func threeDraftsToFourWebhooks() async throws {
    try await withTemporaryFolder { folder in
      let good = try LoopbackServer { _ in .answer(200) }
      let picky = try LoopbackServer { _ in .answer(400, body: "invalid_payload") }
      let down = try ReservedPort()
      let publication = try Publication(
        in: folder,
        webhooks: [
          Self.webhook("a", port: good.port), Self.webhook("b", port: good.port),
          Self.webhook("picky", port: picky.port), Self.webhook("down", port: down.number),
        ].joined(separator: "\n"))
      for name in ["one", "two", "three"] { try await publication.post(name) }
      let arguments = ["send", "--json"] + ["a", "b", "picky", "down"].flatMap { ["--to", $0] }
      let run = try await CommandRun(arguments: arguments, in: folder)
      #expect(run.status == 1, "something was refused for good: \(run.messages)")
      let rows = try run.json(as: Rows.Deliveries.self).deliveries
      #expect(rows.count == 12)
      #expect(rows.filter { $0.state == "delivered" }.count == 6)
      #expect(good.requests.count == 6)
      #expect(rows.filter { $0.webhook == "picky" }.allSatisfy { $0.state == "dead" && $0.lastStatus == 400 })
      #expect(rows.filter { $0.webhook == "down" }.allSatisfy { $0.state == "pending" && $0.nextAttempt != nil })
      let messages = run.messages.split(separator: "\n")
      for name in ["one", "two", "three"] {
        let refused = messages.first { $0.contains("2024-09-05-x-\(name) → picky: HTTP 400: invalid_payload") }
        let waiting = messages.first { $0.contains("2024-09-05-x-\(name) → down: connection refused") }
        #expect(refused?.contains("given up") == true && refused?.contains("deliveries retry msg_") == true)
        #expect(waiting?.contains("tried again") == true)
      }
      // What only waits is a reason to try later, and no failure.
      let later = try await CommandRun("send", "2024-09-05-x-one", "--to", "a", "--to", "down", in: folder)
      #expect(later.status == 75, "\(later.messages)")
      good.stop()
      picky.stop()
    }
  }

  @Test("A delivery that is to be sent again is, without a webhook named and without one that was not meant")
  func sentAgain() async throws {
    try await withTemporaryFolder { folder in
      let other = try LoopbackServer { _ in .answer(200) }
      let mended = Mutex(false)
      let picky = try LoopbackServer { _ in mended.withLock { $0 } ? .answer(200) : .answer(400) }
      let publication = try Publication(
        in: folder,
        webhooks: [Self.webhook("other", port: other.port), Self.webhook("picky", port: picky.port)]
          .joined(separator: "\n"))
      let id = try await publication.post("one")
      let refused = try await CommandRun("send", "--json", "--to", "picky", in: folder)
      let row = try #require(try refused.json(as: Rows.Deliveries.self).deliveries.first)
      #expect(refused.status == 1)
      mended.withLock { $0 = true }
      #expect(try await CommandRun("deliveries", "retry", row.id, in: folder).status == 0)
      let again = try await CommandRun("send", in: folder)
      #expect(again.status == 0, "\(again.messages)")
      #expect(picky.requests.count == 2 && other.requests.isEmpty)
      #expect(try await publication.status(of: id) == "sent")
      // A new draft has to be told where it goes.
      try await publication.post("two")
      #expect(try await CommandRun("send", in: folder).status == 64)
      other.stop()
      picky.stop()
    }
  }

  @Test("The same text sent twice is one delivery, and said so; an edited one is a new one")
  func twice() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { _ in .answer(200) }
      let publication = try Publication(in: folder, webhooks: Self.webhook("a", port: server.port))
      let id = try await publication.post("one")
      #expect(try await CommandRun("send", id, in: folder).status == 0)
      let second = try await CommandRun("send", id, in: folder)
      #expect(second.status == 0)
      #expect(second.messages.contains("\(id) → a: this text was delivered before; it is not sent again"))
      #expect(server.requests.count == 1)
      #expect(try await publication.status(of: id) == "sent")
      try await publication.post("one", text: "Another text.")
      let third = try await CommandRun("send", id, in: folder)
      #expect(third.status == 0)
      #expect(!third.messages.contains("delivered before"))
      #expect(server.requests.count == 2)
      #expect(Set(server.requests.map { $0.header("webhook-id") }).count == 2)
      server.stop()
    }
  }

  @Test("What is only put in the outbox is delivered by a later run")
  func enqueued() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { _ in .answer(200) }
      let publication = try Publication(in: folder, webhooks: Self.webhook("a", port: server.port))
      let id = try await publication.post("one")
      let run = try await CommandRun("send", id, "--enqueue", "--json", in: folder)
      #expect(run.status == 0, "\(run.messages)")
      #expect(try run.json(as: Rows.Deliveries.self).deliveries.map(\.state) == ["pending"])
      #expect(server.requests.isEmpty)
      #expect(try await publication.status(of: id) == "scheduled")
      #expect(try await CommandRun("send", in: folder).status == 0)
      #expect(server.requests.count == 1)
      #expect(try await publication.status(of: id) == "sent")
      server.stop()
    }
  }

  @Test("All that a webhook refused is sent again at once, or taken out")
  func allThatIsDead() async throws {
    try await withTemporaryFolder { folder in
      let token = Mutex(false)
      let server = try LoopbackServer { $0.path == "/a" && token.withLock { $0 } ? .answer(200) : .answer(401) }
      let publication = try Publication(
        in: folder, webhooks: Self.webhook("a", port: server.port) + "\n" + Self.webhook("b", port: server.port))
      #expect(try await CommandRun("deliveries", "retry", "--dead", in: folder).output.contains("Nothing is dead."))
      try await publication.post("one")
      try await publication.post("two")
      #expect(try await CommandRun("send", "--to", "a", "--to", "b", in: folder).status == 1)
      #expect(try await publication.deliveries().allSatisfy { $0.state == "dead" })
      token.withLock { $0 = true }
      let retried = try await CommandRun("deliveries", "retry", "--dead", "--to", "a", "--json", in: folder)
      #expect(
        try retried.json(as: Rows.Deliveries.self).deliveries.map(\.webhook) == ["a", "a"], "\(retried.messages)")
      _ = try await CommandRun("send", in: folder)
      #expect(try await publication.deliveries().filter { $0.webhook == "a" }.allSatisfy { $0.state == "delivered" })
      #expect(try await CommandRun("deliveries", "cancel", "--dead", in: folder).status == 0)
      #expect(try await publication.deliveries().filter { $0.webhook == "b" }.allSatisfy { $0.state == "cancelled" })
      server.stop()
    }
  }

  @Test("Which deliveries are meant has to be said, in one way", arguments: [[], ["--to", "a"], ["--dead", "msg_1"]])
  func chosenInOneWay(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      _ = try Publication(in: folder, webhooks: Self.webhook("a", port: 9))
      let run = try await CommandRun(arguments: ["deliveries", "retry"] + arguments, in: folder)
      #expect(run.status == 64 && run.messages.contains("--dead"), "\(run.messages)")
    }
  }

  @Test("An older delivery that is due and fails again does not decide over the drafts that are named")
  func olderOnes() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { $0.path == "/a" ? .answer(200) : .answer(500, body: "oh") }
      let publication = try Publication(
        in: folder, webhooks: Self.webhook("a", port: server.port) + "\n" + Self.webhook("b", port: server.port))
      let first = try await publication.post("one")
      let second = try await publication.post("two")
      #expect(try await CommandRun("send", first, "--to", "b", in: folder).status == 75)
      let old = try #require(try await publication.deliveries().first)
      #expect(try await CommandRun("deliveries", "retry", old.id, in: folder).status == 0)
      let run = try await CommandRun("send", second, "--to", "a", in: folder)
      #expect(run.status == 0)
      #expect(run.messages.contains("\(first) → b: HTTP 500: oh; it is tried again"), "\(run.messages)")
      #expect(server.requests.filter { $0.path == "/b" }.count == 2)
      #expect(try await CommandRun("deliveries", "retry", old.id, in: folder).status == 0)
      #expect(try await CommandRun("send", "--to", "b", in: folder).status == 75)
      #expect(try await CommandRun("deliveries", "cancel", old.id, in: folder).status == 0)
      #expect(try await publication.deliveries().map(\.state) == ["cancelled", "delivered"])
      server.stop()
    }
  }

  @Test("What a service would refuse is said before it is sent, and the rest goes")
  func unfit() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { _ in .answer(200, body: "ok") }
      let publication = try Publication(
        in: folder,
        webhooks: Self.webhook("a", port: server.port) + "\n"
          + Self.webhook("chat", port: server.port, "format: discord"),
        more: "check: {post-too-long: off}")
      let long = try await publication.post("long", text: String(repeating: "a", count: 2_001))
      let short = try await publication.post("short")
      let problem =
        "\(long) → chat: not sent: built-in template webhooks/discord.mustache: draft \(long) would be refused by chat: "
        + "content has 2001 characters; 2000 are allowed"
      let plan = try await CommandRun("send", "--to", "a", "--to", "chat", "--dry-run", in: folder)
      #expect(plan.status == 1)
      #expect(plan.messages.contains(problem), "\(plan.messages)")
      #expect(plan.output.split(separator: "\n").count == 3)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".daybook").path))
      let run = try await CommandRun("send", "--to", "a", "--to", "chat", in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains(problem))
      #expect(server.requests.count == 3)
      #expect(try await publication.status(of: long) == "failed")
      #expect(try await publication.status(of: short) == "sent")
      let alone = try await CommandRun("send", long, "--to", "chat", in: folder)
      #expect(alone.status == 65)
      #expect(server.requests.count == 3)
      server.stop()
    }
  }

  @Test("Several drafts go as one message, once, and all are marked")
  func digest() async throws {
    try await withTemporaryFolder { folder in
      let server = try LoopbackServer { _ in .answer(200) }
      let publication = try Publication(
        in: folder, webhooks: Self.webhook("a", port: server.port, "digest: true"))
      let ids = try await [publication.issue(), publication.post("one"), publication.post("two")]
      let run = try await CommandRun("send", "--json", in: folder)
      #expect(run.status == 0, "\(run.messages)")
      let rows = try run.json(as: Rows.Deliveries.self).deliveries
      #expect(rows.count == 1)
      #expect(Set(rows[0].draft.components(separatedBy: " + ")) == Set(ids))
      let json = try #require(server.requests.first.flatMap { JSONValue.parse($0.body) })
      #expect(json["type"] == .string("draft.digest"))
      #expect(Set((json["data"]?["drafts"]?.array ?? []).compactMap { $0["id"]?.string }) == Set(ids))
      for id in ids { #expect(try await publication.status(of: id) == "sent") }
      // In another order, and with one more: what went is not sent again.
      let again = try await CommandRun("send", ids[2], ids[0], in: folder)
      #expect(again.status == 0)
      #expect(again.messages.contains("delivered before"))
      let more = try await publication.post("three")
      #expect(try await CommandRun("send", ids[1], more, in: folder).status == 0)
      #expect(server.requests.count == 2)
      #expect(server.requests.last.flatMap { JSONValue.parse($0.body) }?["data"]?["id"] == .string(more))
      #expect(try await publication.deliveries().map(\.state) == ["delivered", "delivered"])
      server.stop()
    }
  }

  @Test("Whoever is named is told of a dead letter and of a pause, once each")
  func notices() async throws {
    try await withTemporaryFolder { folder in
      let desk = try LoopbackServer { _ in .answer(200) }
      let gone = try LoopbackServer { _ in .answer(410, body: "no more") }
      let publication = try Publication(
        in: folder,
        webhooks: Self.webhook("desk", port: desk.port) + "\n" + Self.webhook("gone", port: gone.port),
        more: "delivery: {notify: desk}")
      let id = try await publication.post("one")
      for _ in 0..<3 {
        #expect(try await CommandRun("send", id, "--to", "gone", in: folder).status == 1)
      }
      let texts = desk.requests.compactMap { JSONValue.parse($0.body) }
      #expect(texts.allSatisfy { $0["type"] == .string("notice") })
      let words = texts.compactMap { $0["data"]?["text"]?.string }
      #expect(words.count == 1, "one 410 is one piece of news: \(words)")
      #expect(words.contains { $0.contains("webhook gone is paused: answered 410 (gone)") })
      #expect(words.contains { $0.contains("\(id): HTTP 410: no more") })
      // Of the notices' own end nobody is told, nor of the one who tells.
      #expect(try await publication.deliveries().map(\.draft) == [id, "notice:gone"])
      desk.stop()
      gone.stop()
    }
  }
}
