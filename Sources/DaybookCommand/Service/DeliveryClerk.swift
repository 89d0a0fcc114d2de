internal import Content
internal import Delivery

/// Writes into the drafts how far their deliveries have come, and tells those who want to know of troubles.
///
/// Many deliveries that end together are written down together.
actor DeliveryClerk {
  private struct Post {
    var drafts: Set<String> = []
    var isClosed = false
  }

  private let queue = OwnQueue("daybook-clerk")
  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  private let live: LiveWorkspace
  private let outbox: any Outbox
  private let clock: ServiceClock
  private let mailbox = Mailbox(Post())

  init(_ live: LiveWorkspace, outbox: any Outbox, clock: ServiceClock) {
    self.live = live
    self.outbox = outbox
    self.clock = clock
  }

  /// Says that an attempt has ended.
  nonisolated func note(_ record: DeliveryRecord) {
    mailbox.post { $0.drafts.formUnion(record.texts.map(\.draft)) }
  }

  /// Asks for the end: what was noted is still written down.
  nonisolated func close() {
    mailbox.post { $0.isClosed = true }
  }

  /// Works until ``close()``.
  ///
  /// - Parameters:
  ///   - toldSomebody: called when a notice went into the outbox.
  ///   - trouble: called with what went wrong; the drafts concerned are written down with the next ones.
  func run(toldSomebody: @Sendable () -> Void, trouble: @Sendable (any Error) -> Void) async {
    // An earlier process may have ended between a delivery and its mark.
    if let drafts = try? live.workspace.drafts() {
      mailbox.post { $0.drafts.formUnion(drafts.filter { $0.draft.status == .scheduled }.map(\.draft.id)) }
    }
    for await _ in mailbox.rings {
      let (drafts, isClosed) = mailbox.withContent { post in
        defer { post.drafts = [] }
        return (post.drafts, post.isClosed)
      }
      do {
        if !drafts.isEmpty, try await write(down: drafts) { toldSomebody() }
      } catch {
        mailbox.withContent { $0.drafts.formUnion(drafts) }
        trouble(error)
      }
      if isClosed { return }
      try? await clock.sleep(.milliseconds(50))
    }
  }

  private func write(down drafts: Set<String>) async throws -> Bool {
    let mailroom = try Mailroom(live.workspace)
    try await mailroom.mark(drafts, from: outbox)
    return try await mailroom.notify(outbox)
  }
}
