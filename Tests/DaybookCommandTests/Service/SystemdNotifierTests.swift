import Foundation
import TestSupport
import Testing

@testable import DaybookCommand

@Suite(.timeLimit(.minutes(10)))
struct SystemdNotifierTests {
  @Test func messagesReachASocketWithAPath() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "notify").path
      let receiver = try DatagramReceiver(path)
      let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": path])
      await notifier.notify(.ready, .status("2 schedules,\nnext at 07:00"))
      #expect(try await receiver.next() == "READY=1\nSTATUS=2 schedules, next at 07:00")
      await notifier.notify(.stopping)
      #expect(try await receiver.next() == "STOPPING=1")
    }
  }

  @Test func messagesReachAnAbstractSocket() async throws {
    let name = "@daybook-test-\(UUID().uuidString)"
    let receiver = try DatagramReceiver(name)
    await SystemdNotifier(environment: ["NOTIFY_SOCKET": name]).notify(.ready)
    #expect(try await receiver.next() == "READY=1")
  }

  @Test func aReloadSaysWhenItBegan() async throws {
    let name = "@daybook-test-\(UUID().uuidString)"
    let receiver = try DatagramReceiver(name)
    let before = try Self.monotonicMicroseconds()
    await SystemdNotifier(environment: ["NOTIFY_SOCKET": name]).notify(.reloading)
    let after = try Self.monotonicMicroseconds()
    let lines = try #require(try await receiver.next()).split(separator: "\n")
    #expect(lines.first == "RELOADING=1")
    let time = try #require(lines.last?.wholeMatch(of: /MONOTONIC_USEC=([0-9]+)/)?.1)
    #expect((before...after).contains(try #require(Int64(time))))
  }

  @Test(
    arguments: [
      ([:], nil),
      (["WATCHDOG_USEC": "30000000"], 15_000_000),
      (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "77"], 15_000_000),
      (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "78"], nil),
      (["WATCHDOG_USEC": "0"], nil),
      (["WATCHDOG_USEC": "soon"], nil),
    ] as [([String: String], Int?)])
  func theWatchdogIsFedTwiceInItsTime(_ environment: [String: String], _ microseconds: Int?) {
    let withSocket = environment.merging(["NOTIFY_SOCKET": "@daybook-nobody"]) { $1 }
    let notifier = SystemdNotifier(environment: withSocket, process: 77)
    #expect(notifier.watchdogInterval == microseconds.map { .microseconds($0) })
    #expect(SystemdNotifier(environment: environment, process: 77).watchdogInterval == nil)
  }

  @Test func signsOfLifeStopWhileTheServiceHangs() async throws {
    let name = "@daybook-test-\(UUID().uuidString)"
    let receiver = try DatagramReceiver(name)
    let environment = ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "2000"]
    let feeding = Task {
      await SystemdNotifier(environment: environment).keepAlive { true }
    }
    for _ in 0..<3 { #expect(try await receiver.next() == "WATCHDOG=1") }
    feeding.cancel()
    await feeding.value
    while try await receiver.next(patience: .zero) != nil {}
    let hanging = Task {
      await SystemdNotifier(environment: environment).keepAlive { false }
    }
    #expect(try await receiver.next(patience: .milliseconds(200)) == nil)
    hanging.cancel()
    await hanging.value
  }

  @Test(arguments: ["", "@", "relative", "vsock:2:1234", "/" + String(repeating: "x", count: 200), "/no/such/socket"])
  func anAddressThatLeadsNowhereHarmsNobody(_ address: String) async {
    await SystemdNotifier(environment: ["NOTIFY_SOCKET": address]).notify(.ready)
    await SystemdNotifier(environment: [:]).notify(.ready)
  }

  @Test func aManagerThatIsBehindGetsEveryMessageLater() async throws {
    let name = "@daybook-test-\(UUID().uuidString)"
    let receiver = try DatagramReceiver(name)
    let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": name])
    // Fill the queue past its length, which the system sets (10 by default, 512 on many).
    let flood = Task {
      for number in 0..<600 { await notifier.notify(.status("\(number)")) }
    }
    for number in 0..<600 { #expect(try await receiver.next() == "STATUS=\(number)") }
    await flood.value
  }

  private static func monotonicMicroseconds() throws -> Int64 {
    var now = timespec()
    try #require(clock_gettime(CLOCK_MONOTONIC, &now) == 0)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
  }
}
