package import Delivery
internal import Foundation
internal import Testing

/// What every implementation of an outbox has to do; each clause gets an empty outbox.
package enum OutboxContract {
  /// One promise.
  package struct Clause: Sendable, CustomTestStringConvertible {
    package let name: String
    package let check: @Sendable (any Outbox) async throws -> Void

    package var testDescription: String { name }
  }

  package static let clauses: [Clause] = acceptance + claiming + completing + deciding + holding

  /// A whole number of milliseconds, so that every store can keep it exactly.
  static let start = Date(timeIntervalSince1970: 1_725_868_800)

  static func parcel(_ number: Int = 1, webhook: String = "desk", hash: String = "sha256:aa") -> Parcel {
    Parcel(
      id: "msg_\(webhook)\(number)\(hash)", draft: "draft-\(number)", textHash: hash, webhook: webhook,
      payload: Payload(body: Array("{\"number\":\(number)}".utf8)))
  }

  static func claimOne(
    _ outbox: any Outbox, owner: String = "a", at now: Date = start, lease: Duration = .seconds(60)
  ) async throws -> Claim {
    let claims = try await outbox.claim([ClaimQuota(webhook: "desk", count: 1)], owner: owner, now: now, lease: lease)
    return try #require(claims.first)
  }

  static func completion(
    _ claim: Claim, _ outcome: Completion.Outcome, status: Int? = 200, error: String? = nil, at began: Date = start,
    event: WebhookHealth.Event? = .answered
  ) -> Completion {
    Completion(
      id: claim.record.id, owner: claim.owner,
      attempt: Attempt(
        number: claim.record.attempts, began: began, duration: .milliseconds(250), status: status, error: error,
        answer: "ok"),
      outcome: outcome, event: event)
  }
}
