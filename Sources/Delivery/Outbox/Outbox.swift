package import FoundationEssentials

/// Where deliveries are kept from acceptance to the end.
///
/// Whatever a function returns is on disk by then. A row is unique by draft, text hash and webhook. A delivery has at
/// most one owner at a time, and only the owner of its current attempt can complete it. Every implementation passes
/// the suite `OutboxContract`.
package protocol Outbox: Sendable {
  /// Takes parcels in, all or none, in the order given; one that is there already yields the row that is there, which is
  /// due again with the new payload where it had been cancelled.
  func accept(_ parcels: [Parcel], now: Date) async throws -> [Acceptance]

  /// Makes the claims of dead processes due again, where it is certain that nobody else is delivering, and gives their
  /// number; otherwise they come back when their leases end. To be called once before the first claim.
  ///
  /// What waits for longer than ``RetrySchedule/furthest`` was put off by a clock that ran ahead, and is due then too.
  func recoverLeases(now: Date) async throws -> Int

  /// Claims what is due for these webhooks, oldest first, and what has an expired lease; a paused webhook gets nothing.
  ///
  /// A webhook that is probed gets one delivery, due or not, so that it comes back even if all of its own wait for
  /// hours. An owner never gets its own claims again: it knows that it is at work, however the clock was set meanwhile.
  func claim(_ quotas: [ClaimQuota], owner: String, now: Date, lease: Duration) async throws -> [Claim]

  /// Records the end of an attempt; false when the attempt was not its owner's any more, and then nothing is changed.
  ///
  /// Where it ends a pause of the webhook, all that waits for it becomes due.
  func complete(_ completion: Completion) async throws -> Bool

  /// The rows that a filter lets through, the oldest first.
  func deliveries(_ filter: DeliveryFilter) async throws -> [DeliveryRecord]

  /// How many deliveries each webhook has in each state; sorted by webhook, then state, and without zeros.
  func counts() async throws -> [DeliveryCount]

  /// One row, or nil where there is no such id.
  func delivery(_ id: String) async throws -> DeliveryRecord?

  /// The attempts of a delivery, in order.
  func attempts(of id: String) async throws -> [Attempt]

  /// What is sent for a delivery; nil where there is no such id or retention has removed the payload.
  func payload(of id: String) async throws -> Payload?

  /// Makes a dead, cancelled or waiting delivery due at once, with a fresh count of attempts.
  func retry(_ id: String, now: Date) async throws -> DeliveryRecord

  /// Takes a waiting or dead delivery out; one that is being sent cannot be cancelled.
  func cancel(_ id: String, now: Date) async throws -> DeliveryRecord

  /// When the next of these webhooks' deliveries is due, pauses and leases counted in; nil when nothing waits.
  func nextDue(webhooks: [String]) async throws -> Date?

  /// How a webhook has been doing; a webhook that was never heard of is healthy.
  func health(of webhook: String) async throws -> WebhookHealth

  /// What came of a webhook's deliveries so far.
  func history(of webhook: String) async throws -> WebhookHistory

  /// Pauses or resumes a webhook by a person's word.
  func setHealth(_ health: WebhookHealth) async throws

  /// Removes what ended before `date`, attempts and payloads included, and gives the number of deliveries; a removed
  /// delivery leaves its row behind for its uniqueness.
  func prune(finishedBefore date: Date) async throws -> Int

  /// Gives space that is in no use back to the file system where there is much of it, and says how many bytes.
  func reclaimSpace() async throws -> Int
}

extension Outbox {
  /// Nothing, for an outbox without a file.
  package func reclaimSpace() async throws -> Int { 0 }
}

/// Which deliveries a list shows; an empty set lets everything through.
package struct DeliveryFilter: Sendable, Hashable {
  package var states: Set<DeliveryState>
  package var drafts: Set<String>
  package var webhooks: Set<String>
  /// At most so many, the latest ones.
  package var limit: Int?

  package init(
    states: Set<DeliveryState> = [], drafts: Set<String> = [], webhooks: Set<String> = [], limit: Int? = nil
  ) {
    self.states = states
    self.drafts = drafts
    self.webhooks = webhooks
    self.limit = limit
  }
}

/// How many deliveries a webhook has in one state.
package struct DeliveryCount: Sendable, Hashable {
  package var webhook: String
  package var state: DeliveryState
  package var count: Int

  package init(webhook: String, state: DeliveryState, count: Int) {
    self.webhook = webhook
    self.state = state
    self.count = count
  }
}
