package import Scheduler
package import Timeline

/// What an issue is made from.
package struct IssueSource: Sendable {
  /// The entries of all timelines; those of other days than the issue's are left out.
  package var entries: [Entry]
  /// The picks, in the order of importance on each day; those of other days are left out.
  package var picks: [Pick]
  /// The picks for the month; only the first issue of a month has them.
  package var monthPicks: [Pick]
  /// The ids of entries that a person does not want in the issue.
  package var without: Set<String>

  package init(entries: [Entry], picks: [Pick], monthPicks: [Pick] = [], without: Set<String> = []) {
    self.entries = entries
    self.picks = picks
    self.monthPicks = monthPicks
    self.without = without
  }
}
