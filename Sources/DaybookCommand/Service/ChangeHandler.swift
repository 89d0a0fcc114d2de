internal import Delivery
internal import Logging

/// Lets a running service take over what has changed in its publication.
struct ChangeHandler: Sendable {
  let live: LiveWorkspace
  let schedules: ScheduleService
  let deliverer: ContinuousDeliverer
  let secrets: LogSecrets
  let logger: Logger

  /// SQLite writes its log before others can see what stands in it; then it is time to look again.
  private static let echo = Duration.milliseconds(60)

  /// Takes changes over.
  func handle(_ change: PublicationChange) async {
    if !change.isDisjoint(with: [.settings, .templates]) {
      reload(isForSettings: change.contains(.settings), isAsked: change == .everything)
    }
    schedules.note(change)
    guard change.contains(.outbox) else { return }
    deliverer.wake()
    try? await Task.sleep(for: Self.echo)
    deliverer.wake()
  }

  /// The names of the webhooks' formats are those of templates, so that new templates may mend or break settings.
  private func reload(isForSettings: Bool, isAsked: Bool) {
    let file = live.workspace.settingsFile
    switch live.reload() {
    case .taken(let isMended):
      secrets.add(live.workspace.knownSecrets())
      deliverer.replace(webhooks: live.workspace.usableWebhooks())
      if isForSettings || isMended { logger.notice("\(file) is read again and in force") }
      logger.tell(unusable: live.unusableWebhooks)
    case .kept(let isNews):
      guard isNews || isAsked else { break }
      for problem in live.problems { logger.error("\(problem)") }
      logger.error("\(file) has errors; the last settings without any stay in force until it is mended")
    }
  }
}
