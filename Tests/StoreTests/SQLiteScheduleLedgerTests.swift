import Foundation
import Scheduler
import SchedulerTestSupport
import Store
import TestSupport
import Testing

@Suite struct SQLiteScheduleLedgerTests {
  @Test(arguments: ScheduleLedgerContract.clauses)
  func keepsTheContract(_ clause: ScheduleLedgerContract.Clause) async throws {
    try await withTemporaryFolder { folder in
      let database = try StateDatabase(folder: folder.path)
      try await clause.check(SQLiteScheduleLedger(database))
      try database.close()
    }
  }

  @Test func whatWasRecordedIsThereAfterOpeningAgain() async throws {
    try await withTemporaryFolder { folder in
      let series = Series(schedule: "it's weekly", step: .run)
      let evaluation = Evaluation(series: series, lead: 0, previous: nil, reached: 1_725_868_800, due: [1_725_868_800])
      let first = try StateDatabase(folder: folder.path)
      #expect(try await SQLiteScheduleLedger(first).record([evaluation]))
      try first.close()
      let second = try StateDatabase(folder: folder.path)
      let ledger = SQLiteScheduleLedger(second)
      #expect(try await ledger.reached() == [series: 1_725_868_800])
      let claim = try await ledger.claim(of: ["it's weekly"], owner: "a", now: 1_725_868_801, lease: 60)
      #expect(claim?.occurrence == Occurrence(schedule: "it's weekly", due: 1_725_868_800))
      try second.close()
    }
  }

  @Test func whoeverIsAloneTakesBackWhatADeadProcessHadClaimed() async throws {
    try await withTemporaryFolder { folder in
      let start = 1_725_868_800
      let open = { try StateDatabase(folder: folder.path) }
      let claim = { (database: StateDatabase, owner: String) in
        try await SQLiteScheduleLedger(database).claim(of: ["daily"], owner: owner, now: start, lease: 600)
      }
      let dead = try open()
      #expect(try await SQLiteScheduleLedger(dead).recoverClaims(now: start) == 0)
      let series = Series(schedule: "daily", step: .run)
      #expect(
        try await SQLiteScheduleLedger(dead).record([
          Evaluation(series: series, lead: 0, previous: nil, reached: start, due: [start])
        ]))
      #expect(try await claim(dead, "dead") != nil)
      // While it lives, nobody takes anything from it.
      let other = try open()
      #expect(try await SQLiteScheduleLedger(other).recoverClaims(now: start) == 0)
      #expect(try await claim(other, "other") == nil)
      try other.close()
      try dead.close()
      let next = try open()
      #expect(try await SQLiteScheduleLedger(next).recoverClaims(now: start) == 1)
      #expect(try await claim(next, "next")?.attempt == 2)
      try next.close()
    }
  }

  @Test func whoeverClosesLetsGoAlsoWhereAChildOfThisProcessHasTheFileOpen() async throws {
    try await withTemporaryFolder { folder in
      let open = { try StateDatabase(folder: folder.path) }
      let first = try open()
      #expect(try await SQLiteScheduleLedger(first).recoverClaims(now: 0) == 0)
      // What a child has between its fork and its exec is what dup(2) makes: the same open file once more.
      let copies = duplicates(of: folder.path + "/scheduler.lock")
      defer { for copy in copies { close(copy) } }
      #expect(copies.count == 1)
      try first.close()
      let second = try open()
      let ledger = SQLiteScheduleLedger(second)
      let series = Series(schedule: "daily", step: .run)
      #expect(try await ledger.record([Evaluation(series: series, lead: 0, previous: nil, reached: 0, due: [0])]))
      #expect(try await ledger.claim(of: ["daily"], owner: "a", now: 0, lease: 600) != nil)
      #expect(try await ledger.recoverClaims(now: 0) == 1)
      try second.close()
    }
  }

  /// A second descriptor for each that this process has of the file at `path`.
  private func duplicates(of path: String) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return all.compactMap(Int32.init).filter { descriptor in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")) == path
    }.map { fcntl($0, F_DUPFD_CLOEXEC, 0) }
  }

  @Test func connectionsThatLookAtOnceMakeEachOccurrenceOnce() async throws {
    try await withTemporaryFolder { folder in
      let databases = try (0..<3).map { _ in try StateDatabase(folder: folder.path) }
      let start = 1_725_868_800
      let zone = try Zone(named: "UTC") { name in
        (try? Data(contentsOf: URL(filePath: Zone.systemFolder).appending(path: name))).map { [UInt8]($0) }
      }
      let schedule = Schedule(
        name: "often", recurrence: try Recurrence("* * * * *"), zone: zone, catchUp: .all(most: 100))
      let done = try await withThrowingTaskGroup(of: [Int].self) { group in
        for (number, database) in databases.enumerated() {
          group.addTask {
            let ledger = SQLiteScheduleLedger(database)
            var done: [Int] = []
            for minute in 0...40 {
              let now = start + minute * 60 + number
              _ = try await ledger.evaluate([schedule], at: now)
              while let claim = try await ledger.claim(of: ["often"], owner: "\(number)", now: now, lease: 600) {
                if try await ledger.end(claim, as: .done(note: ""), now: now) { done.append(claim.occurrence.due) }
              }
            }
            return done
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(done.sorted() == (0...40).map { start + $0 * 60 })
      for database in databases { try database.close() }
    }
  }
}
