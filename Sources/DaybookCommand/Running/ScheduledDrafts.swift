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
    /// What should have come about and did not.
    var failures: [String] = []
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
    return try made(compositions.filter { $0.draft != nil }, of: compositions, at: desk)
  }

  /// The drafts as they lie in their files, and those that were missing and are made now.
  func existing() throws -> (files: [DraftFile], made: Made) {
    let desk = try Desk(workspace, day: day, isDryRun: false)
    let compositions = try compositions(at: desk)
    let (files, missing) = try found(compositions)
    var made = try made(missing, of: compositions, at: desk)
    if !files.isEmpty { made.nothing = [] }
    return (files + made.results.map(\.file), made)
  }

  /// Writes some of the compositions, and says of all what did not come about.
  private func made(_ written: [Composition], of all: [Composition], at desk: Desk) throws -> Made {
    let outcome = try desk.write(written)
    let failed = all.compactMap { if case .failed(let reason) = $0 { reason } else { nil } }
    return Made(results: outcome.results, nothing: nothing(all), failures: failed + outcome.failures)
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
    case .newsletter: return [try desk.issue()]
    case .posts:
      let lastDay = lastDay
      return try (schedule.channels.isEmpty ? desk.posts(channel: nil) : schedule.channels.flatMap(desk.posts))
        .filter { $0.draft.map { $0.period.first <= lastDay } ?? true }
    }
  }

  /// The last day that is made for: posts of the days from the schedule's next time on are left to that.
  private var lastDay: CivilDay {
    let week = day.adding(days: 6)
    guard schedule.product == .posts, let next = schedule.next(after: due) else { return week }
    return max(day, min(week, schedule.zone.day(at: next).adding(days: -1)))
  }

  private func nothing(_ compositions: [Composition]) -> [String] {
    guard compositions.isEmpty else {
      return compositions.compactMap { composition in
        if case .nothing(let reason) = composition { "nothing is made: \(reason)" } else { nil }
      }
    }
    return [
      "nothing is made: no news from \(day.adding(days: -7)) to \(day.adding(days: -1)), and no anniversary from \(day) "
        + "to \(lastDay)"
    ]
  }
}

extension Desk.Result {
  /// `2024-W37-newsletter created`.
  var words: String { "\(file.draft.id) \(change.action.rawValue)" }
}
