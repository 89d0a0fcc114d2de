internal import Delivery
internal import FoundationEssentials
internal import Store

extension Workspace {
  /// libcurl's loop, bounded as the settings say; to be stopped before the process leaves.
  ///
  /// Whoever sends comes by here, so here is said which secrets are open to others.
  func transport() throws(TransferFailure) -> CurlLoop {
    for finding in openSecretFindings() { Console.message(finding.line) }
    return try CurlLoop(
      limits: CurlLoop.Limits(inFlight: settings.delivery.inFlight, perHost: settings.delivery.perHost))
  }

  /// What takes due deliveries out of the outbox, for all webhooks whose secrets are there.
  func deliverer(of outbox: any Outbox, through transport: any Transport) -> Deliverer {
    Deliverer(
      outbox: outbox, transport: transport, webhooks: usableWebhooks(),
      bounds: Deliverer.Bounds(inFlight: settings.delivery.inFlight))
  }

  /// Removes what was delivered or cancelled longer ago than the settings keep it, and gives how many deliveries; the
  /// space goes back to the file system unless the settings keep it.
  func removeOld(from outbox: any Outbox) async throws -> Int {
    let date = Date(timeIntervalSinceNow: -86_400 * Double(settings.delivery.keepDays))
    let count = try await outbox.prune(finishedBefore: date)
    if settings.delivery.vacuum { _ = try await outbox.reclaimSpace() }
    return count
  }

  /// The publication as messages speak of it.
  var publication: OutgoingMessage.Publication {
    OutgoingMessage.Publication(name: settings.name, link: settings.link ?? "", language: settings.language)
  }
}
