internal import Delivery
internal import Logging
internal import Scheduler

extension Service {
  private static let day = 86_400
  /// Occurrences are kept for longer than anything is made up for.
  private static let daysOfOccurrences = 400

  /// Says what is served, and what is in the way.
  func begin(_ facts: ServiceHealth) {
    let settings = live.workspace.settings
    let names = settings.schedules.map(\.schedule.name)
    logger.notice(
      "begun: \(settings.name)",
      metadata: [
        "schedules": "\(names.joined(separator: ", "))",
        "webhooks": "\(settings.webhooks.map(\.name).joined(separator: ", "))",
      ])
    if names.isEmpty { logger.notice("nothing is scheduled; what is in the outbox is delivered") }
    for finding in live.workspace.scheduleFindings() { logger.tell(message: finding.line) }
    logger.tell(unusable: live.unusableWebhooks)
  }

  /// Does what a signal asks for.
  func take(_ signal: ProcessSignal, _ changes: ChangeHandler, _ ending: ServiceEnding, _ facts: ServiceHealth) async {
    switch signal {
    case .reload:
      await notifier.notify(.reloading)
      await changes.handle(.everything)
      await notifier.notify(.ready, .status(facts.line()))
    case .terminate, .interrupt: await ending.ask()
    }
  }

  /// Waits until the store's file is not the one that was opened any more: to write on into one that is gone would lose
  /// what others put into the new one.
  ///
  /// - Returns: false when the service ends before.
  func waitUntilStateIsReplaced() async -> Bool {
    let path = live.workspace.folder.database
    let opened = FileSystem.identity(of: path)
    while FileSystem.identity(of: path) == opened {
      do { try await Task.sleep(for: Self.look) } catch { return false }
    }
    return true
  }

  /// Forgets once a day what has been over for long.
  func keepTidy(_ store: (ledger: any ScheduleLedger, outbox: any Outbox)) async {
    while !Task.isCancelled {
      do {
        _ = try await live.workspace.removeOld(from: store.outbox)
        _ = try await store.ledger.prune(dueBefore: clock.seconds - Self.daysOfOccurrences * Self.day)
      } catch {
        logger.warning("what is old could not be removed: \(CommandFailure.words(for: error))")
      }
      do { try await clock.sleep(.seconds(Self.day)) } catch { return }
    }
  }
}
