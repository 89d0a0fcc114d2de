import Delivery
import Foundation
import TestSupport
import Testing

@Suite struct StandardWebhooksTests {
  private let secret = Secret("whsec_" + Data(0..<32).base64EncodedString())
  private let other = Secret("whsec_" + Data(100..<132).base64EncodedString())
  private let now = Date(timeIntervalSince1970: 1_725_868_800)

  @Test func aKeyIsBase64BehindItsPrefix() {
    #expect(WebhookSecret.key(secret) == Data(0..<32))
    #expect(WebhookSecret.key(Secret(Data(0..<32).base64EncodedString())) == Data(0..<32))
    #expect(WebhookSecret.key(Secret("whsec_")) == nil)
    #expect(WebhookSecret.key(Secret("whsec_no base64!")) == nil)
    #expect(throws: SigningError.secretNotBase64) {
      try StandardWebhooks.headers(id: "msg_1", at: now, body: [], secrets: [Secret("?")])
    }
  }

  @Test func whatIsSignedVerifiesWithEitherKeyOfARotation() throws {
    let body = Array("{\"a\":1}".utf8)
    let headers = try StandardWebhooks.headers(id: "msg_1", at: now, body: body, secrets: [other, secret])
    #expect(headers.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
    for key in [secret, other] {
      try StandardWebhooks.verify(headers: headers, body: body, secrets: [key], now: now)
    }
    let shouting = headers.map { HTTPHeader(name: $0.name.uppercased(), value: $0.value) }
    try StandardWebhooks.verify(headers: shouting, body: body, secrets: [secret], now: now)
  }

  @Test func whatWasAlteredDoesNotVerify() throws {
    let body = Array("{\"a\":1}".utf8)
    let headers = try StandardWebhooks.headers(id: "msg_1", at: now, body: body, secrets: [secret])
    let verify = { (headers: [HTTPHeader], body: [UInt8], key: Secret, now: Date) in
      try StandardWebhooks.verify(headers: headers, body: body, secrets: [key], now: now)
    }
    #expect(throws: VerificationError.noMatch) { try verify(headers, body + [32], secret, now) }
    #expect(throws: VerificationError.noMatch) { try verify(headers, body, other, now) }
    #expect(throws: VerificationError.tooOld(seconds: 301)) {
      try verify(headers, body, secret, now.addingTimeInterval(301))
    }
    #expect(throws: VerificationError.tooNew(seconds: 301)) {
      try verify(headers, body, secret, now.addingTimeInterval(-301))
    }
    for index in headers.indices {
      var fewer = headers
      fewer.remove(at: index)
      #expect(throws: VerificationError.missingHeader(headers[index].name)) { try verify(fewer, body, secret, now) }
    }
  }
}

@Suite(.enabled(if: SharedData.isThere, Comment(rawValue: SharedData.leftOut)))
struct StandardWebhooksVectorTests {
  struct SignFile: Decodable {
    struct Vector: Decodable, CustomTestStringConvertible {
      let name, secret, webhook_id, body, webhook_signature: String
      let webhook_timestamp: Int

      var testDescription: String { name }
    }
    let vectors: [Vector]
  }

  struct VerifyFile: Decodable {
    struct Case: Decodable, CustomTestStringConvertible {
      let name, secret, body: String
      let headers: [String: String]
      let now: Int
      let valid: Bool

      var testDescription: String { name }
    }
    let cases: [Case]
  }

  static let vectors = file("sign.json", as: SignFile.self)?.vectors ?? []
  static let cases = file("verify.json", as: VerifyFile.self)?.cases ?? []

  private static func file<Value: Decodable>(_ name: String, as type: Value.Type) -> Value? {
    try? SharedData.json("conformance/standard-webhooks/\(name)", as: type)
  }

  @Test func theVectorsAreThere() {
    #expect(Self.vectors.count == 23)
    #expect(Self.cases.count == 16)
  }

  @Test(arguments: vectors)
  func signsAsTheReferenceDoes(_ vector: SignFile.Vector) throws {
    let headers = try StandardWebhooks.headers(
      id: vector.webhook_id, at: Date(timeIntervalSince1970: TimeInterval(vector.webhook_timestamp)),
      body: Array(vector.body.utf8), secrets: [Secret(vector.secret)])
    #expect(headers.last?.value == vector.webhook_signature)
  }

  @Test(arguments: cases)
  func verifiesAsTheReferenceDoes(_ example: VerifyFile.Case) {
    let isValid =
      (try? StandardWebhooks.verify(
        headers: example.headers.map { HTTPHeader(name: $0.key, value: $0.value) }, body: Array(example.body.utf8),
        secrets: [Secret(example.secret)], now: Date(timeIntervalSince1970: TimeInterval(example.now)))) != nil
    #expect(isValid == example.valid)
  }
}
