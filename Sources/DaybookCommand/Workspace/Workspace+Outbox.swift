internal import Content
internal import Delivery
internal import Store

extension Workspace {
  /// All deliveries, the oldest first; none where nothing was ever sent, and then nothing is made.
  func deliveries() async throws -> [DeliveryRecord] {
    guard try hasState() else { return [] }
    return try await outbox().deliveries(DeliveryFilter())
  }

  /// Whether anything was accepted or made here before.
  ///
  /// - Throws: ``CommandFailure`` where nobody may look: that is not the same as nothing.
  func hasState() throws(CommandFailure) -> Bool {
    if FileSystem.exists(folder.database) { return true }
    guard FileSystem.isForbidden(folder.database) else { return false }
    throw CommandFailure(
      .cannotWrite,
      "\(folder.display(folder.state)): permission denied; run this as the user that the publication belongs to")
  }

  func outbox() throws -> any Outbox {
    SQLiteOutbox(try StateDatabase(folder: folder.state))
  }

  /// The texts that drafts were last generated with; a dry run in a publication without state makes none.
  func generatedTexts(isDryRun: Bool) throws -> any GeneratedTexts {
    if isDryRun, try !hasState() { return MemoryGeneratedTexts() }
    return SQLiteGeneratedTexts(try StateDatabase(folder: folder.state))
  }
}

extension Workspace {
  /// The rows of drafts, in whatever text, those of digests that hold them included.
  func rows(about drafts: Set<String>, in outbox: any Outbox) async throws -> [DeliveryRecord] {
    let rows = try await outbox.deliveries(DeliveryFilter(drafts: drafts))
    let digests = settings.webhooks.filter(\.isDigest).map(\.name)
    guard !digests.isEmpty else { return rows }
    return rows + (try await outbox.deliveries(DeliveryFilter(webhooks: Set(digests))).filter { $0.texts.count > 1 })
  }

  /// Which webhooks get nothing for now, and why, in sentences for people.
  func pauses(in outbox: any Outbox) async throws -> [String] {
    var pauses: [String] = []
    for webhook in settings.webhooks.map(\.name) {
      guard let pause = try await outbox.health(of: webhook).pause else { continue }
      let end =
        pause.nextProbe == nil ? "`daybook webhooks resume \(webhook)` ends that" : "it is tried from time to time"
      pauses.append("webhook \(webhook) is paused: \(pause.reason); \(end)")
    }
    return pauses
  }

  /// What waits and nobody delivers, in sentences for people: for webhooks that the settings do not name any more, and
  /// for those that cannot be used, as for a secret that is gone.
  func stuck(in outbox: any Outbox) async throws -> [String] {
    let open = try await outbox.counts().filter { $0.state == .pending || $0.state == .sending }
    let waiting = Dictionary(open.map { ($0.webhook, $0.count) }, uniquingKeysWith: +)
    let names = Set(settings.webhooks.map(\.name))
    let stranded = waiting.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }.map { name, count in
      "webhook \(name) is not in \(settingsFile) any more; what is for it waits: \(count). Put it back, or take its "
        + "deliveries out with `daybook deliveries cancel`"
    }
    return stranded
      + unusableWebhooks().flatMap { name, problems in
        waiting[name].map { count in problems.map { "\($0); what is for it waits: \(count)" } } ?? []
      }
  }
}

extension Workspace {
  /// The outbox in which a delivery of this id should be.
  func existingOutbox(for id: String) throws -> any Outbox {
    guard try hasState() else { throw OutboxError.noSuchDelivery(id: id) }
    return try outbox()
  }
}
