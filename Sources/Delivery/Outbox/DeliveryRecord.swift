package import FoundationEssentials

/// A row of the outbox: one draft's text on its way to one webhook.
package struct DeliveryRecord: Sendable, Hashable, Identifiable {
  /// The `webhook-id`, as in `msg_2KWPBgLlAfxdpx2AI54pPJ85f4W`; the same on every attempt.
  package var id: String
  package var draft: String
  package var textHash: String
  package var webhook: String
  package var state: DeliveryState
  /// How many attempts have begun, in all.
  package var attempts: Int
  /// The attempts that do not count towards giving up: those before a person's retry, and those cut off by a crash.
  package var attemptsForgiven: Int
  /// The HTTP status of the last answer; nil while there was none.
  package var lastStatus: Int?
  /// Why the last attempt failed, as a sentence for people; nil after a success.
  package var lastError: String?
  /// When the next attempt is due; nil unless the state is pending.
  package var nextAttempt: Date?
  package var accepted: Date
  /// When the present round of attempts began: at acceptance, or at a person's retry.
  package var roundBegan: Date
  /// When it was delivered, given up or cancelled.
  package var finished: Date?

  package init(
    id: String, draft: String, textHash: String, webhook: String, state: DeliveryState = .pending, attempts: Int = 0,
    attemptsForgiven: Int = 0, lastStatus: Int? = nil, lastError: String? = nil, nextAttempt: Date? = nil,
    accepted: Date, roundBegan: Date? = nil, finished: Date? = nil
  ) {
    self.id = id
    self.draft = draft
    self.textHash = textHash
    self.webhook = webhook
    self.state = state
    self.attempts = attempts
    self.attemptsForgiven = attemptsForgiven
    self.lastStatus = lastStatus
    self.lastError = lastError
    self.nextAttempt = nextAttempt
    self.accepted = accepted
    self.roundBegan = roundBegan ?? accepted
    self.finished = finished
  }
}
