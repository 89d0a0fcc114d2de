package import Delivery

/// Services that refuse what the real ones refuse, after their documentation (see the rules' sources in `Delivery`).
package enum FakeService: String, Sendable, CaseIterable {
  case slack, discord, teams, mattermost, buttondown, listmonk, ghost

  /// The secret that the fake expects.
  package var secret: Secret {
    switch self {
    case .ghost: Secret("6489a1b2c3d4e5f601234567:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")
    case .listmonk: Secret("daybook:listmonk-token-value")
    default: Secret("token-value-of-\(rawValue)")
    }
  }

  /// What it answers.
  package func reply(to request: LoopbackServer.Request) -> LoopbackServer.Reply {
    guard request.header("content-type") == "application/json", let json = JSONValue.parse(request.body) else {
      return .answer(400, body: "invalid_payload")
    }
    switch self {
    case .slack: return Self.slack(json)
    case .discord: return Self.discord(json, path: request.path)
    case .teams: return Self.teams(json, size: request.body.count)
    case .mattermost: return Self.mattermost(json)
    case .buttondown: return buttondown(json, request)
    case .listmonk: return listmonk(json, request)
    case .ghost: return Self.ghost(json, request)
    }
  }

  /// What it answers to a body in a request that is otherwise as it should be.
  package func acceptableReply(to body: [UInt8]) -> LoopbackServer.Reply {
    let authorization =
      switch self {
      case .ghost: "Ghost a.b.c"
      case .listmonk: "token \(secret.reveal())"
      default: "Token \(secret.reveal())"
      }
    let fields = [
      "Content-Type": "application/json", "Authorization": authorization, "X-Idempotency-Key": "msg_1",
    ]
    return reply(
      to: LoopbackServer.Request(
        path: "/?wait=true&source=html", headers: fields.map { HTTPHeader(name: $0.key, value: $0.value) }, body: body))
  }

  private static func slack(_ json: JSONValue) -> LoopbackServer.Reply {
    guard let text = json["text"]?.string, !text.isEmpty else { return .answer(400, body: "no_text") }
    for block in json["blocks"]?.array ?? [] {
      let (content, limit) =
        switch block["type"]?.string {
        case "header": (block["text"]?["text"]?.string, 150)
        case "section": (block["text"]?["text"]?.string, 3_000)
        case "markdown": (block["text"]?.string, 12_000)
        case "divider": ("", 0)
        default: (nil, 0)
        }
      guard let content, content.utf16.count <= limit else { return .answer(400, body: "invalid_blocks") }
    }
    guard (json["blocks"]?.array ?? []).count <= 50 else { return .answer(400, body: "invalid_blocks") }
    // A channel that everybody would be called into.
    let all = [text] + (json["blocks"]?.array ?? []).compactMap { $0["text"]?.string }
    guard !all.contains(where: { $0.contains("<!") || $0.contains("<@") }) else {
      return .answer(400, body: "user_not_found")
    }
    return .answer(200, body: "ok")
  }

  private static func discord(_ json: JSONValue, path: String) -> LoopbackServer.Reply {
    guard path.contains("wait=true") else { return .answer(204) }
    let content = json["content"]?.string ?? ""
    let embeds = json["embeds"]?.array ?? []
    let whole = embeds.flatMap { [$0["title"], $0["description"]] }.reduce(0) {
      $0 + ($1?.string?.unicodeScalars.count ?? 0)
    }
    let areTyped =
      json.isMissingOrText("content") && (json["embeds"] == nil || json["embeds"]?.array != nil)
      && embeds.allSatisfy { $0.isMissingOrText("title") && $0.isMissingOrText("description") }
    let isTooLong =
      content.unicodeScalars.count > 2_000 || whole > 6_000 || embeds.count > 10 || !areTyped
      || embeds.contains {
        ($0["title"]?.string ?? "").unicodeScalars.count > 256
          || ($0["description"]?.string ?? "").unicodeScalars.count > 4_096
      }
    guard !isTooLong, !(content.isEmpty && embeds.isEmpty), json["allowed_mentions"]?["parse"] == .array([]) else {
      return .answer(400, body: "{\"message\":\"Invalid Form Body\",\"code\":50035}")
    }
    return .answer(200, body: "{\"id\":\"1\"}")
  }

  private static func teams(_ json: JSONValue, size: Int) -> LoopbackServer.Reply {
    guard size <= 28_000 else { return .answer(413, body: "Request Entity too large") }
    let card = json["attachments"]?.array?.first
    guard json["type"]?.string == "message",
      card?["contentType"]?.string == "application/vnd.microsoft.card.adaptive",
      card?["content"]?["type"]?.string == "AdaptiveCard", let parts = card?["content"]?["body"]?.array,
      !parts.isEmpty, card?["content"]?.hasOnlyTexts("$schema", "type", "version", or: "body") == true,
      parts.allSatisfy({ $0.hasOnlyTexts("type", "text", "size", "weight", or: "wrap") && $0["text"] != nil }),
      parts.allSatisfy({ part in
        part["type"]?.string == "TextBlock"
          && ["small", "default", "large"].contains(part["size"]?.string ?? "default")
          && ["default", "bolder"].contains(part["weight"]?.string ?? "default")
          && [nil, .boolean(true), .boolean(false)].contains(part["wrap"])
      })
    else { return .answer(400, body: "{\"error\":{\"code\":\"InvalidRequestContent\"}}") }
    return .answer(202)
  }

  private static func mattermost(_ json: JSONValue) -> LoopbackServer.Reply {
    guard let text = json["text"]?.string, !text.isEmpty, text.unicodeScalars.count <= 16_383 else {
      return .answer(400, body: "{\"id\":\"web.incoming_webhook.text.app_error\",\"message\":\"No text specified.\"}")
    }
    return .answer(200, body: "ok")
  }

  private func buttondown(_ json: JSONValue, _ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    guard request.header("authorization") == "Token \(secret.reveal())" else {
      return .answer(403, body: "{\"detail\":\"Invalid token.\"}")
    }
    guard case .object(let members) = json,
      Set(members.keys).isSubset(of: ["subject", "body", "status", "description", "slug", "canonical_url", "metadata"])
    else { return .answer(422, body: "{\"detail\":[{\"type\":\"extra_forbidden\"}]}") }
    guard ["body", "description", "status", "slug"].allSatisfy(json.isMissingOrText) else {
      return .answer(422, body: "{\"detail\":[{\"type\":\"string_type\"}]}")
    }
    guard json["body"]?.string?.hasPrefix("---\n") != true else {
      return .answer(400, body: "{\"code\":\"body_contains_frontmatter\"}")
    }
    guard let subject = json["subject"]?.string, (1...2_000).contains(subject.unicodeScalars.count) else {
      return .answer(400, body: "{\"code\":\"subject_invalid\"}")
    }
    guard json["status"]?.string == "draft" else {
      return .answer(418, body: "a real Buttondown would now mail every subscriber")
    }
    guard request.header("x-idempotency-key")?.hasPrefix("msg_") == true else { return .answer(400, body: "no key") }
    return .answer(201, body: "{\"id\":\"em_1\",\"status\":\"draft\"}")
  }

  private func listmonk(_ json: JSONValue, _ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    guard request.header("authorization") == "token \(secret.reveal())" else {
      return .answer(403, body: "{\"message\":\"Invalid session\"}")
    }
    let actions = ["body", "subject", "altbody"].compactMap { json[$0]?.string }.map(Self.withoutLiterals)
    guard json["lists"]?.array?.isEmpty == false, (1...5_000).contains(json["subject"]?.string?.utf8.count ?? 0),
      (1...2_000).contains(json["name"]?.string?.utf8.count ?? 0),
      !actions.contains(where: { $0.contains("{{") })
    else { return .answer(400, body: "{\"message\":\"Invalid campaign\"}") }
    return .answer(200, body: "{\"data\":{\"id\":1,\"status\":\"draft\"}}")
  }

  /// A Go template without the actions that print braces.
  private static func withoutLiterals(_ text: String) -> String {
    var rest = text[...]
    var clean = ""
    while let open = rest.firstRange(of: "{{ `"), let close = rest[open.upperBound...].firstRange(of: "` }}"),
      rest[open.upperBound..<close.lowerBound].allSatisfy({ $0 == "{" })
    {
      clean += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    return clean + rest
  }

  private static func ghost(_ json: JSONValue, _ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let token = (request.header("authorization") ?? "").split(separator: " ")
    guard token.first == "Ghost", token.last?.split(separator: ".").count == 3 else {
      return .answer(400, body: "{\"errors\":[{\"type\":\"BadRequestError\",\"code\":\"INVALID_JWT\"}]}")
    }
    guard request.path.contains("source=html"), case .object(let members) = json, Set(members.keys) == ["posts"],
      let posts = json["posts"]?.array, posts.count == 1, case .object(let fields) = posts[0],
      Set(fields.keys).isSubset(of: ["title", "html", "status", "custom_excerpt", "slug", "tags"]),
      fields.values.allSatisfy({ $0.string != nil }), let post = posts.first,
      (1...2_000).contains(post["title"]?.string?.unicodeScalars.count ?? 0), post["status"]?.string == "draft",
      (post["custom_excerpt"]?.string ?? "").unicodeScalars.count <= 300
    else { return .answer(422, body: "{\"errors\":[{\"type\":\"ValidationError\"}]}") }
    return .answer(201, body: "{\"posts\":[{\"id\":\"1\",\"status\":\"draft\"}]}")
  }
}

extension JSONValue {
  /// Whether an object has no members but these, the first ones all texts.
  fileprivate func hasOnlyTexts(_ names: String..., or other: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return Set(members.keys).isSubset(of: names + [other]) && names.allSatisfy(isMissingOrText)
  }

  /// Whether a member is a text where it is there.
  fileprivate func isMissingOrText(_ name: String) -> Bool {
    self[name].map { $0.string != nil } ?? true
  }
}
