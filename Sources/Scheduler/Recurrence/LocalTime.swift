/// A time on the wall in a zone, and the instants that it means: one as a rule, none in a gap, two when it comes twice.
struct LocalTime {
  /// No zone is further from UTC, in seconds; Kiritimati's 14 hours and Manila's 15:56 before 1844 are within it.
  static let widestOffset = 16 * 3_600

  /// In ascending order.
  let instants: [Int]
  /// For a time in a gap, the instant at which the clocks jumped over it.
  let endOfGap: Int

  /// - Parameters:
  ///   - seconds: the time on the wall, as if it were UTC, in seconds since 1970-01-01.
  ///   - zone: the zone whose wall it is.
  init(seconds: Int, in zone: Zone) {
    let before = zone.offset(at: seconds - Self.widestOffset)
    let after = zone.offset(at: seconds + Self.widestOffset)
    instants = Set([before, after]).map { seconds - $0 }
      .filter { $0 + zone.offset(at: $0) == seconds }.sorted()
    guard instants.isEmpty else {
      endOfGap = instants[0]
      return
    }
    // The offsets differ on the two sides of the change: halve the time between until the change is found.
    var low = seconds - Self.widestOffset
    var high = seconds + Self.widestOffset
    while high - low > 1 {
      let middle = (low + high) / 2
      if zone.offset(at: middle) == before { low = middle } else { high = middle }
    }
    endOfGap = high
  }
}
