import Crypto
import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct WebhookFormatTests {
  private let now = Date(timeIntervalSince1970: 1_725_868_800)

  private func template(_ service: FakeService) throws -> PayloadTemplate {
    let file = SharedData.repository.appending(path: "Templates/webhooks/\(service.rawValue).mustache")
    return try PayloadTemplate(String(contentsOf: file, encoding: .utf8), name: service.rawValue)
  }

  private func webhook(_ service: FakeService, at url: WebhookURL? = nil) throws -> Webhook {
    Webhook(
      name: "target", url: try url ?? WebhookURL("http://127.0.0.1/", network: .loopback), format: service.rawValue,
      secrets: [service.secret], network: .loopback, options: ["lists": "1, 2"])
  }

  private func issue(subject: String = "The week", text: String = "Hello", preheader: String = "") -> OutgoingMessage {
    Self.issue(subject: subject, text: text, preheader: preheader)
  }

  static func issue(
    draft: String = "2024-W37-newsletter", subject: String = "The week", text: String = "Hello", preheader: String = ""
  ) -> OutgoingMessage {
    OutgoingMessage(
      draft: draft, kind: .newsletter, channel: "newsletter", subject: subject, preheader: preheader,
      text: text, html: "<html><head></head><body style=\"a\">\n<p>\(text)</p>\n</body></html>", plainText: text,
      textHash: "sha256:00", publication: OutgoingMessage.Publication(name: "The Bell Lap"))
  }

  private func post(_ text: String) -> OutgoingMessage { Self.post(text) }

  static func post(_ text: String, channel: String = "newsletter") -> OutgoingMessage {
    var post = issue(subject: "", text: text)
    post.kind = .post
    post.channel = channel
    post.html = ""
    return post
  }

  /// Sends a message to the fake, and gives the row as it is afterwards.
  private func deliver(_ message: OutgoingMessage, to service: FakeService) async throws -> DeliveryRecord? {
    let server = try LoopbackServer { service.reply(to: $0) }
    let webhook = try webhook(service, at: server.url("/hook"))
    let payload = try template(service).payload(for: message, to: webhook, at: now)
    let outbox = MemoryOutbox()
    let parcel = Parcel(draft: message.draft, textHash: message.textHash, webhook: "target", payload: payload)
    _ = await outbox.accept([parcel], now: now)
    let loop = try CurlLoop()
    let records = try await Deliverer(outbox: outbox, transport: loop, webhooks: [webhook]).deliverDue(now: now)
    await loop.stop()
    server.stop()
    return records.first
  }

  static let delicate =
    "Hi <!channel> & <@U1> *a* \"b\" {{ .Secret }} {{{c}}} \\ @everyone\n\n> quoted\n— A. N."

  @Test(arguments: FakeService.allCases)
  func anIssueIsTakenByTheService(_ service: FakeService) async throws {
    let record = try await deliver(issue(subject: "A & <b> {{c}}", text: Self.delicate), to: service)
    #expect(record?.state == .delivered, "\(record?.lastError ?? "")")
  }

  @Test(arguments: [FakeService.slack, .discord, .teams, .mattermost])
  func aPostIsTakenByTheChats(_ service: FakeService) async throws {
    let record = try await deliver(post(Self.delicate), to: service)
    #expect(record?.state == .delivered, "\(record?.lastError ?? "")")
  }

  @Test(arguments: [FakeService.buttondown, .ghost, .listmonk])
  func aPostIsNoNewsletter(_ service: FakeService) throws {
    #expect(throws: PayloadError.self) {
      try template(service).payload(for: post("a"), to: webhook(service), at: now)
    }
  }

  @Test(arguments: [
    (FakeService.slack, 12_000, "the text has 12001 characters; 12000 are allowed"),
    (.discord, 4_096, "the text has 4097 characters; 4096 are allowed"),
    (.mattermost, 16_368, "text has 16384 characters; 16383 are allowed"),
  ])
  func whatIsTooLongIsSaidBeforeItIsSent(_ service: FakeService, _ limit: Int, _ objection: String) async throws {
    let atLimit = issue(text: String(repeating: "a", count: limit))
    #expect(try await deliver(atLimit, to: service)?.state == .delivered)
    let over = issue(text: String(repeating: "a", count: limit + 1))
    let error = #expect(throws: PayloadError.self) {
      try template(service).payload(for: over, to: webhook(service), at: now)
    }
    #expect(error?.problem == "draft 2024-W37-newsletter would be refused by target: \(objection)")
  }

  /// A service, what it takes at most, what is said of one more, and messages by the length of what is limited.
  typealias Limited = (FakeService, Int, String, @Sendable (Int) -> OutgoingMessage)

  static let limited: [Limited] = [
    (.slack, 150, "the header has 151 characters; 150 are allowed", { issue(subject: letters($0)) }),
    (.slack, 3_000, "a section has 3001 characters; 3000 are allowed", { digest(letters($0), "b") }),
    (.discord, 2_000, "content has 2001 characters; 2000 are allowed", { post(letters($0)) }),
    (.discord, 256, "the title has 257 characters; 256 are allowed", { issue(subject: letters($0)) }),
    (
      // Twice the heading, which is the channel's name.
      .discord, 6_000, "all embeds together have 6001 characters; 6000 are allowed",
      { digest(letters(3_000), letters($0 - 3_002)) }
    ),
    (.buttondown, 2_000, "subject has 2001 characters; 2000 are allowed", { issue(subject: letters($0)) }),
    (.listmonk, 5_000, "subject has 5001 bytes; 5000 are allowed", { issue(subject: letters($0)) }),
    (.listmonk, 2_000, "name has 2001 bytes; 2000 are allowed", { issue(draft: letters($0)) }),
    (.ghost, 2_000, "title has 2001 characters; 2000 are allowed", { issue(subject: letters($0)) }),
    (.ghost, 300, "custom_excerpt has 301 characters; 300 are allowed", { issue(preheader: letters($0)) }),
  ]

  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  private static func digest(_ texts: String...) -> OutgoingMessage {
    OutgoingMessage.digest(of: texts.map { post($0, channel: "x") }) ?? post("")
  }

  @Test(arguments: limited.indices) func everyLimitIsHeldAtTheCharacter(_ index: Int) async throws {
    let (service, limit, objection, message) = Self.limited[index]
    let record = try await deliver(message(limit), to: service)
    #expect(record?.state == .delivered, "\(record?.lastError ?? "")")
    let error = #expect(throws: PayloadError.self) {
      try template(service).payload(for: message(limit + 1), to: webhook(service), at: now)
    }
    #expect(error?.problem.hasSuffix(": \(objection)") == true, "\(error?.problem ?? "")")
  }

  @Test(arguments: [(FakeService.slack, 50, "blocks"), (.discord, 10, "embeds")])
  func noMoreBlocksThanAllowed(_ service: FakeService, _ limit: Int, _ member: String) throws {
    let made = { (count: Int) in
      let block = service == .slack ? "{\"type\": \"divider\"}" : "{\"title\": \"a\"}"
      let blocks = Array(repeating: block, count: count).joined(separator: ", ")
      return try PayloadTemplate("{\"text\": \"{{text}}\", \"\(member)\": [\(blocks)]}", name: "mine")
        .payload(for: Self.post("a"), to: webhook(service), at: now)
    }
    #expect(JSONValue.parse(try made(limit).body)?[member]?.array?.count == limit)
    let error = #expect(throws: PayloadError.self) { try made(limit + 1) }
    #expect(error?.problem.hasSuffix("there are \(limit + 1) \(member); \(limit) are allowed") == true)
  }

  @Test func aCardForTeamsIsAsLargeAsItMayBe() async throws {
    let size = { (count: Int) in
      try template(.teams).payload(for: Self.issue(text: Self.letters(count)), to: webhook(.teams), at: now).body.count
    }
    let limit = try 27_000 - size(1) + 1
    #expect(try size(limit) == 27_000)
    #expect(try await deliver(Self.issue(text: Self.letters(limit)), to: .teams)?.state == .delivered)
    #expect(throws: PayloadError.self) { try size(limit + 1) }
  }

  @Test func aCardForTeamsIsSmallEnough() throws {
    let big = issue(text: String(repeating: "ä", count: 14_000))
    #expect(throws: PayloadError.self) { try template(.teams).payload(for: big, to: webhook(.teams), at: now) }
  }

  @Test func aButtondownTemplateWithoutTheDraftStatusIsRefused() async throws {
    let careless = try PayloadTemplate("{\"subject\": \"{{subject}}\", \"body\": \"{{text}}\"}", name: "mine")
    let error = #expect(throws: PayloadError.self) {
      try careless.payload(for: issue(), to: webhook(.buttondown), at: now)
    }
    #expect(error?.problem.contains("Buttondown would mail every subscriber") == true)
    // The fake is as strict: sent all the same, it fails the test.
    let request = LoopbackServer.Request(
      path: "/",
      headers: [
        HTTPHeader(name: "Content-Type", value: "application/json"),
        HTTPHeader(name: "Authorization", value: "Token \(FakeService.buttondown.secret.reveal())"),
      ], body: Array("{\"subject\":\"a\",\"body\":\"b\"}".utf8))
    guard case .answer(418, _, _) = FakeService.buttondown.reply(to: request) else {
      return #expect(Bool(false), "the fake took a body without a status")
    }
  }

  @Test func listmonkNeedsItsLists() throws {
    var webhook = try webhook(.listmonk)
    for lists in ["", "a", "0", "1.5", "1], \"x\": [2"] {
      webhook.options = ["lists": lists]
      #expect(throws: PayloadError.self) { try template(.listmonk).payload(for: issue(), to: webhook, at: now) }
    }
  }

  @Test func ghostKeepsTheHTMLWholeAndTheTokenIsSigned() async throws {
    let server = try LoopbackServer { FakeService.ghost.reply(to: $0) }
    let webhook = try webhook(.ghost, at: server.url("/ghost/api/admin/posts/"))
    let payload = try template(.ghost).payload(for: issue(text: "a \"b\""), to: webhook, at: now)
    let post = JSONValue.parse(payload.body)?["posts"]?.array?.first
    #expect(
      post?["html"]?.string == "<!--kg-card-begin: html-->\n<p>a \"b\"</p>\n<!--kg-card-end: html-->")

    let outbox = MemoryOutbox()
    _ = await outbox.accept([Parcel(draft: "d", textHash: "h", webhook: "target", payload: payload)], now: now)
    let loop = try CurlLoop()
    let clock = now
    _ = try await Deliverer(outbox: outbox, transport: loop, webhooks: [webhook], clock: { clock }).deliverDue(now: now)
    await loop.stop()
    server.stop()
    let request = try #require(server.requests.first)
    #expect(request.path == "/ghost/api/admin/posts/?source=html")
    let parts = try #require(request.header("authorization")).dropFirst("Ghost ".count).split(separator: ".")
    #expect(parts.count == 3)
    let head = JSONValue.parse(Array(try #require(Self.decode(parts[0]))))
    let claims = JSONValue.parse(Array(try #require(Self.decode(parts[1]))))
    #expect(head?["alg"] == .string("HS256"))
    #expect(head?["kid"] == .string("6489a1b2c3d4e5f601234567"))
    #expect(claims?["aud"] == .string("/admin/"))
    #expect(claims?["iat"] == .number(1_725_868_800))
    #expect(claims?["exp"] == .number(1_725_868_800 + 240))
    let hex = FakeService.ghost.secret.reveal().split(separator: ":")[1]
    let pairs = stride(from: 0, to: hex.count, by: 2).map { hex.dropFirst($0).prefix(2) }
    let key = SymmetricKey(data: pairs.compactMap { UInt8($0, radix: 16) })
    let code = try #require(Self.decode(parts[2]))
    #expect(
      HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data("\(parts[0]).\(parts[1])".utf8), using: key))
  }

  private static func decode(_ part: Substring) -> Data? {
    let text = part.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    return Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
  }

  @Test(arguments: ["", "nocolon", "a:b:c", "xyz:00", "00:0", "00:zz", "00:"])
  func aGhostKeyThatIsNoneIsSaid(_ key: String) async throws {
    let server = try LoopbackServer { _ in .answer(201) }
    var webhook = try webhook(.ghost, at: server.url())
    webhook.secrets = key.isEmpty ? [] : [Secret(key)]
    let payload = try template(.ghost).payload(for: issue(), to: webhook, at: now)
    let outbox = MemoryOutbox()
    _ = await outbox.accept([Parcel(draft: "d", textHash: "h", webhook: "target", payload: payload)], now: now)
    let loop = try CurlLoop()
    let records = try await Deliverer(outbox: outbox, transport: loop, webhooks: [webhook]).deliverDue(now: now)
    #expect(records.map(\.state) == [.dead])
    #expect(server.requests.isEmpty)
    await loop.stop()
    server.stop()
  }

  @Test func aChatsAddressIsSecretWhateverTheSettingsSay() throws {
    let url = try WebhookURL("http://127.0.0.1/services/T0/B0/xyz", network: .loopback)
    #expect(try webhook(.slack, at: url).redactor.redact("no /services/T0/B0/xyz") == "no [redacted]")
  }
}
