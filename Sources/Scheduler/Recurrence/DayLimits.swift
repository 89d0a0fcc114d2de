package import Timeline

/// The days on which a recurrence may come: from, until, and none of the blackouts.
package struct DayLimits: Hashable, Sendable {
  /// The first day; nil for no limit.
  package var from: CivilDay?
  /// The last day, itself included; nil for no limit.
  package var until: CivilDay?
  package var blackouts: [Blackout]

  package init(from: CivilDay? = nil, until: CivilDay? = nil, blackouts: [Blackout] = []) {
    self.from = from
    self.until = until
    self.blackouts = blackouts
  }

  package func contains(_ day: CivilDay) -> Bool {
    if let from, day < from { return false }
    if let until, day > until { return false }
    return !blackouts.contains { $0.contains(day) }
  }
}
