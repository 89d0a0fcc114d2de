internal import Foundation
internal import Scheduler
internal import Testing

extension ScheduleLedgerContract {
  static let sharing: [Clause] = [
    Clause(name: "three processes that are killed again and again do 200 occurrences once each") { ledger in
      var crowd = try Crowd(ledger: ledger)
      try await crowd.run(occurrences: 200)
      #expect(crowd.ended.count == 200)
      #expect(crowd.ended.values.allSatisfy { $0 == 1 }, "each is ended once")
      #expect(Set(crowd.worked.keys) == Set(crowd.ended.keys))
      let repeats = crowd.worked.values.reduce(0) { $0 + $1 - 1 }
      #expect(repeats <= crowd.killedAtWork + crowd.refused, "only what a dead or slow process had begun is done again")
      #expect(crowd.killedAtWork > 10 && crowd.refused > 0)
    }
  ]
}

/// Three processes on one ledger, one step of one of them at a time, in an order that looks random and is always the same.
private struct Crowd {
  private static let lease = 40

  private let ledger: any ScheduleLedger
  private let schedule: Schedule
  private var random = Generator()
  private var clock = ScheduleLedgerContract.start
  /// What each process holds; nil for an idle one.
  private var claims: [OccurrenceClaim?] = [nil, nil, nil]
  private var hasWorked = [false, false, false]
  private var lives = 0

  /// How often each occurrence was worked on, and how often a claim on it was ended with success.
  private(set) var worked: [Occurrence: Int] = [:]
  private(set) var ended: [Occurrence: Int] = [:]
  private(set) var killedAtWork = 0
  /// How often a process came too late: its lease had gone to another.
  private(set) var refused = 0

  init(ledger: any ScheduleLedger) throws {
    self.ledger = ledger
    let zone = try Zone(named: "UTC") { name in
      (try? Data(contentsOf: URL(filePath: Zone.systemFolder).appending(path: name))).map { [UInt8]($0) }
    }
    schedule = Schedule(
      name: "often", recurrence: try Recurrence("* * * * *"), zone: zone, catchUp: .all(most: 100))
  }

  mutating func run(occurrences: Int) async throws {
    let end = clock + occurrences * 60
    _ = try await ledger.evaluate([schedule], at: clock)
    while ended.count < occurrences {
      guard clock < end + 3_600 else { return }
      clock += Int.random(in: 0...9, using: &random)
      try await step(of: Int.random(in: 0..<3, using: &random), until: end)
    }
  }

  private mutating func step(of process: Int, until end: Int) async throws {
    if Int.random(in: 0..<12, using: &random) == 0 {
      if claims[process] != nil { killedAtWork += 1 }
      claims[process] = nil
      lives += 1
    } else if let claim = claims[process] {
      guard hasWorked[process] else {
        worked[claim.occurrence, default: 0] += 1
        hasWorked[process] = true
        return
      }
      if try await ledger.end(claim, as: .done(note: ""), now: clock) {
        ended[claim.occurrence, default: 0] += 1
      } else {
        refused += 1
      }
      claims[process] = nil
    } else {
      if Int.random(in: 0..<3, using: &random) == 0 { _ = try await ledger.evaluate([schedule], at: min(clock, end)) }
      claims[process] = try await ledger.claim(
        of: ["often"], owner: "\(process)/\(lives)", now: clock, lease: Self.lease)
      hasWorked[process] = false
    }
  }
}

/// Numbers that look random, the same in each run (SplitMix64, Steele, Lea and Flood 2014).
private struct Generator: RandomNumberGenerator {
  private var state: UInt64 = 0x5EED

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
