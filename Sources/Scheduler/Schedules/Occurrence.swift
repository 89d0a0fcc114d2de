/// One time at which a schedule takes a step; what the ledger keeps apart from every other.
package struct Occurrence: Hashable, Sendable {
  /// The schedule's name.
  package var schedule: String
  package var step: ScheduleStep
  /// When the schedule is due, in seconds since 1970; its steps before that have the same.
  ///
  /// The day that is made for is this instant's day in the schedule's zone.
  package var due: Int

  package init(schedule: String, step: ScheduleStep = .run, due: Int) {
    self.schedule = schedule
    self.step = step
    self.due = due
  }
}

/// All occurrences of one step of one schedule.
package struct Series: Hashable, Sendable {
  /// The schedule's name.
  package var schedule: String
  package var step: ScheduleStep

  package init(schedule: String, step: ScheduleStep) {
    self.schedule = schedule
    self.step = step
  }
}

extension Schedule {
  /// The first due time after `instant`, in seconds since 1970; nil when the schedule never comes again.
  package func next(after instant: Int) -> Int? {
    recurrence.next(after: instant, in: zone, on: limits)
  }

  /// When the schedule has something to do next, its steps before a due time included.
  package func nextStep(after instant: Int) -> Int? {
    steps.compactMap { step in
      let lead = lead(of: step)
      return next(after: instant + lead).map { $0 - lead }
    }.min()
  }

  /// What will run when, in order of time; schedules that are due at once come in the order of `schedules`.
  ///
  /// - Parameters:
  ///   - schedules: all schedules.
  ///   - instant: what comes is later than this.
  ///   - count: at most so many occurrences.
  /// - Returns: the occurrences of ``ScheduleStep/run``.
  package static func upcoming(of schedules: [Schedule], after instant: Int, count: Int) -> [Occurrence] {
    var nexts = schedules.map { $0.next(after: instant) }
    var occurrences: [Occurrence] = []
    while occurrences.count < count, let due = nexts.compactMap(\.self).min(),
      let index = nexts.firstIndex(of: due)
    {
      occurrences.append(Occurrence(schedule: schedules[index].name, due: due))
      nexts[index] = schedules[index].next(after: due)
    }
    return occurrences
  }
}
