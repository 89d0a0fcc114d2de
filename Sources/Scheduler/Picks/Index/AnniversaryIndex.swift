package import Timeline

/// The entries of all timelines by month and day, so that a pick does not read the timelines.
package struct AnniversaryIndex: Sendable {
  /// One a timeline.
  private let segments: [IndexSegment]

  init(segments: [IndexSegment]) {
    self.segments = segments
  }

  /// Indexes entries that are at hand; picks have them whole.
  package init(_ entries: [Entry]) {
    segments = [IndexBuilder.segment(of: entries)]
  }

  /// The numbers of the timelines whose cache files turned out to be damaged where they were looked at.
  var damaged: [Int] { segments.indices.filter { segments[$0].isDamaged } }

  /// What a day remembers, in no particular order, each entry once.
  func occasions(on day: CivilDay, rules: OnThisDayRules) -> [Occasion] {
    var found: [Occasion] = []
    let roles = IndexRow.Roles(rules.ranges)
    let own = IndexBlock.day(day.month, day.day)
    found.reserveCapacity(segments.reduce(0) { $0 + $1.rowCount(in: own) })
    for (index, segment) in segments.enumerated() {
      func add(_ row: IndexRow, _ remembered: CivilDay, _ cause: Occasion.Cause) {
        guard remembered.year < day.year else { return }
        found.append(
          Occasion(segment: index, number: row.number, day: remembered, weight: Int(row.weight), cause: cause))
      }
      func addDays(_ block: Int, cause: Occasion.Cause) {
        segment.forEachRow(in: block) { row in
          guard row.roles.contains(roles) else { return }
          let isEdge = row.roles != .all && cause == .day
          let edge: Occasion.Cause = row.roles.contains(.start) ? .start : .end
          add(row, CivilDay(daysSinceEpoch: Int(row.day)), isEdge ? edge : cause)
        }
      }
      addDays(own, cause: .day)
      if rules.leapDay.isKept(on: day) { addDays(IndexBlock.day(2, 29), cause: .leapDay) }
      segment.forEachRow(in: IndexBlock.observances(day.month)) { row in
        guard Self.isObserved(row, on: day) else { return }
        add(row, CivilDay(daysSinceEpoch: Int(row.day)), .observance)
      }
      if roles == .any {
        segment.forEachRow(in: IndexBlock.spans(day.month)) { row in
          if let remembered = Self.first(day.month, day.day, in: row) { add(row, remembered, .span) }
        }
        guard rules.leapDay.isKept(on: day) else { continue }
        segment.forEachRow(in: IndexBlock.spans(2)) { row in
          guard Self.first(day.month, day.day, in: row) == nil, let remembered = Self.first(2, 29, in: row) else {
            return
          }
          add(row, remembered, .leapDay)
        }
      }
    }
    return found
  }

  /// The entries that are dated in a month of another year, and not on a day of it.
  func occasions(inMonthOf day: CivilDay, rules: OnThisDayRules) -> [Occasion] {
    let roles = IndexRow.Roles(rules.ranges)
    var found: [Occasion] = []
    for (index, segment) in segments.enumerated() {
      segment.forEachRow(in: IndexBlock.months(day.month)) { row in
        let remembered = CivilDay(daysSinceEpoch: Int(row.day))
        guard row.roles.contains(roles), remembered.year < day.year else { return }
        found.append(
          Occasion(segment: index, number: row.number, day: remembered, weight: Int(row.weight), cause: .month))
      }
    }
    return found
  }

  func id(of occasion: Occasion) -> String {
    segments[occasion.segment].id(of: occasion.number)
  }

  func entry(of occasion: Occasion) -> Entry? {
    segments[occasion.segment].entry(occasion.number)
  }

  func shared(by occasion: Occasion, people: [UInt32], tags: [UInt32]) -> (people: Int, tags: Int) {
    segments[occasion.segment].shared(occasion.number, people: people, tags: tags)
  }

  /// The first day of a span that has a month and day.
  private static func first(_ month: Int, _ day: Int, in row: IndexRow) -> CivilDay? {
    let year = CivilDay(daysSinceEpoch: Int(row.day)).year
    // 29 February may be up to eight years away; a span that long has every other day in its first year or the next.
    return (year...year + (month == 2 && day == 29 ? 8 : 1)).lazy
      .compactMap { CivilDay(year: $0, month: month, day: day) }
      .first { $0.daysSinceEpoch >= Int(row.day) }
      .flatMap { $0.daysSinceEpoch <= Int(row.lastDay) ? $0 : nil }
  }

  private static func isObserved(_ row: IndexRow, on day: CivilDay) -> Bool {
    let (number, weekday) = row.observance
    guard day.weekday == weekday else { return false }
    return number == 0
      ? day.day + 7 > CivilDay.daysInMonth(day.month, of: day.year) : (day.day - 1) / 7 + 1 == number
  }
}

extension OnThisDayRules.LeapDay {
  /// Whether 29 February is kept on a day that is another.
  fileprivate func isKept(on day: CivilDay) -> Bool {
    guard !CivilDay.isLeap(day.year) else { return false }
    switch self {
    case .feb28: return day.month == 2 && day.day == 28
    case .mar1: return day.month == 3 && day.day == 1
    case .leapYears: return false
    }
  }
}
