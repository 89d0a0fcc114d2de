package import Timeline

/// An IANA time zone as the system's own tzdata describes it, so that `apt upgrade` brings new rules.
///
/// The files are TZif (RFC 8536); the instants are seconds since 1970-01-01T00:00:00Z without leap seconds.
package struct Zone: Hashable, Sendable {
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
    guard let first = transitions.first, instant >= first else {
      return transitions.isEmpty ? rule.offset(at: instant) : firstOffset
    }
    if let last = transitions.last, instant >= last { return rule.offset(at: instant) }
    var low = 0
    var high = transitions.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle] <= instant { low = middle } else { high = middle }
    }
    return offsets[low]
  }

  /// The civil day at an instant.
  package func day(at instant: Int) -> CivilDay {
    let local = instant + offset(at: instant)
    return CivilDay(daysSinceEpoch: (local - (local % 86_400 + 86_400) % 86_400) / 86_400)
  }
}
