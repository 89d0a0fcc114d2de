internal import Content
internal import Scheduler

/// The drafts of runs that need nobody's approval, made a moment before their due time.
struct DraftsAhead: Sendable {
  /// The due time, in seconds since 1970.
  let due: Int
  /// By the names of the schedules.
  var made: [String: ScheduledDrafts.Made] = [:]

  /// The drafts of a run, where nobody has touched them since; otherwise it has to look again.
  func drafts(for occurrence: Occurrence, in workspace: Workspace) -> ScheduledDrafts.Made? {
    guard occurrence.due == due, occurrence.step == .run, let made = made[occurrence.schedule] else { return nil }
    let folder = DraftFolder(files: workspace.files)
    let isUntouched = made.results.allSatisfy { result in
      result.change.action != .conflict && (try? folder.read(result.file.path)) == result.file.draft
    }
    return isUntouched ? made : nil
  }
}
