import Delivery
import Foundation
import Testing

@Suite struct VerdictTests {
  private let now = Date(timeIntervalSince1970: 1_725_868_800)  // Mon, 09 Sep 2024 08:00:00 GMT

  @Test(arguments: 200...599)
  func everyStatusHasItsVerdict(_ status: Int) {
    let expected: Verdict =
      switch status {
      case 200...299: .delivered
      case 400, 401, 403, 404, 405, 413, 415, 422: .refused
      case 410: .gone
      case 429, 502, 503, 504: .retry(after: nil, slowsDown: true)
      default: .retry(after: nil, slowsDown: false)
      }
    #expect(Verdict(HTTPAnswer(status: status), now: now) == expected)
  }

  @Test(arguments: [408, 425, 429, 500, 503, 599])
  func theWaitThatIsAskedForIsHonoured(_ status: Int) {
    let answer = HTTPAnswer(status: status, headers: [HTTPHeader(name: "retry-after", value: "120")])
    guard case .retry(let after, _) = Verdict(answer, now: now) else { return #expect(Bool(false)) }
    #expect(after == 120)
  }

  @Test(arguments: [
    ("120", 120.0), (" 7 ", 7), ("0", 1), ("1", 1), ("86400", 86_400), ("86401", 86_400), ("1000000000000", 86_400),
    ("99999999999999999999999", 86_400), ("Mon, 09 Sep 2024 08:02:00 GMT", 120),
    ("Monday, 09-Sep-24 08:02:00 GMT", 120), ("Mon Sep  9 08:02:00 2024", 120), ("Mon, 09 Sep 2024 07:00:00 GMT", 1),
    ("Tue, 09 Sep 2031 08:00:00 GMT", 86_400), ("-5", nil), ("1e12", nil), ("1.5", nil), ("soon", nil), ("", nil),
    ("   ", nil), ("tomorrow", nil), ("Mon, 99 Foo 2024 08:02:00 GMT", nil), ("12:30", nil), ("０", nil),
  ])
  func retryAfterInEveryForm(_ text: String, _ seconds: Double?) {
    #expect(RetryAfter.seconds(text, now: now) == seconds)
  }
}

@Suite struct RetryScheduleTests {
  /// A generator with a seed, so that a failure can be seen again (SplitMix64).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private let schedule = RetrySchedule()

  @Test func everyDelayLiesBetweenFiveSecondsAndTwelveHours() {
    var random = Seeded(state: 1)
    for failures in 1...40 {
      let delay = schedule.delay(afterFailures: failures, age: 0, retryAfter: nil, random: &random)
      #expect(delay.map { (5...43_200).contains($0) } == true)
    }
    #expect(schedule.window(afterFailures: 1) == 5...60)
    #expect(schedule.window(afterFailures: 2) == 5...720)
    #expect(schedule.window(afterFailures: 9) == 5...43_200)
  }

  @Test(arguments: 0..<200)
  func aDeliveryIsTriedForThreeDays(_ seed: Int) {
    var random = Seeded(state: UInt64(seed))
    var age = 0.0
    var attempts = 1
    while let delay = schedule.delay(afterFailures: attempts, age: age, retryAfter: nil, random: &random) {
      age += delay
      attempts += 1
    }
    #expect(age >= 72 * 3_600)
    #expect((10...40).contains(attempts))
  }

  @Test func whatFailsTogetherDoesNotComeBackTogether() {
    for failures in 1...9 {
      var random = Seeded(state: UInt64(failures))
      var counts: [Int: Int] = [:]
      for _ in 0..<10_000 {
        let delay = schedule.delay(afterFailures: failures, age: 0, retryAfter: nil, random: &random) ?? 0
        counts[Int(delay), default: 0] += 1
      }
      #expect((counts.values.max() ?? 0) <= 500)
    }
  }

  @Test func aWaitThatWasAskedForIsNeverCutShort() {
    var random = Seeded(state: 3)
    for _ in 0..<1_000 {
      let delay = schedule.delay(afterFailures: 1, age: 0, retryAfter: 300, random: &random) ?? 0
      #expect((300...360).contains(delay))
    }
    #expect(schedule.delay(afterFailures: 10, age: 72 * 3_600, retryAfter: 300, random: &random) == nil)
    #expect(schedule.delay(afterFailures: 9, age: 72 * 3_600, retryAfter: nil, random: &random) != nil)
  }
}
