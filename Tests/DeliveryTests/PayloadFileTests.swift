import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

private let payloadsFile = ProcessInfo.processInfo.environment["PAYLOADS_FILE"]

/// Writes what the formats make, and spoilt forms of it with what the fakes say to them, for another program to hold
/// against the services' schemas, see `Tests/Peers/payloads`.
@Suite(.enabled(if: payloadsFile != nil, "left out: `make test-peers` runs it")) struct PayloadFileTests {
  struct Line: Encodable {
    var service: String
    var body: String
    /// Whether Daybook made it so; otherwise it is spoilt.
    var isOurs: Bool
    /// Whether the fake took it.
    var isTaken: Bool
  }

  @Test func whatTheServicesGet() throws {
    let delicate = WebhookFormatTests.delicate
    let messages = [
      WebhookFormatTests.issue(subject: "A & <b> {{c}}", text: delicate, preheader: "More \"of\" it"),
      WebhookFormatTests.issue(text: delicate), WebhookFormatTests.post(delicate, channel: "x"),
      OutgoingMessage.digest(of: [WebhookFormatTests.issue(), WebhookFormatTests.post(delicate, channel: "x")]),
      OutgoingMessage(
        draft: "notice:desk", kind: .notice, channel: "", text: delicate, textHash: "h",
        publication: OutgoingMessage.Publication(name: "The Bell Lap")),
    ].compactMap(\.self)
    var lines: [Line] = []
    for service in FakeService.allCases {
      let file = SharedData.repository.appending(path: "Templates/webhooks/\(service.rawValue).mustache")
      let template = try PayloadTemplate(String(contentsOf: file, encoding: .utf8), name: service.rawValue)
      let target = PayloadTarget(webhook: "target", format: service.rawValue, options: ["lists": "1, 2"])
      for message in messages where target.takes(message.kind) {
        let body = try template.payload(for: message, to: target, at: Date()).body
        lines.append(Self.line(service, Data(body), isOurs: true))
        let whole = try JSONSerialization.jsonObject(with: Data(body))
        lines += try Self.spoilt(whole).map { other in
          Self.line(service, try JSONSerialization.data(withJSONObject: other, options: .sortedKeys), isOurs: false)
        }
      }
    }
    #expect(lines.allSatisfy { $0.isTaken || !$0.isOurs })
    #expect(lines.contains { !$0.isTaken })
    let encoder = JSONEncoder()
    let text = try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) }.joined(separator: "\n")
    try text.write(toFile: try #require(payloadsFile), atomically: true, encoding: .utf8)
  }

  private static func line(_ service: FakeService, _ body: Data, isOurs: Bool) -> Line {
    let reply = service.acceptableReply(to: Array(body))
    guard case .answer(let status, _, _) = reply else { preconditionFailure("a fake always answers") }
    return Line(
      service: service.rawValue, body: String(decoding: body, as: UTF8.self), isOurs: isOurs,
      isTaken: (200..<300).contains(status))
  }

  /// The same value with one thing wrong in it, in every way: a member gone, of another type, too long, or one too many.
  private static func spoilt(_ value: Any) -> [Any] {
    switch value {
    case let members as [String: Any]:
      return members.flatMap { name, member -> [Any] in
        let without = members.filter { $0.key != name }
        return [without] + ([7, true, NSNull()] as [Any]).map { without.merging([name: $0]) { $1 } }
          + spoilt(member).map { without.merging([name: $0]) { $1 } }
      } + [members.merging(["unexpected": "member"]) { $1 }]
    case let values as [Any]:
      return values.indices.flatMap { index in
        spoilt(values[index]).map { other in
          var others = values
          others[index] = other
          return others
        }
      } + [[], values + values]
    case let text as String: return [text + String(repeating: "a", count: 50_000)]
    default: return []
    }
  }
}
