package import FoundationEssentials

/// How many due deliveries of one webhook a claim may take.
package struct ClaimQuota: Sendable, Hashable {
  package var webhook: String
  package var count: Int

  package init(webhook: String, count: Int) {
    self.webhook = webhook
    self.count = count
  }
}

/// A delivery that one owner may send until its lease ends.
package struct Claim: Sendable, Hashable {
  package var record: DeliveryRecord
  package var payload: Payload
  package var owner: String

  package init(record: DeliveryRecord, payload: Payload, owner: String) {
    self.record = record
    self.payload = payload
    self.owner = owner
  }
}

/// How one attempt ended; the store takes it only from the owner that still holds this attempt.
package struct Completion: Sendable, Hashable {
  package var id: String
  package var owner: String
  package var attempt: Attempt
  package var outcome: Outcome
  /// What it tells about the webhook; nil for nothing.
  package var event: WebhookHealth.Event?

  /// What becomes of the delivery.
  package enum Outcome: Sendable, Hashable {
    case delivered
    case retry(at: Date)
    case dead
    /// Nobody's fault, as at a shutdown: due again at once, and the attempt does not count towards giving up.
    case released(at: Date)
  }

  package init(id: String, owner: String, attempt: Attempt, outcome: Outcome, event: WebhookHealth.Event?) {
    self.id = id
    self.owner = owner
    self.attempt = attempt
    self.outcome = outcome
    self.event = event
  }
}
