/// An entry that does not stand where its date belongs.
package enum EntryOrder: TimelineRule {
  package static let name = "date-order"
  package static let severity = Finding.Severity.warning
  package static let explanation = """
    The entries of a timeline stand in the order of their dates, oldest first or newest first. One that does not is
    misplaced, or its date is wrong: in January the year is often last year's. As few entries as possible are reported.
    """
  package static let example = """
    ## 2023-11-11 — A podcast

    ## 2023-01-12 — An injury

    ## 2024-01-18 — A reply
    """

  package static func check(_ checked: CheckedDocument, context: RuleContext) -> [RuleFinding] {
    let dated = checked.document.entries.compactMap { entry in
      entry.date.firstDay.map { (entry: entry, day: $0.daysSinceEpoch) }
    }
    guard dated.count > 2 || dated.count == 2 && dated[0].day > dated[1].day else { return [] }
    let rises = zip(dated, dated.dropFirst()).count { $0.day < $1.day }
    let falls = zip(dated, dated.dropFirst()).count { $0.day > $1.day }
    let sign = falls > rises && dated.count > 2 ? -1 : 1
    let keys = dated.map { $0.day * sign }
    let ordered = longestOrder(keys)
    var following: [Int?] = []
    var next: Int?
    for index in dated.indices.reversed() {
      following.append(next)
      if ordered.contains(index) { next = index }
    }
    following.reverse()
    var before: Int?
    return dated.indices.compactMap { index in
      defer { if ordered.contains(index) { before = index } }
      if ordered.contains(index) { return nil }
      let (entry, behind) = (dated[index].entry, before.map { dated[$0].entry })
      let ahead = following[index].map { dated[$0].entry }
      let (older, younger) = sign > 0 ? (behind, ahead) : (ahead, behind)
      // A year, a season or a range may well go with what lies in it.
      guard
        older.map({ isCertainlyBefore(entry, $0) }) ?? false || younger.map({ isCertainlyBefore($0, entry) }) ?? false
      else { return nil }
      return finding(for: entry, behind: behind, before: ahead)
    }
  }

  /// Whether the one ends before the other begins.
  private static func isCertainlyBefore(_ one: Entry, _ other: Entry) -> Bool {
    guard let end = one.date.lastDay ?? one.date.firstDay, let start = other.date.firstDay else { return false }
    return end < start
  }

  private static func finding(for entry: Entry, behind: Entry?, before: Entry?) -> RuleFinding {
    let place = [behind.map { "behind \($0.dateText)" }, before.map { "before \($0.dateText)" }]
    var message = "The entry \"\(entry.dateText)\" stands \(place.compactMap { $0 }.joined(separator: " and "))"
    if let guess = nearbyYear(entry.date.day, behind?.date.firstDay, before?.date.firstDay) {
      message += "; correct its date, or move it: was \(guess) meant?"
    } else {
      message += "; move it, or correct its date."
    }
    return RuleFinding(entry.position, message)
  }

  /// The same day of the year before or after, where it is in order in no other year.
  private static func nearbyYear(_ day: CivilDay?, _ one: CivilDay?, _ other: CivilDay?) -> CivilDay? {
    guard let day, let one, let other else { return nil }
    let range = min(one, other)...max(one, other)
    guard range.upperBound.year - range.lowerBound.year <= 1 else { return nil }
    let fitting = [1, -1].compactMap { CivilDay(year: day.year + $0, month: day.month, day: day.day) }
      .filter { range.contains($0) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The indices of a longest subsequence that never falls; of several the one that keeps what stands first.
  private static func longestOrder(_ keys: [Int]) -> Set<Int> {
    var heads: [Int] = []
    var next = [Int?](repeating: nil, count: keys.count)
    for index in keys.indices.reversed() {
      let place = heads.partitioningIndex { keys[$0] < keys[index] }
      next[index] = place > 0 ? heads[place - 1] : nil
      if place == heads.count { heads.append(index) } else { heads[place] = index }
    }
    var order: Set<Int> = []
    var current = heads.last
    while let index = current {
      order.insert(index)
      current = next[index]
    }
    return order
  }
}
