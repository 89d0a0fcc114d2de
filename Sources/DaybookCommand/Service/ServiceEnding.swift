internal import Delivery
internal import Glibc
internal import Logging

/// Brings a service to its end: gracefully when it is asked once, at once when it is asked again.
actor ServiceEnding {
  /// How long the end takes at the most once there is no grace any more.
  private static let longestEnd = Duration.milliseconds(900)

  private let grace: Duration
  private let schedules: ScheduleService
  private let deliverer: ContinuousDeliverer
  private let status: ServiceStatus
  private let notifier: SystemdNotifier
  private let logger: Logger
  private var requests = 0
  private var limits: [Task<Void, Never>] = []

  init(
    grace: Duration, schedules: ScheduleService, deliverer: ContinuousDeliverer, status: ServiceStatus,
    notifier: SystemdNotifier, logger: Logger
  ) {
    self.grace = grace
    self.schedules = schedules
    self.deliverer = deliverer
    self.status = status
    self.notifier = notifier
    self.logger = logger
  }

  /// Asks for the end.
  func ask() async {
    requests += 1
    status.setStopping()
    schedules.stop()
    deliverer.stop()
    let isFirst = requests == 1
    limit(isFirst ? grace + Self.longestEnd : Self.longestEnd)
    logger.notice(
      isFirst ? "ending: what is under way may take \(grace.components.seconds) s more" : "ending at once")
    await notifier.notify(.stopping, .status("ending"))
  }

  /// The end has come; nobody has to be forced any more.
  func end() {
    for limit in limits { limit.cancel() }
  }

  /// What does not end by itself in this time, as a draft that takes minutes to make, is cut off as a crash would.
  private func limit(_ time: Duration) {
    limits.append(
      Task { [logger] in
        do { try await Task.sleep(for: time) } catch { return }
        logger.warning("something does not come to its end; it is cut off, and the next run does it again")
        _exit(0)
      })
  }
}
