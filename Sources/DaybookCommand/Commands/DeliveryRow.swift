internal import Delivery
internal import FoundationEssentials

/// One delivery in `--json` and on a line.
struct DeliveryRow: Encodable {
  /// Empty for what a dry run only shows.
  var id: String
  var draft: String
  var webhook: String
  var state: String
  var attempts: Int
  @NullIfUnknown var lastStatus: Int?
  @NullIfUnknown var lastError: String?
  /// RFC 3339, in UTC.
  @NullIfUnknown var nextAttempt: String?

  init(_ record: DeliveryRecord) {
    id = record.id
    draft = record.draft
    webhook = record.webhook
    state = record.state.rawValue
    attempts = record.attempts
    lastStatus = record.lastStatus
    lastError = record.lastError
    nextAttempt = record.nextAttempt?.formatted(.iso8601)
  }

  /// A delivery that a dry run would accept.
  init(draft: String, webhook: String) {
    id = ""
    self.draft = draft
    self.webhook = webhook
    state = DeliveryState.pending.rawValue
    attempts = 0
  }

  /// `delivered  2024-W37-newsletter → desk  (msg_…)`, with what went wrong and when it goes on.
  var line: String {
    var line = "\(state.padded(to: 11))\(draft) → \(webhook)  (\(id))"
    if let lastError, state != "delivered" { line += "\n           \(lastError)" }
    if let nextAttempt { line += "\n           next attempt \(nextAttempt)" }
    return line
  }
}
