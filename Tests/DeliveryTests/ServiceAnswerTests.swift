import Delivery
import DeliveryTestSupport
import Foundation
import TestSupport
import Testing

/// What services really answer, and what becomes of the delivery then.
@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)), .timeLimit(.minutes(10)))
struct ServiceAnswerTests {
  struct AnswerFile: Decodable {
    struct Answer: Decodable, CustomTestStringConvertible {
      let destination, body, retry: String
      let `case`: String
      let status: Int
      let headers: [String: String]

      var testDescription: String { "\(destination): \(`case`)" }
    }
    let responses: [Answer]
  }

  private static let ours = ["slack", "discord", "teams", "mattermost", "buttondown", "listmonk", "ghost", "any"]
  static let answers =
    (try? SharedData.json("conformance/api-responses/responses.json", as: AnswerFile.self))?.responses
    .filter { ours.contains($0.destination) } ?? []

  @Test func theAnswersAreThere() {
    #expect(Set(Self.answers.map(\.destination)) == Set(Self.ours))
  }

  @Test(arguments: answers)
  func everyAnswerHasItsConsequence(_ answer: AnswerFile.Answer) async throws {
    let headers = answer.headers.map { HTTPHeader(name: $0.key, value: $0.value) }
    let server = try LoopbackServer { _ in .answer(answer.status, headers: headers, body: answer.body) }
    let outbox = MemoryOutbox()
    let now = Date()
    let parcel = Parcel(draft: "d", textHash: "h", webhook: "desk", payload: Payload(body: Array("{}".utf8)))
    _ = await outbox.accept([parcel], now: now)
    let loop = try CurlLoop()
    let deliverer = Deliverer(outbox: outbox, transport: loop, webhooks: [try server.webhook()])
    let record = try #require(try await deliverer.deliverDue(now: now).first)
    await loop.stop()
    server.stop()
    // A redirect is no answer to this question: it is neither followed nor taken for a refusal.
    let mayTryAgain = !answer.retry.hasPrefix("no") || (300..<400).contains(answer.status)
    let isTaken = (200..<300).contains(answer.status)
    #expect(record.state == (isTaken ? .delivered : mayTryAgain ? .pending : .dead))
    if let seconds = answer.headers["Retry-After"].flatMap({ Double($0) }) {
      #expect(try #require(record.nextAttempt).timeIntervalSince(now) >= seconds)
    }
    #expect((await outbox.health(of: "desk").pause != nil) == (answer.status == 410))
    if !isTaken {
      let line = answer.body.split(separator: "\n").first.map(String.init) ?? ""
      #expect(record.lastError?.hasPrefix("HTTP \(answer.status)") == true)
      #expect(line.isEmpty || record.lastError?.contains(line.prefix(100)) == true)
    }
  }
}

/// Every status on the whole way, with a redirect's target that must see nothing.
@Suite(.timeLimit(.minutes(10))) struct EveryStatusTests {
  @Test func everyStatusHasItsEnd() async throws {
    let target = try LoopbackServer { _ in .answer(200) }
    let location = HTTPHeader(name: "Location", value: "http://127.0.0.1:\(target.port)/")
    let server = try LoopbackServer { request in
      let status = Int(request.path.dropFirst()) ?? 200
      // These have no body (RFC 9110, 15.3.5, 15.4.5).
      guard ![204, 304].contains(status) else {
        return .raw("HTTP/1.1 \(status) Status\r\nLocation: \(location.value)\r\n\r\n")
      }
      return .answer(status, headers: [location])
    }
    let webhooks = try (200...599).map { try server.webhook("\($0)", path: "/\($0)") }
    let outbox = MemoryOutbox()
    let now = Date()
    _ = await outbox.accept(
      webhooks.map { Parcel(draft: "d", textHash: "h", webhook: $0.name, payload: Payload(body: [0x7B, 0x7D])) },
      now: now)
    let loop = try CurlLoop()
    let records = try await Deliverer(outbox: outbox, transport: loop, webhooks: webhooks).deliverDue(now: now)
    await loop.stop()
    server.stop()
    #expect(records.count == 400)
    for record in records {
      let expected: DeliveryState =
        switch Int(record.webhook) ?? 0 {
        case 200...299: .delivered
        case 400, 401, 403, 404, 405, 410, 413, 415, 422: .dead
        default: .pending
        }
      #expect(record.state == expected, "\(record.webhook): \(record.lastError ?? "")")
      #expect(record.attempts == 1)
    }
    #expect(target.accepted == 0)
    target.stop()
  }
}
