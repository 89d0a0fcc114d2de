import Scheduler
import SchedulerTestSupport
import Testing

@Suite struct MemoryScheduleLedgerTests {
  @Test(arguments: ScheduleLedgerContract.clauses)
  func keepsTheContract(_ clause: ScheduleLedgerContract.Clause) async throws {
    try await clause.check(MemoryScheduleLedger())
  }
}
