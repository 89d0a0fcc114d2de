internal import ArgumentParser
internal import Content
internal import Timeline

/// `daybook approve`: binds an approval to the exact text of drafts.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve drafts as they are now; an edit afterwards voids the approval.",
    discussion: """
      What `daybook check` finds wrong in a draft is said, and so is a newer text that lies beside it. A post that is \
      longer than its channel takes is not approved, unless daybook.yaml makes less of the rule: \
      `check: {post-too-long: warning}`.

      EXAMPLES
        daybook approve Drafts/2024-W37/newsletter.md
        daybook approve 2024-W37-newsletter --dry-run
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Draft files or ids.", valueName: "draft"))
  var drafts: [String]

  func run() throws {
    let workspace = try Workspace(options)
    let files = try workspace.changeable(drafts)
    let doubts = workspace.doubts(about: files, from: .warning)
    for warning in doubts.warnings { Console.message(warning) }
    try workspace.change(files.filter { doubts.refusals[$0.path] == nil }, change) { $0.approve() }
    let refusals = files.flatMap { file in
      (doubts.refusals[file.path] ?? []).map { "\($0), so the draft is not approved" }
    }
    if !refusals.isEmpty { throw CommandFailure(.failed, messages: refusals) }
  }
}

/// `daybook unapprove`: takes approvals back.
struct UnapproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unapprove",
    abstract: "Take the approval of drafts back.",
    discussion: """
      EXAMPLES
        daybook unapprove Drafts/2024-W37/newsletter.md
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Draft files or ids.", valueName: "draft"))
  var drafts: [String]

  func run() throws {
    let workspace = try Workspace(options)
    try workspace.change(workspace.changeable(drafts), change) { $0.unapprove() }
  }
}

extension Workspace {
  /// The drafts of these names; a name that is none, or of a draft that was sent, stops before anything is written.
  fileprivate func changeable(_ names: [String]) throws -> [DraftFile] {
    try names.map { name in
      let file = try draft(named: name)
      guard file.draft.status != .sent else {
        throw CommandFailure(
          .badData,
          "\(file.path): this draft was sent; it is not changed any more. \(Draft.correctionAdvice)")
      }
      return file
    }
  }

  /// Changes drafts one by one and says what they are now.
  fileprivate func change(_ files: [DraftFile], _ options: ChangeOptions, _ transform: (inout Draft) -> Void) throws {
    let changed = files.map { file in
      var file = file
      transform(&file.draft)
      return file
    }
    for file in changed where !options.dryRun { try save(file) }
    if options.json {
      try Console.print(json: DraftRows(drafts: changed.map { DraftRow($0) }))
    } else {
      for file in changed { Console.print("\(file.draft.status.rawValue)  \(file.path)") }
    }
  }
}
