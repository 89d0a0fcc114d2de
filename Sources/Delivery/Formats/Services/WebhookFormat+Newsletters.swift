internal import FoundationEssentials

/// Newsletter services: each call makes a draft there, and must never send anything to readers.
extension WebhookFormat {
  /// Buttondown's `POST /v1/emails` (buttondown/docs, openapi.json, 2026-08).
  ///
  /// Without `status: draft` it mails every subscriber.
  static let buttondown = WebhookFormat(
    headers: { attempt throws(SigningError) in
      let token = try attempt.token()
      return [
        HTTPHeader(name: "authorization", value: "Token \(token)"),
        HTTPHeader(name: "x-idempotency-key", value: attempt.id),
      ]
    }, kinds: [.newsletter],
    objection: { limits in
      guard limits.json["status"] == .string("draft") else {
        return "\"status\": \"draft\" is missing; Buttondown would mail every subscriber"
      }
      let body = limits.json["body"]?.string ?? ""
      return limits.missing("subject", limits.json["subject"]) ?? limits.tooLong(
        "subject", limits.json["subject"], 2_000)
        ?? (body.hasPrefix("---\n") ? "the body begins with front matter, which Buttondown refuses" : nil)
    })

  /// Listmonk's `POST /api/campaigns` (knadh/listmonk, docs and cmd/campaigns.go, 2026-07).
  ///
  /// A campaign made so is always a draft. Lengths are counted in bytes.
  static let listmonk = WebhookFormat(
    headers: { attempt throws(SigningError) in
      [HTTPHeader(name: "authorization", value: "token \(try attempt.token())")]
    }, kinds: [.newsletter],
    objection: { limits in
      let lists = limits.json["lists"]?.array ?? []
      let areNumbers = lists.allSatisfy {
        if case .number(let id) = $0 { id >= 1 && id == id.rounded() } else { false }
      }
      guard !lists.isEmpty, areNumbers else {
        return "listmonk needs the numbers of its lists; say options: {lists: \"1\"} at the webhook"
      }
      return limits.missing("subject", limits.json["subject"])
        ?? limits.tooLong("name", limits.json["name"], 2_000, in: .utf8)
        ?? limits.tooLong("subject", limits.json["subject"], 5_000, in: .utf8)
    })

  /// Ghost's `POST /ghost/api/admin/posts/?source=html` (TryGhost/Docs admin-api; limits: TryGhost/SDK schemas, 2026-07).
  static let ghost = WebhookFormat(
    headers: { attempt throws(SigningError) in
      [
        HTTPHeader(name: "authorization", value: "Ghost \(try GhostToken.make(attempt.token(), at: attempt.date))"),
        HTTPHeader(name: "accept-version", value: "v5.0"),
      ]
    }, query: "source=html", kinds: [.newsletter],
    objection: { limits in
      limits.first(of: limits.json["posts"]) { post in
        guard post["status"] == .string("draft") else { return "\"status\": \"draft\" is missing; Ghost might publish" }
        return limits.missing("title", post["title"]) ?? limits.tooLong("title", post["title"], 2_000)
          ?? limits.tooLong("custom_excerpt", post["custom_excerpt"], 300)
      } ?? (limits.json["posts"]?.array?.count == 1 ? nil : "Ghost takes one post at a time")
    })
}

extension WebhookFormat.AttemptContext {
  /// The newest secret, for services that take one token.
  fileprivate func token() throws(SigningError) -> String {
    guard let secret = secrets.first else { throw .missingSecret }
    return secret.reveal()
  }
}
