internal import Scheduler
internal import Timeline

/// What there is for the issue of a day: the news behind it, the anniversaries and the dates ahead.
struct IssueMaterial: Hashable {
  /// The day that the issue is dated.
  let day: CivilDay
  /// Entries whose first day is one of the seven before ``day``, oldest first.
  let news: [Entry]
  /// Picks for the seven days from ``day``, by day.
  let picks: [Pick]
  /// Entries whose first day is one of the seven from ``day``.
  let ahead: [Entry]

  init(day: CivilDay, entries: [Entry], picks: [Pick]) {
    self.day = day
    let start = day.adding(days: -7)
    let end = day.adding(days: 7)
    var news: [Entry] = []
    var ahead: [Entry] = []
    for entry in entries {
      guard let first = entry.date.firstDay, start <= first, first < end else { continue }
      if first < day { news.append(entry) } else { ahead.append(entry) }
    }
    self.news = Self.sorted(news)
    self.ahead = Self.sorted(ahead)
    self.picks = picks.enumerated()
      .filter { day <= $0.element.occursOn && $0.element.occursOn < end }
      .sorted { ($0.element.occursOn, $0.offset) < ($1.element.occursOn, $1.offset) }
      .map(\.element)
  }

  var period: Draft.Period {
    Draft.Period(first: day, last: day.adding(days: 6))
  }

  /// By day; on one day as in the timeline.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    entries.enumerated()
      .sorted { left, right in
        let days = (left.element.date.firstDay, right.element.date.firstDay)
        guard let first = days.0, let second = days.1, first != second else { return left.offset < right.offset }
        return first < second
      }
      .map(\.element)
  }

  /// The entries of the news, the weightiest first; of equals the youngest.
  var newsByWeight: [Entry] {
    news.enumerated()
      .sorted { left, right in
        let weights = (left.element.fields.weight ?? 1, right.element.fields.weight ?? 1)
        return weights.0 == weights.1 ? left.offset > right.offset : weights.0 > weights.1
      }
      .map(\.element)
  }

  /// The picks, milestones first, then the weightiest, then the earliest.
  var picksByWeight: [Pick] {
    picks.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element, right.element)
        if first.isMilestone != second.isMilestone { return first.isMilestone }
        let weights = (first.entry.fields.weight ?? 1, second.entry.fields.weight ?? 1)
        return weights.0 == weights.1 ? left.offset < right.offset : weights.0 > weights.1
      }
      .map(\.element)
  }
}
