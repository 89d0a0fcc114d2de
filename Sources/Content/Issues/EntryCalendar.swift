package import Timeline

/// Entries by their first day, so that a week's are found without looking at all others.
package struct EntryCalendar: Sendable {
  private let entries: [Entry]
  /// The places in ``entries`` by first day, those of a day in the order of the timelines.
  private let order: [Int]
  /// The first days in step with ``order``.
  private let days: [Int]

  package init(_ entries: [Entry]) {
    self.entries = entries
    let dated = entries.indices.compactMap { index in
      entries[index].date.firstDay.map { (day: $0.daysSinceEpoch, index: index) }
    }.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
    order = dated.map(\.index)
    days = dated.map(\.day)
  }

  /// The entries whose first day is `first` or later and before `end`: by day, those of a day as in the timelines.
  package func entries(from first: CivilDay, before end: CivilDay) -> [Entry] {
    let start = place(of: first.daysSinceEpoch)
    let stop = place(of: end.daysSinceEpoch)
    return start < stop ? order[start..<stop].map { entries[$0] } : []
  }

  /// The place of the first entry that is not before a day.
  private func place(of day: Int) -> Int {
    var range = 0..<days.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = days[middle] < day ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
