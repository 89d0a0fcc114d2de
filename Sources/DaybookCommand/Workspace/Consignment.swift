internal import Delivery

/// Drafts on their way to webhooks, before the outbox has them.
struct Consignment {
  /// A draft that a webhook's format cannot carry, or that its service would refuse.
  struct Refusal {
    var drafts: [String]
    var webhook: String
    /// Why, with the template's place.
    var reason: String

    var message: String { "\(drafts.joined(separator: ", ")) → \(webhook): not sent: \(reason)" }
  }

  /// Where the files of its drafts lie in the publication.
  var paths: [String] = []
  /// What is to be accepted.
  var parcels: [Parcel] = []
  /// Rows of texts that went before, in a digest.
  var known: [DeliveryRecord] = []
  var refusals: [Refusal] = []

  /// Whether a row of the outbox is one of these parcels, or went before in place of one.
  func covers(_ row: DeliveryRecord) -> Bool {
    parcels.contains { $0.draft == row.draft && $0.textHash == row.textHash && $0.webhook == row.webhook }
      || known.contains { $0.id == row.id }
  }

  /// The drafts of which something can be sent or was sent.
  var drafts: Set<String> {
    Set(parcels.flatMap { $0.texts.map(\.draft) } + known.flatMap { $0.texts.map(\.draft) })
  }
}
