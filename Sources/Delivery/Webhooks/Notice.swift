package import FoundationEssentials

/// Word for whoever is to be told that a webhook is paused, or that deliveries to it were given up.
///
/// A notice is a delivery like any other; its key in the outbox says what it tells of, so that each pause and each
/// dead letter is told once, whoever looks and however often.
package struct Notice: Sendable, Hashable {
  /// The webhook that it is about.
  package var webhook: String
  /// What makes it another notice: the instant of a pause, or the dead letters.
  package var key: String
  /// For people, in Daybook's own words.
  package var text: String

  /// What the draft of a notice's row begins with; no draft's id does.
  private static let prefix = "notice:"
  /// How many dead letters one notice tells of, so that it fits into any chat's message.
  static let mostLetters = 8

  /// The draft of the row that a notice about a webhook has.
  package static func draft(about webhook: String) -> String { prefix + webhook }

  /// Whether a row is a notice: there is none about it.
  package static func isNotice(_ record: DeliveryRecord) -> Bool { record.draft.hasPrefix(prefix) }

  /// The notice as it leaves.
  package func message(from publication: OutgoingMessage.Publication) -> OutgoingMessage {
    OutgoingMessage(
      draft: Self.draft(about: webhook), kind: .notice, channel: "", text: text, textHash: key,
      publication: publication)
  }
}

// MARK: - What there is to tell

extension Notice {
  /// The notices that are due about a webhook of this name; `told` are the rows of earlier ones about it.
  package static func due(
    about name: String, health: WebhookHealth, dead: [DeliveryRecord], told: [DeliveryRecord], publication: String
  ) -> [Notice] {
    let known = Set(told.flatMap { DraftText.hashes(in: $0.textHash) })
    let letters = letters(of: name, dead.filter { !isNotice($0) && !known.contains(key(of: $0)) }, publication)
    guard let pause = pause(of: name, health, publication), !known.contains(pause.key) else { return letters }
    // A webhook that is gone says so to a delivery, which is given up with it: that is one piece of news.
    guard health.pause?.nextProbe == nil, let first = letters.first else { return [pause] + letters }
    return [pause.joined(with: first)] + letters.dropFirst()
  }

  private func joined(with other: Notice) -> Notice {
    Notice(
      webhook: webhook, key: DraftText.hash(of: [key, other.key]), text: "\(text)\n\n\(other.text)")
  }

  private static func pause(of name: String, _ health: WebhookHealth, _ publication: String) -> Notice? {
    guard let pause = health.pause, !pause.isByHand else { return nil }
    let outlook =
      pause.nextProbe == nil
      ? "Nothing is sent there until `daybook webhooks resume \(name)`."
      : "One delivery is tried from time to time; all others wait until it works again."
    return Notice(
      webhook: name, key: "paused@\(milliseconds(pause.since))",
      text: "\(publication): webhook \(name) is paused: \(pause.reason)\n\n\(outlook)")
  }

  /// One notice for each so many dead letters: a webhook that refuses everything is no reason for a flood.
  private static func letters(of name: String, _ dead: [DeliveryRecord], _ publication: String) -> [Notice] {
    stride(from: 0, to: dead.count, by: mostLetters).map { start in
      let rows = dead[start..<min(start + mostLetters, dead.count)]
      let count = rows.count == 1 ? "a delivery" : "\(rows.count) deliveries"
      let lines = rows.map {
        "\($0.draft.prefix(60)): \(($0.lastError ?? "given up").prefix(80)) (`daybook deliveries retry \($0.id)`)"
      }
      return Notice(
        webhook: name, key: DraftText.key(rows.map { DraftText(draft: $0.id, hash: key(of: $0)) }).hash,
        text: "\(publication): \(count) to webhook \(name) given up\n\n\(lines.joined(separator: "\n"))")
    }
  }

  /// A letter that was sent again and died again is told of again.
  private static func key(of record: DeliveryRecord) -> String {
    "\(record.id)@\(milliseconds(record.finished ?? record.accepted))"
  }

  private static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1_000).rounded())
  }
}

extension WebhookHealth.Pause {
  /// What the reason of a person's own pause begins with.
  private static let hand = "paused by hand"

  /// A pause by a person's word, which ends by one.
  package static func byHand(since: Date, because reason: String? = nil) -> WebhookHealth.Pause {
    WebhookHealth.Pause(since: since, reason: reason.map { "\(hand): \($0)" } ?? hand)
  }

  /// Whether a person paused it, who need not be told.
  package var isByHand: Bool { reason.hasPrefix(Self.hand) }
}
