package import Timeline

/// An entry chosen for a day, with the reason.
package struct Pick: Hashable, Sendable {
  package var entry: Entry
  /// The day for which it was chosen.
  package var occursOn: CivilDay
  /// How many years lie between the entry and ``occursOn``.
  package var years: Int
  /// Whether ``years`` is one of the round numbers that editors look out for.
  package var isMilestone: Bool
  /// Why it was chosen, in a sentence for the editor.
  package var reason: String

  package init(entry: Entry, occursOn: CivilDay, years: Int, isMilestone: Bool, reason: String) {
    self.entry = entry
    self.occursOn = occursOn
    self.years = years
    self.isMilestone = isMilestone
    self.reason = reason
  }

  /// Whether the entry happened on this day of the year: one of 29 February, or with an `observed` day of its own, may
  /// be remembered on another.
  package var isOfTheDay: Bool {
    guard let first = entry.date.firstDay else { return false }
    return [first.year, (entry.date.lastDay ?? first).year].contains { year in
      CivilDay(year: year, month: occursOn.month, day: occursOn.day)
        .map { first <= $0 && $0 <= (entry.date.lastDay ?? first) } ?? false
    }
  }
}
