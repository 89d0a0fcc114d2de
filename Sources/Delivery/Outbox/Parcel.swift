/// What is handed to the outbox: one draft's payload for one webhook.
package struct Parcel: Sendable, Hashable {
  /// The id that the delivery gets if it is a new one.
  package var id: String
  package var draft: String
  package var textHash: String
  package var webhook: String
  package var payload: Payload

  package init(
    id: String = Self.newID(), draft: String, textHash: String, webhook: String, payload: Payload
  ) {
    self.id = id
    self.draft = draft
    self.textHash = textHash
    self.webhook = webhook
    self.payload = payload
  }

  /// Makes a `webhook-id`: `msg_` and 24 random letters and digits (143 bits), which needs no coordination.
  package static func newID() -> String {
    var random = SystemRandomNumberGenerator()
    return newID(from: &random)
  }

  static func newID(from random: inout some RandomNumberGenerator) -> String {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    let letters = (0..<24).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
    return "msg_" + String(decoding: letters, as: UTF8.self)
  }
}

/// What the outbox says about a parcel, once the row is on disk.
package struct Acceptance: Sendable, Hashable {
  package var record: DeliveryRecord
  /// False when the same text of the same draft had been accepted for this webhook before: the row is the old one.
  package var isNew: Bool

  package init(record: DeliveryRecord, isNew: Bool) {
    self.record = record
    self.isNew = isNew
  }
}
