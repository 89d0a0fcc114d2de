import Delivery
import DeliveryTestSupport
import Testing

@Suite struct MemoryOutboxTests {
  @Test(arguments: OutboxContract.clauses)
  func keepsTheContract(_ clause: OutboxContract.Clause) async throws {
    try await clause.check(MemoryOutbox())
  }
}
