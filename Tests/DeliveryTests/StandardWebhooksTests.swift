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

private let signedFile = ProcessInfo.processInfo.environment["SIGNED_FILE"]

/// Writes what Daybook signs for another library to judge, see `Tests/Peers/signatures`.
@Suite(.enabled(if: signedFile != nil, "left out: `make test-peers` runs it"))
struct SignedFileTests {
  struct Signed: Encodable {
    var body: String
    var headers: [String: String]
    /// The key that the receiver knows at the time.
    var key: String
  }

  /// The old key alone, then both while the receivers change theirs one by one, then the new one alone.
  @Test func tenThousandPayloadsWithKeysRotatedMidway() throws {
    let keys = [0, 100].map { Secret("whsec_" + Data($0..<$0 + 32).base64EncodedString()) }
    let pieces = ["a", "é", "\"", "\\", "\n", "\u{1F3C3}", "{\"x\":1}", "世界", " ", "\u{0}"]
    let now = Date()
    let encoder = JSONEncoder()
    let lines = try (0..<10_000).map { number in
      let secrets = number < 4_000 ? [keys[0]] : number < 6_000 ? [keys[1], keys[0]] : [keys[1]]
      let body = (0..<Int.random(in: 0...400)).map { _ in pieces[Int.random(in: pieces.indices)] }.joined()
      let headers = try StandardWebhooks.headers(
        id: Parcel.newID(), at: now, body: Array(body.utf8), secrets: secrets)
      let key = keys[number < 5_000 ? 0 : 1]
      let signed = Signed(
        body: body, headers: Dictionary(headers.map { ($0.name, $0.value) }) { $1 }, key: key.reveal())
      return String(decoding: try encoder.encode(signed), as: UTF8.self)
    }
    try lines.joined(separator: "\n").write(toFile: try #require(signedFile), atomically: true, encoding: .utf8)
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
