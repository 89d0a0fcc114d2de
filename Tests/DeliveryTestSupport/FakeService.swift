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

  private static func slack(_ json: JSONValue) -> LoopbackServer.Reply {
    guard let text = json["text"]?.string, !text.isEmpty else { return .answer(400, body: "no_text") }
    for block in json["blocks"]?.array ?? [] {
      let (content, limit) =
        switch block["type"]?.string {
        case "header": (block["text"]?["text"]?.string, 150)
        case "section": (block["text"]?["text"]?.string, 3_000)
        case "markdown": (block["text"]?.string, 12_000)
        default: (nil, 0)
        }
      guard let content, content.utf16.count <= limit else { return .answer(400, body: "invalid_blocks") }
    }
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
    let isTooLong =
      content.unicodeScalars.count > 2_000
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
      card?["content"]?["type"]?.string == "AdaptiveCard", card?["content"]?["body"]?.array?.isEmpty == false
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
    guard json["lists"]?.array?.isEmpty == false, json["subject"]?.string?.isEmpty == false,
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
    guard request.path.contains("source=html"), let post = json["posts"]?.array?.first,
      post["title"]?.string?.isEmpty == false, post["status"]?.string == "draft",
      (post["custom_excerpt"]?.string ?? "").unicodeScalars.count <= 300
    else { return .answer(422, body: "{\"errors\":[{\"type\":\"ValidationError\"}]}") }
    return .answer(201, body: "{\"posts\":[{\"id\":\"1\",\"status\":\"draft\"}]}")
  }
}
