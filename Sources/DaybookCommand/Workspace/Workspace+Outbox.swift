internal import Content
internal import Delivery
internal import Store

extension Workspace {
  /// All deliveries, the oldest first; none where nothing was ever sent, and then nothing is made.
  func deliveries() async throws -> [DeliveryRecord] {
    guard FileSystem.exists(folder.database) else { return [] }
    return try await outbox().deliveries(DeliveryFilter())
  }

  func outbox() throws -> any Outbox {
    SQLiteOutbox(try StateDatabase(folder: folder.state))
  }

  /// The texts that drafts were last generated with; a dry run in a publication without state makes none.
  func generatedTexts(isDryRun: Bool) throws -> any GeneratedTexts {
    if isDryRun, !FileSystem.exists(folder.database) { return MemoryGeneratedTexts() }
    return SQLiteGeneratedTexts(try StateDatabase(folder: folder.state))
  }
}

extension Workspace {
  /// The outbox in which a delivery of this id should be.
  func existingOutbox(for id: String) throws -> any Outbox {
    guard FileSystem.exists(folder.database) else { throw OutboxError.noSuchDelivery(id: id) }
    return try outbox()
  }
}
