import Foundation
import TestSupport
import Testing

@testable import Scheduler

/// Daybook's search against a walk over every minute, made apart from it in Python: see `Tests/Peers/next_instants.py`.
@Suite("Next instants against a peer")
struct NextInstantsTests {
  /// Where `make test-long` puts what the peer says about every zone.
  static let longFile = ProcessInfo.processInfo.environment["NEXT_INSTANTS"]

  static let sampleFile = SharedData.repository.appending(path: "Tests/Peers/next_instants.sample.txt")

  @Test("Changes of the clocks in 2024, in six zones")
  func sample() throws {
    let peer = try NextInstants(Self.sampleFile)
    #expect(try compared(with: peer) == peer.expressions.count * peer.zones.flatMap(\.windows).count)
  }

  @Test("Every change of the clocks from 2024 to 2030, in every zone", .enabled(if: longFile != nil))
  func everyZone() throws {
    let peer = try NextInstants(URL(filePath: try #require(Self.longFile)))
    #expect(peer.expressions.count >= 50 && peer.zones.count >= 590)
    #expect(try compared(with: peer) > 100_000)
    for (name, _) in peer.zones { try expectDailyTimesOnce(in: name, minutes: [0, 90, 121, 150, 1_410], years: 7) }
  }

  @Test(
    "A fixed daily time fires once a day all year, whatever the clocks do",
    arguments: [
      "America/New_York", "America/Scoresbysund", "Africa/Cairo", "Asia/Almaty", "Australia/Lord_Howe", "Europe/Dublin",
    ])
  func dailyTimes(zone: String) throws {
    try expectDailyTimesOnce(in: zone, minutes: Array(stride(from: 0, to: 1_440, by: 45)), years: 1)
  }

  /// Counts the fires of daily times from the first day of 2024 on; in no zone a day is missing since.
  private func expectDailyTimesOnce(in name: String, minutes: [Int], years: Int) throws {
    let zone = try ZoneFixture.zone(name)
    let first = try #require(zone.instant(ofTimestamp: "2024-01-01"))
    let end = try #require(zone.instant(ofTimestamp: "\(2024 + years)-01-01"))
    for minute in minutes {
      let daily = try Recurrence(cron: "\(minute % 60) \(minute / 60) * * *")
      let fires = fires(of: daily, in: NextInstants.Window(start: first, end: end), zone)
      let days = years * 365 + (years + 3) / 4
      #expect(fires.count == days, "\(minute / 60):\(minute % 60) in \(name)")
    }
  }

  /// Compares every expression in every window of every zone, and gives the number of comparisons.
  private func compared(with peer: NextInstants) throws -> Int {
    let recurrences = try peer.expressions.map { try Recurrence(cron: $0) }
    var count = 0
    for (name, windows) in peer.zones {
      let zone = try ZoneFixture.zone(name)
      for window in windows.map({ peer.windows[$0] }) {
        for (number, recurrence) in recurrences.enumerated() where !window.leftOut.contains(number) {
          let found = fires(of: recurrence, in: window, zone)
          let expected = window.fires[number, default: []]
          let difference = found.difference(from: expected).first.map { "\($0)" } ?? ""
          #expect(found == expected, "\(peer.expressions[number]) in \(name) from \(window.start): \(difference)")
          count += 1
        }
      }
    }
    return count
  }

  private func fires(of recurrence: Recurrence, in window: NextInstants.Window, _ zone: Zone) -> [Int] {
    var found: [Int] = []
    var instant = window.start - 1
    while let next = recurrence.next(after: instant, in: zone), next < window.end {
      guard next > instant else { return found }
      found.append(next)
      instant = next
    }
    return found
  }
}
