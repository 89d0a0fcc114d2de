/// One of the things that a schedule does for an occurrence.
package enum ScheduleStep: String, Hashable, Sendable, CaseIterable {
  /// Before the due time: the drafts are made, for a person to approve.
  case prepare
  /// Before the due time: somebody is told which drafts still wait for approval.
  case remind
  /// At the due time: what was made, or is made now, is sent as far as it is approved.
  case run
}

extension Schedule {
  /// The steps of an occurrence; without required approval it is one alone.
  package var steps: [ScheduleStep] {
    guard approval == .required else { return [.run] }
    return reminder == nil ? [.prepare, .run] : [.prepare, .remind, .run]
  }

  /// How long before the due time a step is taken, in seconds.
  package func lead(of step: ScheduleStep) -> Int {
    switch step {
    case .prepare: preparation
    case .remind: reminder?.lead ?? 0
    case .run: 0
    }
  }
}
