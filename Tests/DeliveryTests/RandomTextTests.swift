import Content
import Delivery
import DeliveryTestSupport
import Foundation
import Scheduler
import TestSupport
import Testing
import Timeline

/// Random texts through every webhook's and every post's template; the long form takes 100,000 through each webhook's
/// and as many through those of posts together.
@Suite struct RandomTextTests {
  static let count = LongTests.areOn ? 100_000 : 500
  static let countOfPosts = LongTests.areOn ? 25_000 : 250
  static let now = Date(timeIntervalSince1970: 1_725_868_800)
  private static let delicate = Array("\"\\{}[]:,/\u{0}\u{8}\n\r\t\u{2028}&<>'`$*_#@".unicodeScalars)

  /// A text of up to 40 scalars, half of them of those that formats trip over.
  static func text(_ random: inout RetryScheduleTests.Seeded) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let isDelicate = Bool.random(using: &random)
      let scalar =
        isDelicate
        ? delicate.randomElement(using: &random) : Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
      if let scalar { text.append(scalar) }
    }
    return String(text)
  }

  static func template(_ name: String) throws -> PayloadTemplate {
    let file = SharedData.repository.appending(path: "Templates/webhooks/\(name).mustache")
    return try PayloadTemplate(String(contentsOf: file, encoding: .utf8), name: name)
  }

  static func webhook(_ format: String) throws -> Webhook {
    Webhook(
      name: "desk", url: try WebhookURL("https://example.org/", network: .public), format: format,
      options: ["lists": "7"])
  }

  static func message(_ text: String, parts: [String] = []) -> OutgoingMessage {
    OutgoingMessage(
      draft: "d", kind: .newsletter, channel: "newsletter", subject: "S", text: text, parts: parts, html: text,
      plainText: text, textHash: "sha256:00", publication: OutgoingMessage.Publication(name: "P"))
  }

  /// Where a format carries the text, with what the service itself would undo undone.
  static let readers: [String: @Sendable (JSONValue) -> String?] = [
    "standard": { $0["data"]?["text"]?.string },
    "slack": { json in
      // Literally, since a combining mark behind the semicolon is one character with it.
      json["blocks"]?.array?.last?["text"]?.string?.replacingOccurrences(of: "&lt;", with: "<", options: .literal)
        .replacingOccurrences(of: "&amp;", with: "&", options: .literal)
    },
    "discord": { $0["embeds"]?.array?.first?["description"]?.string },
    "teams": { $0["attachments"]?.array?.first?["content"]?["body"]?.array?.last?["text"]?.string },
    "mattermost": { json in json["text"]?.string.map { String($0.trimmingPrefix("#### S\n\n")) } },
    "buttondown": { json in
      json["body"]?.string.flatMap { body in body.firstRange(of: "-->\n").map { String(body[$0.upperBound...]) } }
    },
    "listmonk": { json in json["body"]?.string.map { $0.replacing(#/\{\{ `(\{+)` \}\}/#) { $0.1 } } },
    "ghost": { json in
      // By bytes, since a carriage return before the comment's line feed is one character with it.
      let frame = (begin: "<!--kg-card-begin: html-->\n".utf8.count, end: "\n<!--kg-card-end: html-->".utf8.count)
      return json["posts"]?.array?.first?["html"]?.string.map {
        String(decoding: $0.utf8.dropFirst(frame.begin).dropLast(frame.end), as: UTF8.self)
      }
    },
  ]

  @Test("comes out of a webhook's template as it went in", arguments: readers.keys.sorted())
  func webhooks(format: String) throws {
    let template = try Self.template(format)
    let webhook = try Self.webhook(format)
    let read = try #require(Self.readers[format])
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RetryScheduleTests.Seeded(state: seed)
    for _ in 0..<Self.count {
      let text = Self.text(&random)
      let payload = try template.payload(for: Self.message(text), to: webhook, at: Self.now)
      let found = JSONValue.parse(payload.body).flatMap(read)
      guard found.map({ Array($0.utf8) }) == Array(text.utf8) else {
        return #expect(Bool(false), "seed \(seed): \(text.debugDescription), found \(found.debugDescription)")
      }
    }
    if LongTests.areOn { print("\(Self.count) texts through \(format) came back as they were") }
  }

  static let kinds = ["entry", "on-this-day", "quote", "thread"]

  @Test("a post made of it comes out of the standard payload as it stands in the draft", arguments: kinds)
  func posts(kind: String) throws {
    var channel = try #require(Channel.named("mastodon"))
    channel.kinds = [.entry, .thread]
    if kind == "thread" { channel.limit = 80 }
    let composer = try PostComposer(
      publication: Publication(name: "P"), channel: channel, templates: TemplateSet())
    let template = try Self.template("standard")
    let webhook = try Self.webhook("standard")
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RetryScheduleTests.Seeded(state: seed)
    var made = 0
    for _ in 0..<Self.countOfPosts {
      guard let draft = composer.compose(try Self.subject(kind, Self.text(&random))).draft else { continue }
      made += 1
      var post = Self.message(draft.publicText, parts: draft.parts)
      post.kind = .post
      let json = JSONValue.parse(try template.payload(for: post, to: webhook, at: Self.now).body)?["data"]
      let text = json?["text"]?.string ?? ""
      let parts = draft.parts.count > 1 ? json?["parts"]?.array?.compactMap(\.string) : draft.parts
      guard Array(text.utf8) == Array(draft.publicText.utf8), parts == draft.parts else {
        return #expect(Bool(false), "seed \(seed): \(draft.text.debugDescription)")
      }
    }
    #expect(made * 10 > Self.countOfPosts * 9, "\(made) of \(Self.countOfPosts)")
    if LongTests.areOn { print("\(made) posts by posts/\(kind) came back as they were") }
  }

  /// An entry that says a text in its title, its body and its quote.
  static func subject(_ kind: String, _ text: String) throws -> PostSubject {
    let day = try #require(CivilDay(iso8601: "2024-09-05"))
    let more = kind == "thread" ? "\n\nIt goes on and on, and on.\n\nAnd then it goes on even longer than that." : ""
    let blocks: [Block] = [.text(text + more), .quote(Quote(text: "Said \(text)", speaker: "A. Runner"))]
    let entry = Entry(id: "e", date: EntryDate(day: day), title: "T \(text)", blocks: blocks)
    switch kind {
    case "on-this-day": return .pick(Pick(entry: entry, occursOn: day, years: 3, isMilestone: false, reason: ""))
    case "quote": return .quote(entry)
    default: return .entry(entry)
    }
  }
}
