package import Timeline

/// Chooses "on this day" items: a pure function from entries, days, rules and history to picks.
///
/// Within a day milestones come first, then the greater weight, then the older entry, then the id in alphabetical
/// order: nothing is left to chance.
package struct Picker: Sendable {
  private let index: AnniversaryIndex
  private let rules: OnThisDayRules

  package init(_ entries: [Entry], rules: OnThisDayRules) {
    index = AnniversaryIndex(entries, ranges: rules.ranges)
    self.rules = rules
  }

  /// The picks for the days of `request`, in the order of the days.
  package func select(_ request: PickRequest, history: PickHistory) -> PickSelection {
    var selection = PickSelection()
    var history = history
    var picksOfYear: [Int: Int] = [:]
    for offset in 0..<max(0, request.days) {
      let day = request.firstDay.adding(days: offset)
      var picksOfDay = 0
      for candidate in candidates(on: day) {
        let year = candidate.day.year
        if let reason = objection(
          to: candidate, on: day, request: request, history: history, picksOfDay: picksOfDay,
          picksOfYear: picksOfYear[year, default: 0])
        {
          selection.rejections.append(
            .init(entry: candidate.entry, occursOn: day, years: day.year - year, reason: reason))
          continue
        }
        selection.picks.append(pick(candidate, on: day))
        picksOfDay += 1
        picksOfYear[year, default: 0] += 1
        history.add(.init(entry: candidate.entry.id, channel: request.channel ?? "", day: day, draft: ""))
      }
    }
    return selection
  }

  private func candidates(on day: CivilDay) -> [AnniversaryIndex.Occasion] {
    index.occasions(on: day, leapDay: rules.leapDay)
      .filter { $0.day.year < day.year }
      .sorted { rank($0, on: day) < rank($1, on: day) }
  }

  private func rank(_ occasion: AnniversaryIndex.Occasion, on day: CivilDay) -> (Int, Int, CivilDay, String) {
    let isMilestone = rules.milestones.contains(day.year - occasion.day.year)
    return (isMilestone ? 0 : 1, -(occasion.entry.fields.weight ?? 1), occasion.day, occasion.entry.id)
  }

  private func objection(
    to occasion: AnniversaryIndex.Occasion, on day: CivilDay, request: PickRequest, history: PickHistory,
    picksOfDay: Int, picksOfYear: Int
  ) -> String? {
    let years = day.year - occasion.day.year
    if occasion.entry.fields.weight == 0 { return "its weight is 0" }
    if years < rules.minimumYears { return "\(years) years are fewer than the \(rules.minimumYears) asked for" }
    let last = history.lastAppearance(
      of: occasion.entry.id, on: request.channel ?? "", before: day, except: request.replacing)
    if let last, day.daysSinceEpoch - last.daysSinceEpoch < rules.cooldownDays {
      return "it appeared on \(last), and comes back after \(rules.cooldownDays) days at the earliest"
    }
    if picksOfDay >= rules.maxPerDay { return "the day has its \(rules.maxPerDay) picks already" }
    if let most = rules.maxPerYear, picksOfYear >= most { return "\(occasion.day.year) has its \(most) picks already" }
    return nil
  }

  private func pick(_ occasion: AnniversaryIndex.Occasion, on day: CivilDay) -> Pick {
    let years = day.year - occasion.day.year
    let isMilestone = rules.milestones.contains(years)
    var reason = years == 1 ? "1 year ago" : "\(years) years ago"
    if isMilestone { reason += ", a milestone" }
    if occasion.day.month == 2, occasion.day.day == 29, day.day != 29 {
      reason += "; 29 February is kept on this day in a year without one"
    }
    return Pick(entry: occasion.entry, occursOn: day, years: years, isMilestone: isMilestone, reason: reason)
  }
}
