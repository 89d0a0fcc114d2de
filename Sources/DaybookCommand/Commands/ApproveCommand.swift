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
      longer than its channel takes, or a draft that is empty, is not approved, unless daybook.yaml makes less of the \
      rule: `check: {post-too-long: warning}`. A draft that was sent stays so: approving an edit takes it into the feed \
      and the archive.

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
    // `Drafts/*/*/*.md` means the drafts, and not what waits beside them.
    let beside = drafts.count > 1 ? drafts.filter { $0.hasSuffix(".new.md") } : []
    for name in beside { Console.message("\(name): left out, since it is the newer text that waits beside a draft") }
    let files = try drafts.filter { !beside.contains($0) }.map(workspace.draft(named:))
    for file in files where file.draft.status == .scheduled && !file.draft.isApproved {
      Console.message(
        "\(file.path): the text before your edit is on its way, and this one would go out as well; "
          + "`daybook deliveries cancel` stops what is not delivered yet")
    }
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
      What was accepted for sending is stopped by `daybook deliveries cancel`.

      EXAMPLES
        daybook unapprove Drafts/2024-W37/newsletter.md
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Draft files or ids.", valueName: "draft"))
  var drafts: [String]

  func run() throws {
    let workspace = try Workspace(options)
    try workspace.change(drafts.map { try revocable($0, in: workspace) }, change) { $0.unapprove() }
  }

  /// A draft that nobody was sent; any other stops before anything is written.
  private func revocable(_ name: String, in workspace: Workspace) throws -> DraftFile {
    let file = try workspace.draft(named: name)
    switch file.draft.status {
    case .sent: throw CommandFailure(.badData, "\(file.path): this draft was sent, and that cannot be taken back")
    case .scheduled:
      throw CommandFailure(
        .badData,
        "\(file.path): this draft was accepted for sending; `daybook deliveries` lists its deliveries, and `daybook "
          + "deliveries cancel ID` stops one that has not arrived")
    case .draft, .approved, .failed: return file
    }
  }
}

extension Workspace {
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
