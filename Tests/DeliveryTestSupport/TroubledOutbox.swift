package import Delivery
package import Foundation
internal import Synchronization

/// An outbox whose first claims and completions fail.
package final class TroubledOutbox: Outbox, Sendable {
  private let outbox: any Outbox
  private let error: OutboxError
  private let failingRecoveries: Mutex<Int>
  private let failingClaims: Mutex<Int>
  private let failingCompletions: Mutex<Int>

  package init(
    _ outbox: any Outbox, failsRecoveries recoveries: Int = 0, failsClaims claims: Int,
    failsCompletions completions: Int, error: OutboxError
  ) {
    self.outbox = outbox
    self.error = error
    failingRecoveries = Mutex(recoveries)
    failingClaims = Mutex(claims)
    failingCompletions = Mutex(completions)
  }

  private func fail(_ left: borrowing Mutex<Int>) throws {
    let fails = left.withLock { left in
      left -= 1
      return left >= 0
    }
    if fails { throw error }
  }

  package func claim(_ quotas: [ClaimQuota], owner: String, now: Date, lease: Duration) async throws -> [Claim] {
    if !quotas.isEmpty { try fail(failingClaims) }
    return try await outbox.claim(quotas, owner: owner, now: now, lease: lease)
  }

  package func complete(_ completion: Completion) async throws -> Bool {
    try fail(failingCompletions)
    return try await outbox.complete(completion)
  }

  package func accept(_ parcels: [Parcel], now: Date) async throws -> [Acceptance] {
    try await outbox.accept(parcels, now: now)
  }

  package func recoverLeases(now: Date) async throws -> Int {
    try fail(failingRecoveries)
    return try await outbox.recoverLeases(now: now)
  }
  package func deliveries(_ filter: DeliveryFilter) async throws -> [DeliveryRecord] {
    try await outbox.deliveries(filter)
  }
  package func counts() async throws -> [DeliveryCount] { try await outbox.counts() }
  package func delivery(_ id: String) async throws -> DeliveryRecord? { try await outbox.delivery(id) }
  package func attempts(of id: String) async throws -> [Attempt] { try await outbox.attempts(of: id) }
  package func payload(of id: String) async throws -> Payload? { try await outbox.payload(of: id) }
  package func retry(_ id: String, now: Date) async throws -> DeliveryRecord { try await outbox.retry(id, now: now) }
  package func cancel(_ id: String, now: Date) async throws -> DeliveryRecord { try await outbox.cancel(id, now: now) }
  package func nextDue(webhooks: [String]) async throws -> Date? { try await outbox.nextDue(webhooks: webhooks) }
  package func health(of webhook: String) async throws -> WebhookHealth { try await outbox.health(of: webhook) }
  package func history(of webhook: String) async throws -> WebhookHistory { try await outbox.history(of: webhook) }
  package func setHealth(_ health: WebhookHealth) async throws { try await outbox.setHealth(health) }
  package func prune(finishedBefore date: Date) async throws -> Int { try await outbox.prune(finishedBefore: date) }
}
