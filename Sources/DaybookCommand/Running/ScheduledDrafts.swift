internal import Content
internal import Scheduler
internal import Timeline

/// The drafts of one occurrence of a schedule.
struct ScheduledDrafts {
  let workspace: Workspace
  let schedule: Schedule
  /// The due time, in seconds since 1970.
  let due: Int

  /// The drafts that were brought into their files, and why there are not more: sentences without a full stop.
  struct Made: Sendable {
    var results: [Desk.Result] = []
    var nothing: [String] = []
  }

  /// The day that is made for.
  var day: CivilDay { schedule.zone.day(at: due) }

  /// Brings all drafts into their files.
  func make() throws -> Made {
    try write(isDryRun: false)
  }

  /// What ``make()`` would do.
  func plan() throws -> Made {
    try write(isDryRun: true)
  }

  private func write(isDryRun: Bool) throws -> Made {
    let desk = try Desk(workspace, day: day, isDryRun: isDryRun)
    let compositions = try compositions(at: desk)
    return Made(results: try desk.write(compositions.filter { $0.draft != nil }), nothing: nothing(compositions))
  }

  /// The drafts as they lie in their files, and those that were missing and are made now.
  func existing() throws -> (files: [DraftFile], made: Made) {
    let desk = try Desk(workspace, day: day, isDryRun: false)
    let compositions = try compositions(at: desk)
    let (files, missing) = try found(compositions)
    guard !missing.isEmpty || files.isEmpty else { return (files, Made()) }
    let results = try desk.write(missing)
    return (files + results.map(\.file), Made(results: results, nothing: files.isEmpty ? nothing(compositions) : []))
  }

  /// The drafts that lie in their files already.
  func found() throws -> [DraftFile] {
    try found(compositions(at: Desk(workspace, day: day, isDryRun: true))).files
  }

  private func found(_ compositions: [Composition]) throws -> (files: [DraftFile], missing: [Composition]) {
    let folder = DraftFolder(files: workspace.files)
    var files: [DraftFile] = []
    var missing: [Composition] = []
    for composition in compositions {
      guard let path = composition.draft?.path else { continue }
      if let draft = try folder.read(path) {
        files.append(DraftFile(path: path, draft: draft))
      } else {
        missing.append(composition)
      }
    }
    if files.isEmpty, missing.isEmpty, schedule.product == .newsletter {
      // An issue that is there stays one, though the timelines have nothing for it any more.
      files = try workspace.drafts().filter { $0.draft.id == IssueComposer.draftID(of: day) }
    }
    return (files, missing)
  }

  private func compositions(at desk: Desk) throws -> [Composition] {
    switch schedule.product {
    case .newsletter: [try desk.issue()]
    case .posts:
      schedule.channels.isEmpty ? try desk.posts(channel: nil) : try schedule.channels.flatMap(desk.posts)
    }
  }

  private func nothing(_ compositions: [Composition]) -> [String] {
    guard compositions.isEmpty else {
      return compositions.compactMap { composition in
        if case .nothing(let reason) = composition { "nothing is made: \(reason)" } else { nil }
      }
    }
    return [
      "nothing is made: no news from \(day.adding(days: -7)) to \(day.adding(days: -1)), and no anniversary from \(day) "
        + "to \(day.adding(days: 6))"
    ]
  }
}

extension Desk.Result {
  /// `2024-W37-newsletter created`.
  var words: String { "\(file.draft.id) \(change.action.rawValue)" }
}
