import SchedulerTestSupport
import Testing

@testable import Scheduler

/// Test 11 of the reliability requirements: the clock on the wall is put back and forth.
@Suite("Steps of the clock")
struct ClockStepTests {
  private let start = 1_725_868_800  // 2024-09-09T08:00:00Z

  /// What a process did, and what its clock showed then.
  private struct Deed: Hashable {
    var due: Int
    var clock: Int
  }

  /// Looks at the clock every half minute for three hours of real time, with one step of the clock after the first hour.
  private func deeds(_ schedule: Schedule, step: Int, backAfter: Int? = nil) async throws -> [Deed] {
    let ledger = MemoryScheduleLedger()
    var deeds: [Deed] = []
    for elapsed in stride(from: 0, through: 3 * 3_600, by: 30) {
      var clock = start + elapsed
      if elapsed >= 3_600, elapsed < 3_600 + (backAfter ?? .max / 2) { clock += step }
      _ = try await ledger.evaluate([schedule], at: clock)
      while let claim = try await ledger.claim(of: ["test"], owner: "a", now: clock, lease: 60) {
        deeds.append(Deed(due: claim.occurrence.due, clock: clock))
        let isEnded = await ledger.end(claim, as: .done(note: ""), now: clock)
        #expect(isEnded)
      }
    }
    return deeds
  }

  @Test(
    "Nothing twice, nothing early, no burst over the cap",
    arguments: [-3_600, 3_600, 30 * 86_400, -30 * 86_400], [CatchUp.skip, .once, .all(most: 100)])
  func steps(step: Int, catchUp: CatchUp) async throws {
    let schedule = try ScheduleFixture.schedule("*/5 * * * *", catchUp: catchUp)
    let found = try await deeds(schedule, step: step)
    #expect(Set(found.map(\.due)).count == found.count, "nothing twice")
    #expect(found.allSatisfy { $0.due <= $0.clock }, "nothing early")
    let bursts = Dictionary(grouping: found, by: \.clock).mapValues(\.count)
    let cap = if case .all(let most) = catchUp { most } else { 1 }
    #expect(bursts.values.allSatisfy { $0 <= cap })
    let before = found.filter { $0.clock < start + 3_600 || step < 0 }
    #expect(before.count >= 12)
  }

  @Test("Back one hour, and all is quiet until the hour is over again")
  func backOneHour() async throws {
    let schedule = try ScheduleFixture.schedule("*/5 * * * *")
    let found = try await deeds(schedule, step: -3_600)
    #expect(found.map(\.due) == (0...24).map { start + $0 * 300 }, "two hours of the clock in three hours")
  }

  @Test(
    "Forward one hour and 30 days: the missed ones are made up for by the rule, at once", arguments: [3_600, 2_592_000])
  func forward(step: Int) async throws {
    let schedule = try ScheduleFixture.schedule("*/5 * * * *", catchUp: .all(most: 7))
    let found = try await deeds(schedule, step: step)
    #expect(found.filter { $0.clock == start + 3_600 + step }.count == 7)
    #expect(found.count == 12 + 7 + 24)
  }

  @Test("A clock that was 30 days ahead and is put right: the schedule goes on at once, and repeats nothing")
  func putRight() async throws {
    let schedule = try ScheduleFixture.schedule("*/5 * * * *")
    let found = try await deeds(schedule, step: 30 * 86_400, backAfter: 1_800)
    #expect(Set(found.map(\.due)).count == found.count)
    let after = found.filter { $0.clock >= start + 5_400 && $0.clock < start + 86_400 }
    #expect(after.map(\.due) == (19...36).map { start + $0 * 300 })
    #expect(after.allSatisfy { $0.due == $0.clock })
  }
}
