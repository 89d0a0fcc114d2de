import Delivery
import DeliveryTestSupport
import Foundation
import Store
import TestSupport
import Testing

/// SIGTERM with much in flight: nothing is lost, whether it may finish, has to be cut off, or is told twice.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ShutdownTests {
  enum Case: String, CaseIterable {
    case finishes, graceIsOver, toldTwice
  }

  private static let isLong = ProcessInfo.processInfo.environment["DAYBOOK_LONG_TESTS"] == "1"
  private static let grace = 3.0

  @Test(arguments: Case.allCases) func whatIsInFlightIsNotLost(_ ending: Case) async throws {
    let count = Self.isLong ? 500 : 40
    // A webhook is asked for more when a quarter of its places is free: with this bound, that many are in flight.
    let bound = count * 4 / 3 + 2
    // Some are answered first, so that the webhook is known as one that takes many at once.
    let gate = Gate(opensFor: count)
    try await withTemporaryFolder { folder in
      let log = try ReceiverLog(folder.appending(path: "received"))
      let server = try LoopbackServer(keepsRequests: false) { request in
        log.note(request)
        gate.pass()
        return .answer(200)
      }
      let state = folder.appending(path: "state").path
      let ids = try ChildProcess("DelivererHelper", ["accept", state, "\(count * 4)"]).text()
        .split(separator: "\n").map(String.init)
      let child = try ChildProcess(
        "DelivererHelper",
        ["run", state, "\(server.port)", "inFlight=\(bound)", "grace=\(Int(Self.grace * 1_000))"])
      #expect(child.piece() == "ready\n")
      while gate.waiting < count { try await Task.sleep(for: .milliseconds(5)) }
      let inFlight = gate.waiting
      let began = ContinuousClock.now
      child.send(SIGTERM)
      switch ending {
      case .finishes: gate.open()
      case .graceIsOver: break
      case .toldTwice:
        try await Task.sleep(for: .milliseconds(300))
        child.send(SIGTERM)
      }
      let said = try child.text()
      let took = Double(seconds: began.duration(to: .now)) - (ending == .toldTwice ? 0.3 : 0)
      #expect(child.exitCode == 0)
      if Self.isLong { #expect(took <= (ending == .toldTwice ? 1 : Self.grace + 1)) }
      if ending == .finishes { #expect(said == "released 0, unrecorded 0\n") }
      gate.open()
      _ = try ChildProcess("DelivererHelper", ["deliver", state, "\(server.port)"]).text()
      let received = Dictionary(grouping: try log.entries(), by: \.id).mapValues(\.count)
      let lost = Set(ids).subtracting(received.keys)
      #expect(lost.isEmpty)
      let doubles = received.values.reduce(0) { $0 + $1 - 1 }
      #expect(doubles <= (ending == .finishes ? 0 : bound))
      print(
        "SIGTERM, \(ending): at least \(inFlight) in flight, ended after \(took) s, \(lost.count) lost,",
        "\(doubles) sent twice; \(said.trimmingCharacters(in: .newlines))")
      server.stop()
    }
  }
}
