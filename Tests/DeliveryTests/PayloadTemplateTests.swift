import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

@Suite struct PayloadTemplateTests {
  private static let folder = SharedData.repository.appending(path: "Templates/webhooks")
  private let now = Date(timeIntervalSince1970: 1_725_868_800)

  private func standard() throws -> PayloadTemplate {
    try PayloadTemplate(
      String(contentsOf: Self.folder.appending(path: "standard.mustache"), encoding: .utf8),
      name: "webhooks/standard.mustache")
  }

  private func webhook() throws -> Webhook {
    Webhook(name: "desk", url: try WebhookURL("https://example.org/", network: .public), options: ["list": "7"])
  }

  private func message(text: String = "Hello", parts: [String] = []) -> OutgoingMessage {
    OutgoingMessage(
      draft: "2024-W37-newsletter", kind: .newsletter, channel: "newsletter", subject: "The \"week\"",
      text: text, parts: parts, html: "<p>a</p>", entries: ["one", "two"], period: "2024-09-02/2024-09-08",
      textHash: "sha256:00", publication: OutgoingMessage.Publication(name: "The Bell Lap", language: "en"))
  }

  @Test func theStandardPayloadSaysItAll() throws {
    let payload = try standard().payload(for: message(parts: ["a", "b\n"]), to: webhook(), at: now)
    let json = try #require(JSONValue.parse(payload.body))
    #expect(payload.contentType == "application/json")
    #expect(json["type"] == .string("draft.newsletter"))
    #expect(json["timestamp"] == .string("2024-09-09T08:00:00Z"))
    let data = try #require(json["data"])
    #expect(data["id"] == .string("2024-W37-newsletter"))
    #expect(data["subject"] == .string("The \"week\""))
    #expect(data["preheader"] == nil)
    #expect(data["parts"] == .array([.string("a"), .string("b\n")]))
    #expect(data["entries"] == .array([.string("one"), .string("two")]))
    #expect(data["publication"]?["name"] == .string("The Bell Lap"))
    #expect(data["publication"]?["link"] == nil)
  }

  @Test func aPostIsOfItsOwnType() throws {
    var post = message()
    post.kind = .post
    post.subject = ""
    let json = try #require(JSONValue.parse(try standard().payload(for: post, to: webhook(), at: now).body))
    #expect(json["type"] == .string("draft.post"))
    #expect(json["data"]?["subject"] == nil)
    #expect(json["data"]?["parts"] == nil)
  }

  @Test(arguments: [
    "\"", "\\", "\\\"", "\",\"x\":\"", "\u{0}", "\u{1F}", "\u{7F}", "\r\n\t", "\u{2028}\u{2029}", "</script>",
    "{{text}}",
    "{{{text}}}", "é👩‍👩‍👧", "\u{FEFF}", "e\u{301}", "\u{10FFFF}", "'", "&<>",
  ])
  func whateverIsInATextComesOutAsItWentIn(_ text: String) throws {
    let json = JSONValue.parse(try standard().payload(for: message(text: text), to: webhook(), at: now).body)
    #expect(json?["data"]?["text"]?.string.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test(arguments: [
    ("{\n{{{text}}}}", 2), ("{\"a\": {{& text}}}", 1), ("{{ {text} }}", 1), ("{{=<% %>=}}{\"a\":1}", 1),
    ("{{% CONTENT_TYPE:TEXT}}{}", 1), ("\n\n{{> other}}", 3), ("{{< base}}{{/base}}", 1), ("{{#text}}", 1),
    ("{\n\"a\": \"{{txet}}\"}", 2), ("{{#publication}}{{nmae}}{{/publication}}", 1), ("{{shout(text)}}", 1),
    ("{{$block}}{{/block}}", 1), ("{{! a\ncomment }}\n{{nothing}}", 3),
  ])
  func aTemplateThatBreaksOutOrErrsIsRefusedWithItsLine(_ text: String, _ line: Int) throws {
    let error = #expect(throws: PayloadError.self) { try PayloadTemplate(text, name: "webhooks/mine.mustache") }
    #expect(error?.line == line)
    #expect(error?.description.hasPrefix("webhooks/mine.mustache:\(line)") == true)
  }

  @Test(arguments: ["{\"a\": {{text}}}", "{\"a\": 1,}", "", "hello", "{\"a\": \"{{text}}\""])
  func whatIsNoJSONIsRefusedBeforeItIsAccepted(_ text: String) throws {
    let template = try PayloadTemplate(text, name: "webhooks/mine.mustache")
    #expect(throws: PayloadError.self) { try template.payload(for: message(), to: webhook(), at: now) }
  }

  @Test func aPostOnBlueskyBringsItsFacets() throws {
    var post = message(text: "a", parts: ["é \"x\" https://example.org/?a=1 #Mile\n\n1/2", "@a.test says no\n\n2/2"])
    post.kind = .post
    post.channel = "bluesky"
    let data = JSONValue.parse(try standard().payload(for: post, to: webhook(), at: now).body)?["data"]
    let facets = try #require(data?["facets"]?.array?.map { $0.array ?? [] })
    #expect(facets.map(\.count) == [2, 1])
    #expect(facets[0][0]["uri"] == .string("https://example.org/?a=1"))
    #expect(facets[0][0]["byteStart"] == .number(7) && facets[0][0]["byteEnd"] == .number(31))
    #expect(facets[0][1]["tag"] == .string("Mile") && facets[1][0]["handle"] == .string("a.test"))
    post.channel = "x"
    let other = JSONValue.parse(try standard().payload(for: post, to: webhook(), at: now).body)?["data"]
    #expect(other?["text"] != nil && other?["facets"] == nil)
  }

  @Test func linkedInsOwnSignsAreEscapedAndItsHashtagsMade() throws {
    let template = try PayloadTemplate("{\"a\": \"{{linkedIn(text)}}\"}", name: "mine")
    let text = #"A (small) *mile* [1] @home {x} a\\b #Mile_2 <3 ~ | é"#
    let json = JSONValue.parse(try template.payload(for: message(text: text), to: webhook(), at: now).body)
    #expect(
      json?["a"]
        == .string(##"A \(small\) \*mile\* \[1\] \@home \{x\} a\\\\b {hashtag|\#|Mile\_2} \<3 \~ \| é"##))
  }

  @Test func optionsAndServiceEscapesAreThere() throws {
    let template = try PayloadTemplate(
      "{\"list\": {{options.list}}, \"a\": \"{{slack(text)}}\", \"b\": \"{{goTemplate(text)}}\"}", name: "mine")
    let json = JSONValue.parse(
      try template.payload(for: message(text: "a<b & {{c}} { {{{d"), to: webhook(), at: now).body)
    #expect(json?["list"] == .number(7))
    #expect(json?["a"] == .string("a&lt;b &amp; {{c}} { {{{d"))
    #expect(json?["b"] == .string("a<b & {{ `{{` }}c}} { {{ `{{{` }}d"))
  }
}
