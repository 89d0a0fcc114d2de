/// What a look at the clock found for one step of a schedule, for the ledger to keep.
package struct Evaluation: Hashable, Sendable {
  package var series: Series
  /// How long before its due time an occurrence of the step may be done, in seconds.
  package var lead: Int
  /// The stored instant that it began from; nil at the first sight of the schedule.
  package var previous: Int?
  /// The instant to store: up to it everything has been looked at.
  package var reached: Int
  /// The due times of what is to be done now, in order.
  package var due: [Int]
  /// How many missed occurrences the catch-up rule dropped.
  package var dropped: Int

  package init(series: Series, lead: Int, previous: Int?, reached: Int, due: [Int] = [], dropped: Int = 0) {
    self.series = series
    self.lead = lead
    self.previous = previous
    self.reached = reached
    self.due = due
    self.dropped = dropped
  }

  package var occurrences: [Occurrence] {
    due.map { Occurrence(schedule: series.schedule, step: series.step, due: $0) }
  }
}

extension Schedule {
  /// An occurrence that is looked at so many seconds late is on time all the same, and none that was missed.
  ///
  /// `catchUp: skip` hangs on it alone; timers that call `tick` have to be at least so punctual.
  static let punctuality = 10

  /// Clocks put back by more than this many seconds had been wrong, and the new time holds at once (cron(8)).
  ///
  /// After a smaller step back nothing happens until the clock shows again what it had shown.
  static let longestHold = 3 * 3_600

  /// What lies further back than this many seconds is neither made up for nor counted.
  static let longestCatchUp = 366 * 86_400

  /// Finds what is due now.
  ///
  /// A pure function of the clock: it may be called at any time and as often as one likes.
  ///
  /// - Parameters:
  ///   - step: the step to look at.
  ///   - last: the ``Evaluation/reached`` of the last time; nil at the first sight, which makes nothing of the past,
  ///     and for which a timer may be as late as for any other.
  ///   - now: the clock, in whole seconds since 1970, rounded down.
  /// - Returns: what is due, what was dropped, and the instant to store.
  package func evaluate(_ step: ScheduleStep = .run, since last: Int?, at now: Int) -> Evaluation {
    let lead = lead(of: step)
    var evaluation = Evaluation(
      series: Series(schedule: name, step: step), lead: lead, previous: last, reached: now)
    // At first sight, too, a step ahead of time is taken for what lies ahead.
    let last = last ?? now - (step == .run ? Self.punctuality + 1 : lead)
    guard last <= now else {
      if last - now <= Self.longestHold { evaluation.reached = last }
      return evaluation
    }
    let start = max(last, now - Self.longestCatchUp) + lead
    // What is prepared and reminded of lies ahead; once it is due, there is only its run to make up for.
    let isWanted = { (due: Int) in
      step != .run ? due > now : catchUp != .skip || due >= now - Self.punctuality
    }
    var latest = Latest(most: step == .run ? catchUp.most : CatchUp.usualMost)
    var unwanted = 0
    var next = next(after: start)
    while let due = next, due <= now + lead {
      if isWanted(due) { latest.append(due) } else { unwanted += 1 }
      next = self.next(after: due)
    }
    evaluation.due = latest.values
    if step == .run { evaluation.dropped = unwanted + latest.dropped }
    return evaluation
  }
}

extension CatchUp {
  /// How many occurrences one evaluation may find due.
  fileprivate var most: Int {
    if case .all(let most) = self { most } else { 1 }
  }
}

/// The last so many of a row of values.
private struct Latest {
  private let most: Int
  private var ring: [Int] = []
  private var count = 0

  init(most: Int) {
    self.most = most
  }

  mutating func append(_ value: Int) {
    if ring.count < most { ring.append(value) } else { ring[count % most] = value }
    count += 1
  }

  var dropped: Int { count - ring.count }

  var values: [Int] {
    let first = ring.count < most ? 0 : count % most
    return Array(ring[first...] + ring[..<first])
  }
}
