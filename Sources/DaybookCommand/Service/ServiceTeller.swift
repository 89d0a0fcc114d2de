internal import Delivery
internal import Logging

/// Passes on what happens in a service: to the log, to its status, and to the parts that have to know.
struct ServiceTeller: Sendable {
  let logger: Logger
  let notifier: SystemdNotifier
  let status: ServiceStatus
  let facts: ServiceHealth
  let deliverer: ContinuousDeliverer
  let clerk: DeliveryClerk

  /// Passes on what the schedules tell.
  func tell(_ event: ScheduleService.Event) async {
    switch event {
    case .ended(let step): logger.tell(step)
    case .clockStepped(let seconds):
      logger.notice(
        "the clock was put \(seconds < 0 ? "back" : "forth")", metadata: ["seconds": "\(Int(abs(seconds)))"])
      deliverer.wake()
    case .trouble(let error): note(error, of: .schedules)
    case .looked(let next):
      if status.beat(next: next) { await notifier.notify(.status(facts.line())) }
    }
  }

  /// Passes on what the deliveries tell.
  func tell(_ event: ContinuousDeliverer.Event) async {
    switch event {
    case .attempted(let record):
      status.count(record)
      clerk.note(record)
      logger.tell(record)
    case .trouble(let error): note(error, of: .deliveries)
    }
  }

  /// Passes on how the deliveries ended.
  func tell(_ ending: ContinuousDeliverer.Ending) {
    let left = ending.released + ending.unrecorded
    if left > 0 {
      logger.notice("deliveries were cut off; the next run sends them again", metadata: ["count": "\(left)"])
    }
  }

  func tell(clerkTrouble error: any Error) {
    logger.warning("the drafts do not say yet how far they have come: \(CommandFailure.words(for: error))")
  }

  private func note(_ error: any Error, of part: ServiceStatus.Part) {
    let words = CommandFailure.words(for: error)
    if status.note(words, of: part) { logger.error("\(words); it is tried again") }
  }
}
