/// Chat services: the address itself is the secret, and nothing is signed.
extension WebhookFormat {
  /// Limits of Block Kit (docs.slack.dev, 2026-11); all blocks together after slackapi/bolt-js#2509.
  ///
  /// All Markdown blocks of a message share one limit.
  static let slack = WebhookFormat(
    headers: { _ throws(SigningError) in [] }, isAddressSecret: true,
    objection: { limits in
      limits.tooLong("text", limits.json["text"], 40_000, in: .utf16)
        ?? limits.first(of: limits.json["blocks"]) { block in
          switch block["type"]?.string {
          case "header": limits.tooLong("the header", block["text"]?["text"], 150, in: .utf16)
          case "section": limits.tooLong("a section", block["text"]?["text"], 3_000, in: .utf16)
          default: nil
          }
        }
        ?? limits.tooLong(
          "the text", all: limits.json["blocks"], 12_000, { $0["type"] == .string("markdown") ? $0["text"] : nil })
        ?? limits.tooLong("all text in blocks", all: limits.json["blocks"], 13_200) { block in
          block["text"]?["text"] ?? block["text"]
        }
        ?? limits.tooMany("blocks", limits.json["blocks"], 50)
        ?? limits.missing("text", limits.json["text"])
    })

  /// Limits after discord-api-docs, developers/resources/message.mdx (2026-08).
  ///
  /// Without `wait=true` a message that is not saved gives no error.
  static let discord = WebhookFormat(
    headers: { _ throws(SigningError) in [] }, query: "wait=true", isAddressSecret: true,
    objection: { limits in
      let embeds = limits.json["embeds"]?.array ?? []
      let texts = embeds.flatMap { [$0["title"], $0["description"]].compactMap(\.?.string) }
      let whole = texts.reduce(0) { $0 + $1.unicodeScalars.count }
      return limits.tooLong("content", limits.json["content"], 2_000)
        ?? limits.first(of: limits.json["embeds"]) { embed in
          limits.tooLong("the title", embed["title"], 256) ?? limits.tooLong("the text", embed["description"], 4_096)
        }
        ?? limits.tooMany("embeds", limits.json["embeds"], 10)
        ?? (whole > 6_000 ? "all embeds together have \(whole) characters; 6000 are allowed" : nil)
        ?? (embeds.isEmpty ? limits.missing("content", limits.json["content"]) : nil)
    })

  /// About 28 KB (learn.microsoft.com, "Create Incoming Webhooks"); others met the refusal at 27 KB (elementary#2160).
  static let teams = WebhookFormat(
    headers: { _ throws(SigningError) in [] }, isAddressSecret: true,
    objection: { limits in
      limits.byteCount > 27_000 ? "the message has \(limits.byteCount) bytes; Teams takes about 27000" : nil
    })

  /// Longer texts would be cut in pieces (docs.mattermost.com, product limits, 2026-08).
  static let mattermost = WebhookFormat(
    headers: { _ throws(SigningError) in [] }, isAddressSecret: true,
    objection: { limits in
      limits.tooLong("text", limits.json["text"], 16_383) ?? limits.missing("text", limits.json["text"])
    })
}
