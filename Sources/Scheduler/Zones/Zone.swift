package import Timeline

/// An IANA time zone as the system's own tzdata describes it, so that `apt upgrade` brings new rules.
///
/// The files are TZif (RFC 8536); the instants are seconds since 1970-01-01T00:00:00Z without leap seconds.
package struct Zone: Hashable, Sendable {
  /// A stretch of time in which one offset holds.
  struct Period: Hashable, Sendable {
    /// The first instant; `Int.min` where nothing is known before.
    var start: Int
    /// The first instant behind it; `Int.max` where it never ends.
    var end: Int
    /// Seconds east of UTC.
    var offset: Int
  }

  /// The zone's IANA name, as in `Europe/Oslo`.
  package let name: String
  /// From each of these instants on, the offset of the same place in ``offsets`` holds; in ascending order.
  let transitions: [Int]
  let offsets: [Int]
  /// The offset before the first transition.
  let firstOffset: Int
  /// What holds after the last transition.
  let rule: ZoneRule

  /// Seconds east of UTC at an instant.
  package func offset(at instant: Int) -> Int {
    period(at: instant).offset
  }

  /// The civil day at an instant.
  package func day(at instant: Int) -> CivilDay {
    CivilDay(daysSinceEpoch: (instant + offset(at: instant)).floored(by: 86_400))
  }

  /// The period that an instant lies in.
  func period(at instant: Int) -> Period {
    guard let first = transitions.first, let last = transitions.last else {
      return rule.period(at: instant, notBefore: .min)
    }
    if instant < first { return Period(start: .min, end: first, offset: firstOffset) }
    if instant >= last { return rule.period(at: instant, notBefore: last) }
    var low = 0
    var high = transitions.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle } else { high = middle }
    }
    return Period(start: transitions[low], end: transitions[high], offset: offsets[low])
  }
}

extension Int {
  /// The quotient, rounded towards negative infinity.
  package func floored(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
