package import Timeline

/// Times on the wall: seconds since 1970-01-01T00:00:00 as the clocks of the zone show it, whatever their offset.
extension Zone {
  /// No zone is further from UTC, in seconds; Manila's 15:56 before 1844 is the furthest.
  private static let widestOffset = 16 * 3_600

  /// The instant at which the clocks first show a time of a day.
  ///
  /// - Parameters:
  ///   - day: the day on the wall.
  ///   - second: the time of the day, in seconds since midnight.
  /// - Returns: the instant; for a time in a gap, the one right after the gap.
  package func instant(of day: CivilDay, second: Int) -> Int {
    let time = day.daysSinceEpoch * 86_400 + second
    return firstInstant(reaching: time, after: time - Self.widestOffset - 1)
  }

  /// The first time on the wall that the clocks have not shown up to `instant`.
  ///
  /// When they have just been put back, that is later than what they show: those times have been there already.
  func firstUnseenTime(after instant: Int) -> Int {
    var period = period(at: instant)
    var unseen = instant + period.offset + 1
    while period.start > instant - 2 * Self.widestOffset {
      let earlier = self.period(at: period.start - 1)
      unseen = max(unseen, period.start + earlier.offset)
      period = earlier
    }
    return unseen
  }

  /// The first instant after `instant` at which the clocks show `time` or, having jumped over it, a later one.
  func firstInstant(reaching time: Int, after instant: Int) -> Int {
    var start = max(instant + 1, time - Self.widestOffset)
    while true {
      let period = period(at: start)
      let found = max(start, time - period.offset)
      if found < period.end { return found }
      start = period.end
    }
  }
}
