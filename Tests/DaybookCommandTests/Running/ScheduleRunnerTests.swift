import Content
import Delivery
import Foundation
import Scheduler
import Synchronization
import TestSupport
import Testing

@testable import DaybookCommand

/// Tests 11 and 13 of the reliability requirements, on disk and through the code of `tick` and `run`.
@Suite("Schedules on an injected clock")
struct ScheduleRunnerTests {
  private static let start = 1_580_713_211  // 2020-02-03T07:00:11Z, a Monday

  /// A clock that is set by hand.
  private final class HandClock: Sendable {
    private let seconds = Mutex(start)
    var now: Int {
      get { seconds.withLock { $0 } }
      set { seconds.withLock { $0 = newValue } }
    }
  }

  private func runner(in folder: URL, _ clock: HandClock) throws -> ScheduleRunner {
    let workspace = try Workspace(in: WorkspaceFolder(path: folder.path), seenFrom: folder.path)
    let database = try workspace.database()
    return ScheduleRunner(
      workspace: workspace, ledger: database.ledger, outbox: database.outbox, owner: "\(UUID())", now: { clock.now })
  }

  /// What one round did: the due times of what was done.
  private func round(_ runner: ScheduleRunner) async throws -> [Int] {
    var done: [Int] = []
    try await runner.round { report in
      if report.result == .done { done.append(report.occurrence.due) }
    }
    return done
  }

  private static func schedule(_ catchUp: String, at time: String = "every minute") -> String {
    "  often: {at: \(time), make: posts, catchUp: \(catchUp)}"
  }

  @Test(
    "Down for a minute, two hours and 30 days: nothing, one, or as many as were missed up to the cap",
    arguments: [
      ("skip", 60, 0), ("once", 60, 1), ("all", 60, 1), ("skip", 7_200, 0), ("once", 7_200, 1), ("all", 7_200, 100),
      ("skip", 30 * 86_400, 0), ("once", 30 * 86_400, 1), ("all", 30 * 86_400, 100), ("all 20", 7_200, 20),
      ("all", 5_400, 90),
    ])
  func downtime(catchUp: String, seconds: Int, count: Int) async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: Self.schedule(catchUp))
      let clock = HandClock()
      #expect(try await round(runner(in: folder, clock)).isEmpty)
      clock.now += seconds
      let restarted = try runner(in: folder, clock)
      let done = try await round(restarted)
      #expect(done.count == count)
      #expect(Set(done).count == count && done.allSatisfy { $0 <= clock.now })
      #expect(try await round(restarted).isEmpty, "and nothing twice")
    }
  }

  @Test(
    "The clock put back and forth: nothing twice, nothing early, no burst over the cap",
    arguments: [-3_600, 3_600, 30 * 86_400], ["skip", "once", "all 7"])
  func clockSteps(step: Int, catchUp: String) async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: Self.schedule(catchUp, at: "every 5 minutes"))
      let clock = HandClock()
      let runner = try runner(in: folder, clock)
      _ = try await round(runner)
      var all: [Int] = []
      let cap = catchUp == "all 7" ? 7 : 1
      for minute in 1...180 {
        clock.now += 60
        if minute == 60 { clock.now += step }
        // A look falls 11 seconds past the minute; the schedule's own minute is looked at on time as well.
        let late = clock.now
        clock.now = late - 11
        let punctual = try await round(runner)
        clock.now = late
        let done = try await punctual + round(runner)
        #expect(done.count <= cap)
        #expect(done.allSatisfy { $0 <= clock.now }, "nothing early")
        all += done
      }
      #expect(Set(all).count == all.count, "nothing twice")
      // Back: an hour of silence. Forward: the hour or the month that was jumped over adds what catchUp allows.
      let usual = step < 0 ? 24 : 36
      let added = step < 0 ? 0 : catchUp == "all 7" ? 6 : 0
      #expect(abs(all.count - usual - added) <= 1, "\(all.count)")
    }
  }

  @Test("A run that is made up for and meets an error is tried again, and given up in the end")
  func lateError() async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: Self.schedule("all", at: "every day at 07:00"))
      let clock = HandClock()
      _ = try await round(runner(in: folder, clock))
      try Data([0xFF, 0xFE]).write(to: folder.appending(path: "Timelines/months.md"))
      clock.now += 2 * 86_400
      let runner = try runner(in: folder, clock)
      var endings: [StepReport.Result] = []
      for _ in 0..<12 {
        try await runner.round { report in
          // The run before the last: its next one has passed as well.
          if report.occurrence.due == Self.start - 11 + 86_400 { endings.append(report.result) }
        }
        clock.now += 3_600
      }
      #expect(endings == Array(repeating: .waiting, count: 7) + [.failed])
    }
  }

  @Test("A run that is made up for is done once its error is mended")
  func lateErrorMended() async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: Self.schedule("all"))
      let clock = HandClock()
      _ = try await round(runner(in: folder, clock))
      clock.now += 300
      let timeline = folder.appending(path: "Timelines/months.md")
      let text = try Data(contentsOf: timeline)
      try Data([0xFF, 0xFE]).write(to: timeline)
      let runner = try runner(in: folder, clock)
      #expect(try await round(runner).isEmpty)
      try text.write(to: timeline)
      try await runner.reopen()
      #expect(try await round(runner).count == 5)
    }
  }

  @Test("Drafts made ahead are what is sent, unless somebody edits them in the last second", arguments: [false, true])
  func ahead(isEdited: Bool) async throws {
    try await withTemporaryFolder { folder in
      let publication = try ScheduledPublication(
        in: folder, schedules: "  it: {at: every day at 07:00, make: posts, sendTo: [desk], approval: automatic}")
      let settings = try publication.text(of: "daybook.yaml")
      try publication.write(
        settings.replacing(", secret: {env: DAYBOOK_DESK_SECRET}", with: ""), to: "daybook.yaml")
      let due = 1_612_162_800  // 2021-02-01T07:00:00Z
      let clock = HandClock()
      clock.now = due - 10
      var runner = try runner(in: folder, clock)
      _ = try await round(runner)
      let ahead = runner.makeAhead(of: due)
      let occurrence = Occurrence(schedule: "it", step: .run, due: due)
      #expect(ahead.drafts(for: occurrence, in: runner.workspace)?.results.count == 1)
      #expect(ahead.drafts(for: Occurrence(schedule: "it", step: .run, due: due + 1), in: runner.workspace) == nil)
      let path = "Drafts/2021-02-01/x/month-2.md"
      let text = try publication.text(of: path)
      if isEdited { try publication.write(text.replacing("began", with: "began at last"), to: path) }
      #expect((ahead.drafts(for: occurrence, in: runner.workspace) == nil) == isEdited)
      runner.ahead = ahead
      clock.now = due
      #expect(try await round(runner) == [due])
      let sent = try await runner.outbox.deliveries(DeliveryFilter())
      let draft = try Draft(reading: publication.text(of: path), file: path)
      #expect(sent.flatMap(\.texts).map(\.hash) == [draft.deliveryHash.description])
      #expect(draft.text.contains("began at last") == isEdited && draft.status == .scheduled)
    }
  }

  @Test("Three processes at once make each occurrence once")
  func processes() async throws {
    try await withTemporaryFolder { folder in
      _ = try ScheduledPublication(in: folder, schedules: Self.schedule("all"))
      let clock = HandClock()
      let runners = try (0..<3).map { _ in try runner(in: folder, clock) }
      for runner in runners { _ = try await round(runner) }
      var done: [Int] = []
      for _ in 0..<20 {
        clock.now += 60
        done += try await withThrowingTaskGroup(of: [Int].self) { group in
          for runner in runners { group.addTask { try await round(runner) } }
          return try await group.reduce(into: []) { $0 += $1 }
        }
      }
      #expect(done.sorted() == (1...20).map { Self.start - 11 + $0 * 60 })
    }
  }
}
