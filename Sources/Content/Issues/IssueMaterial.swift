internal import Scheduler
internal import Timeline

/// What there is for the issue of a day: the news behind it, the anniversaries and the dates ahead.
///
/// Only what the issue's sections show is in it; where a section is full, the weightiest entries are.
struct IssueMaterial: Hashable {
  /// The day that the issue is dated.
  let day: CivilDay
  /// Entries whose first day is one of the seven before ``day``, oldest first.
  private(set) var news: [Entry]
  /// Picks for the seven days from ``day``, by day.
  let picks: [Pick]
  /// The picks, milestones first, then the weightiest, then the earliest.
  let picksByWeight: [Pick]
  /// Picks for the month of ``day``, in the first issue of the month.
  let monthPicks: [Pick]
  /// Entries whose first day is one of the seven from ``day``.
  let ahead: [Entry]
  /// The quote of the week, which stands nowhere else in the issue.
  private(set) var quoteOfTheWeek: PlacedQuote?
  /// The ids of what sections had no room for.
  let crowdedOut: [String]

  init(day: CivilDay, source: IssueSource, sections: [SectionRule] = SectionRule.usual) {
    self.day = day
    let start = day.adding(days: -7)
    let end = day.adding(days: 7)
    let entries = source.entries.filter { entry in
      guard let first = entry.date.firstDay, start <= first, first < end else { return false }
      return !source.without.contains(entry.id)
    }
    let allNews = Self.sorted(entries.filter { $0.date.firstDay.map { $0 < day } ?? false })
    let allAhead = Self.sorted(entries.filter { $0.date.firstDay.map { $0 >= day } ?? false })
    let allPicks = source.picks.enumerated()
      .filter { day <= $0.element.occursOn && $0.element.occursOn < end }
      .sorted { ($0.element.occursOn, $0.offset) < ($1.element.occursOn, $1.offset) }
      .map(\.element).filter { !source.without.contains($0.entry.id) }
    // Weekly issues on one weekday have exactly one in the first seven days of a month.
    let allMonthPicks = day.day <= 7 ? source.monthPicks.filter { !source.without.contains($0.entry.id) } : []
    news = allNews.kept(sections.most(in: .news), byRank: Self.byWeight)
    picks = allPicks.kept(sections.most(in: .onThisDay), byRank: Self.byWeight)
    picksByWeight = Self.byWeight(picks)
    monthPicks = allMonthPicks.kept(sections.most(in: .thisMonth), byRank: Self.byWeight)
    // What comes first is what readers need first.
    ahead = allAhead.kept(sections.most(in: .comingUp)) { Array($0) }
    let shown = Set((news + ahead + (picks + monthPicks).map(\.entry)).map(\.id))
    let wanted = [IssueSection.news: allNews, .comingUp: allAhead]
      .filter { sections.most(in: $0.key) != 0 }.flatMap(\.value)
    crowdedOut = wanted.map(\.id).filter { !shown.contains($0) }.sorted()
    if sections.most(in: .quote) != 0 { placeQuote() }
  }

  var period: Draft.Period {
    Draft.Period(first: day, last: day.adding(days: 6))
  }

  /// Whether there is anything that makes an issue; dates ahead alone do not.
  var isEmpty: Bool { news.isEmpty && picks.isEmpty && monthPicks.isEmpty }

  /// All entries of the issue, in its order; each once.
  var entryIDs: [String] {
    var seen: Set<String> = []
    return (news + (picks + monthPicks).map(\.entry) + ahead).map(\.id).filter { seen.insert($0).inserted }
  }

  /// The entries of the news, the weightiest first; of equals the youngest.
  var newsByWeight: [Entry] { Self.byWeight(news) }

  /// Takes the quote of the week out of its entry, so that nobody reads it twice.
  private mutating func placeQuote() {
    guard let placed = chosenQuote else { return }
    quoteOfTheWeek = placed
    guard let index = news.firstIndex(where: { $0.id == placed.entry.id }) else { return }
    news[index].blocks.removeAll { $0 == .quote(placed.quote) }
  }
}

// MARK: - Order

extension IssueMaterial {
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

  private static func byWeight(_ entries: [Entry]) -> [Entry] {
    entries.enumerated()
      .sorted { left, right in
        let weights = (left.element.fields.weight ?? 1, right.element.fields.weight ?? 1)
        return weights.0 == weights.1 ? left.offset > right.offset : weights.0 > weights.1
      }
      .map(\.element)
  }

  static func byWeight(_ picks: [Pick]) -> [Pick] {
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

extension Array where Element: Hashable {
  /// The `most` elements that rank first, in the order in which they stand; all of them without a limit.
  fileprivate func kept(_ most: Int?, byRank ranked: ([Element]) -> [Element]) -> [Element] {
    guard let most, most < count else { return self }
    let best = Set(ranked(self).prefix(most))
    return filter(best.contains)
  }
}
