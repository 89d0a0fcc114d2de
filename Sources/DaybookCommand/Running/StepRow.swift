internal import Content
internal import Delivery
internal import Scheduler

/// One step of a schedule in `--json`.
struct StepRow: Encodable {
  var schedule: String
  var step: String
  /// When it was due, in RFC 3339.
  var due: String
  /// done, waiting, failed or dropped.
  var result: String
  var note: String
  var drafts: [DraftRow]
  /// What went into the outbox; the rows of what is delivered stand in `deliveries`.
  var accepted: [String]

  init(_ report: StepReport) {
    schedule = report.occurrence.schedule
    step = report.occurrence.step.rawValue
    due = report.due
    result = report.result.rawValue
    note = report.note
    drafts = report.drafts.map { DraftRow($0.file, action: $0.change.action.rawValue) }
    accepted = report.accepted.map(\.record.id)
  }
}
