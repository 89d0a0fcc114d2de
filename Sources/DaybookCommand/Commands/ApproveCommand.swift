internal import ArgumentParser
internal import Content

/// `daybook approve`: binds an approval to the exact text of drafts.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve drafts as they are now; an edit afterwards voids the approval.",
    discussion: """
      EXAMPLES
        daybook approve Drafts/2024-W37/newsletter.md
        daybook approve 2024-W37-newsletter --dry-run
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Draft files or ids.", valueName: "draft"))
  var drafts: [String]

  func run() throws {
    try Workspace(options).change(drafts, change) { $0.approve() }
  }
}

/// `daybook unapprove`: takes approvals back.
struct UnapproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unapprove", abstract: "Take the approval of drafts back.")

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Draft files or ids.", valueName: "draft"))
  var drafts: [String]

  func run() throws {
    try Workspace(options).change(drafts, change) { $0.unapprove() }
  }
}

extension Workspace {
  /// Changes drafts one by one and says what they are now; a name that is none stops before anything is written.
  fileprivate func change(_ names: [String], _ options: ChangeOptions, _ transform: (inout Draft) -> Void) throws {
    let changed = try names.map { name in
      var file = try draft(named: name)
      guard file.draft.status != .sent else {
        throw CommandFailure(.badData, "\(file.path): this draft was sent; it is not changed any more")
      }
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
