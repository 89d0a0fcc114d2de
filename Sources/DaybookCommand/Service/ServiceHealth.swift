internal import Delivery
internal import FoundationEssentials
internal import Scheduler

/// Brings together what there is to say of a running service.
struct ServiceHealth: Sendable {
  let live: LiveWorkspace
  let status: ServiceStatus
  let ledger: any ScheduleLedger
  let outbox: any Outbox
  let clock: ServiceClock

  /// Why the service cannot do all of its work; empty when it can.
  var notReady: [String] { live.problems + live.unusableWebhooks + status.notReady }

  /// How it is now, for its pages.
  func report() async -> HealthReport {
    var report = HealthReport(notAlive: status.notAlive, notReady: notReady)
    report.attempts = status.attempts.map { .init(webhook: $0.webhook, outcome: $0.word, count: $1) }
      .sorted { ($0.webhook, $0.outcome) < ($1.webhook, $1.outcome) }
    do {
      report.deliveries = try await outbox.counts().map { .init(webhook: $0.webhook, state: $0.state, count: $0.count) }
      for webhook in live.workspace.settings.webhooks {
        let isPaused = try await outbox.health(of: webhook.name).pause != nil
        report.webhooks.append(.init(name: webhook.name, isPaused: isPaused))
      }
      for schedule in live.workspace.settings.schedules.map(\.schedule) {
        report.schedules.append(try await row(of: schedule))
      }
    } catch {
      report.notReady += CommandFailure(error)?.messages ?? ["\(error)"]
    }
    return report
  }

  private func row(of schedule: Schedule) async throws -> HealthReport.Schedule {
    let last = try await ledger.occurrences(of: schedule.name, limit: 100).first { record in
      record.occurrence.step == .run && record.state == .done
    }
    let date = { (seconds: Int?) in seconds.map { Date(timeIntervalSince1970: Double($0)) } }
    return HealthReport.Schedule(
      name: schedule.name, lastRun: date(last?.occurrence.due), nextDue: date(schedule.next(after: clock.seconds)))
  }

  /// The line of `systemctl status`: what is next, or what is wrong.
  func line() -> String {
    if let problem = notReady.first { return "trouble: \(problem)" }
    let schedules = live.workspace.settings.schedules.map(\.schedule)
    guard let next = Schedule.upcoming(of: schedules, after: clock.seconds, count: 1).first,
      let schedule = schedules.first(where: { $0.name == next.schedule })
    else { return "nothing is scheduled; delivers what is in the outbox" }
    return "next: \(schedule.name), \(schedule.zone.timestamp(at: next.due))"
  }
}
