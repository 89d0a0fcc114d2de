internal import ArgumentParser
internal import Content
internal import Timeline

/// `daybook draft`: a week's newsletter and posts.
struct DraftCommand: ParsableCommand {
  /// What is drafted.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case newsletter, posts
  }

  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Make the drafts of a week: the newsletter, the posts, or both.",
    discussion: """
      An issue dated D tells the news of the seven days before D, and what happened in other years on the seven days \
      from D. A draft that was edited is never overwritten. With --dry-run, what would change is shown as a diff.

      EXAMPLES
        daybook draft                                the week from today
        daybook draft newsletter --date 2024-09-09
        daybook draft posts --channel bluesky --dry-run
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: "newsletter or posts; both when left out.")
  var kind: Kind?
  @Option(help: ArgumentHelp("The issue's date, YYYY-MM-DD; otherwise today.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("Posts for this channel alone.", valueName: "name"))
  var channel: String?

  func validate() throws {
    if kind == .newsletter, channel != nil { throw ValidationError("--channel is for posts; a newsletter has one") }
  }

  func run() throws {
    let workspace = try Workspace(options)
    let desk = try Desk(workspace, day: try workspace.day(date), isDryRun: change.dryRun)
    var compositions: [Composition] = []
    if kind != .posts && channel == nil { compositions.append(try issue(at: desk)) }
    if kind != .newsletter { compositions += try desk.posts(channel: channel) }
    let outcome = try desk.write(compositions)
    let results = outcome.results
    if change.json {
      try Console.print(
        json: DraftRows(
          drafts: results.map { DraftRow($0.file, action: $0.change.action.rawValue, diff: $0.difference) }))
    } else {
      for result in results {
        Console.print("\(result.change.action.rawValue.padded(to: 10))\(result.file.path)")
        if let difference = result.difference, !difference.isEmpty { Console.print(difference) }
      }
    }
    for result in results { result.notes.forEach(Console.message) }
    guard !outcome.failures.isEmpty else { return }
    throw CommandFailure(
      results.isEmpty ? .badData : .failed, messages: outcome.failures.map { "not drafted: \($0)" })
  }

  /// The issue; where its template is broken and posts are wanted too, these are made all the same.
  private func issue(at desk: Desk) throws -> Composition {
    do {
      return try desk.issue()
    } catch let error as TemplateError where kind == nil {
      return .failed(reason: "the newsletter: \(error)")
    }
  }
}
