internal import Content
internal import Delivery
internal import Scheduler

/// What became of one step of a schedule, to be told.
struct StepReport {
  var occurrence: Occurrence
  /// The schedule's zone, for showing times; nil for a schedule that is gone.
  var zone: Zone?
  var drafts: [Desk.Result] = []
  var accepted: [Acceptance] = []
  var ending: OccurrenceRecord.Ending
  /// Whether it was this process that ended it; otherwise another one has taken over meanwhile.
  var isEnded = true
  /// Whether it is an error that keeps it waiting, and no missing approval.
  var isTrouble = false
  /// Whether some of what it should have made could not be made.
  var hasFailures = false
  /// Whether it tells of missed runs that are left out, and of no work.
  var isDropped = false

  init(_ occurrence: Occurrence, zone: Zone? = nil, ending: OccurrenceRecord.Ending = .done(note: "")) {
    self.occurrence = occurrence
    self.zone = zone
    self.ending = ending
  }

  /// How it ended, as `--json` and logs say it.
  enum Result: String {
    case done, waiting, failed, dropped
  }

  var result: Result {
    if isDropped { return .dropped }
    return switch ending {
    case .done: .done
    case .putOff: .waiting
    case .failed: .failed
    }
  }

  var note: String {
    switch ending {
    case .done(let note): note
    case .failed(let reason), .putOff(_, let reason): reason
    }
  }

  /// When it was due, in RFC 3339.
  var due: String { zone?.timestamp(at: occurrence.due) ?? "\(occurrence.due)" }

  /// What became of it, in a sentence without a full stop: `waits: 2024-W37-newsletter is not approved`.
  var verdict: String {
    let beginning =
      switch result {
      case .done, .dropped: ""
      case .waiting: isTrouble ? "not done yet: " : "waits: "
      case .failed: "given up: "
      }
    return beginning + note
  }

  /// The line that people read: `weekly, due 2024-09-09T07:00:00+02:00: 2024-W37-newsletter created; …`.
  var line: String {
    let step = occurrence.step == .run ? "" : " (\(occurrence.step.rawValue))"
    return "\(occurrence.schedule)\(step), due \(due): \(verdict)"
  }
}
