import Foundation
import Testing

@testable import DaybookCommand

/// Each test runs in a process of its own: signals belong to the whole process.
@Suite(.timeLimit(.minutes(10)))
struct ProcessSignalsTests {
  @Test func everySignalIsSeenAndNoneEndsTheProcess() async {
    await #expect(processExitsWith: .exitCode(42)) {
      var signals = await ProcessSignals.trap().makeAsyncIterator()
      let pairs: [(Int32, ProcessSignal)] = [
        (SIGHUP, .reload), (SIGTERM, .terminate), (SIGINT, .interrupt), (SIGINT, .interrupt), (SIGHUP, .reload),
      ]
      for (number, expected) in pairs {
        kill(getpid(), number)
        guard await signals.next(isolation: nil) == expected else { exit(1) }
      }
      exit(42)
    }
  }

  @Test func signalsThatCameBeforeAnybodyLookedAreKept() async {
    await #expect(processExitsWith: .exitCode(42)) {
      let signals = await ProcessSignals.trap()
      kill(getpid(), SIGTERM)
      kill(getpid(), SIGHUP)
      var seen: Set<ProcessSignal> = []
      for await signal in signals {
        seen.insert(signal)
        if seen == [.terminate, .reload] { exit(42) }
      }
    }
  }

  @Test func theSequenceEndsWithItsTask() async {
    await #expect(processExitsWith: .exitCode(42)) {
      let reader = Task {
        for await _ in await ProcessSignals.trap() {}
      }
      try await Task.sleep(for: .milliseconds(50))
      reader.cancel()
      await reader.value
      exit(42)
    }
  }
}
