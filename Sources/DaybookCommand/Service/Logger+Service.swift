internal import Content
internal import Delivery
internal import FoundationEssentials
internal import Logging
internal import Scheduler

extension Logger {
  /// Tells what became of a step of a schedule.
  func tell(_ step: StepReport) {
    let level: Level =
      switch step.result {
      case .done: .info
      case .waiting: step.isTrouble ? .warning : .notice
      case .dropped: .notice
      case .failed: .error
      }
    let fields: Metadata = [
      "schedule": "\(step.occurrence.schedule)", "step": "\(step.occurrence.step.rawValue)", "due": "\(step.due)",
    ]
    log(level: level, "\(step.verdict)", metadata: fields)
    for note in step.drafts.flatMap(\.notes) { tell(message: note) }
  }

  /// Passes on a message; the severity of a finding is the line's level and not said twice.
  func tell(message: String) {
    for (severity, level) in [("error", Level.error), ("warning", .warning), ("note", .notice)] {
      guard let range = message.firstRange(of: ": \(severity): ") else { continue }
      return log(level: level, "\(message[..<range.lowerBound]): \(message[range.upperBound...])")
    }
    warning("\(message)")
  }

  /// Tells why webhooks cannot be used.
  func tell(unusable problems: [String]) {
    for problem in problems { warning("\(problem); what is for this webhook waits") }
  }

  /// Tells how an attempt of a delivery ended.
  func tell(_ record: DeliveryRecord) {
    var fields: Metadata = [
      "delivery": "\(record.id)", "draft": "\(record.draft)", "webhook": "\(record.webhook)",
      "attempt": "\(record.attempts)",
    ]
    if let status = record.lastStatus { fields["status"] = "\(status)" }
    let reason = record.lastError ?? "no answer"
    switch record.state {
    case .delivered: info("delivered", metadata: fields)
    case .dead:
      error("given up: \(reason); `daybook deliveries retry \(record.id)` sends it again", metadata: fields)
    case .pending:
      if let next = record.nextAttempt { fields["next"] = "\(next.formatted(.iso8601))" }
      warning("not delivered, and tried again: \(reason)", metadata: fields)
    case .sending, .cancelled: info("\(record.state.rawValue)", metadata: fields)
    }
  }
}
