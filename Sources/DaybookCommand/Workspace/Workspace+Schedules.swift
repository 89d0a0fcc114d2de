internal import Delivery
internal import Glibc
internal import Scheduler
internal import Store
internal import Timeline

extension Workspace {
  /// The instant that an option names, in seconds since 1970, or now; without an offset, the publication's clocks count.
  func instant(_ text: String?, option: String) throws(CommandFailure) -> Int {
    guard let text else { return time(nil) }
    guard let instant = settings.zone.instant(ofTimestamp: text) else {
      throw CommandFailure(
        .usage,
        "\(option) \(text): there is no such time; write one as 2025-03-24, 2025-03-24T07:00 or 2025-03-24T07:00:00+01:00"
      )
    }
    return instant
  }

  /// What an editor should know of the schedules: those that never run.
  func scheduleFindings() -> [Finding] {
    settings.schedules.compactMap { schedule in
      schedule.schedule.finding(at: time(nil), file: settingsFile, position: schedule.position)
    }
  }

  /// The state database, for what works on schedules and outbox alike.
  func database() throws -> (ledger: any ScheduleLedger, outbox: any Outbox) {
    let database = try StateDatabase(folder: folder.state)
    return (SQLiteScheduleLedger(database), SQLiteOutbox(database))
  }
}
