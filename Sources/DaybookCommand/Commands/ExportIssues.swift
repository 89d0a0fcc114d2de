internal import ArgumentParser
internal import Content

/// `daybook export feed`: the issues as Atom, RSS or JSON Feed.
struct ExportFeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "The approved and sent issues as Atom, RSS or JSON Feed, the newest first.",
    discussion: """
      EXAMPLES
        daybook export feed --output public/feed.xml
        daybook export feed --format json --limit 5
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var export: ExportOptions
  @Option(help: "atom, rss or json; otherwise by the name of --output: .rss, .json, else atom.")
  var format: IssueFeed.Format?
  @Option(help: ArgumentHelp("The most issues.", valueName: "number"))
  var limit = 20

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit \(limit): a feed has at least one issue") }
  }

  func run() throws {
    let workspace = try Workspace(options)
    let (issues, leftOut) = try workspace.publishedIssues()
    let shown = Array(issues.newestFirst.prefix(limit))
    let feed = IssueFeed(publication: workspace.settings.publication, zone: workspace.settings.zone, issues: shown)
    let text = feed.text(as: format ?? Self.format(of: export.output))
    try Export(text: text, items: shown.map(\.id), leftOut: leftOut).deliver(export)
  }

  private static func format(of output: String?) -> IssueFeed.Format {
    if output?.hasSuffix(".json") ?? false { return .json }
    return output?.hasSuffix(".rss") ?? false ? .rss : .atom
  }
}

extension IssueFeed.Format: ExpressibleByArgument {}

/// `daybook export archive`: a page with all issues.
struct ExportArchive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "The approved and sent issues on one HTML page, the newest first.",
    discussion: """
      The page comes out of Templates/archive.html.mustache. Each issue has its week as anchor: #2024-W37.

      EXAMPLES
        daybook export archive --output public/archive.html
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var export: ExportOptions

  func run() throws {
    let workspace = try Workspace(options)
    let (issues, leftOut) = try workspace.publishedIssues()
    let page = try ArchivePage(publication: workspace.settings.publication, templates: workspace.templates())
    try Export(text: page.html(issues), items: issues.newestFirst.map(\.id), leftOut: leftOut).deliver(export)
  }
}

extension Workspace {
  /// The issues that everybody may see, and those that only miss a fresh approval.
  ///
  /// - Throws: ``CommandFailure`` when there is none.
  fileprivate func publishedIssues() throws -> ([PublishedIssue], [Export.Omission]) {
    let drafts = try drafts().map(\.draft).filter { $0.kind == .newsletter }
    let issues = drafts.compactMap { PublishedIssue($0, publication: settings.publication) }
    guard !issues.isEmpty else {
      throw CommandFailure(
        .noInput, "no issue is approved as it is; `daybook approve` approves one, `daybook status` lists them")
    }
    let edited = drafts.filter { $0.approved != nil && !$0.isApproved }
    return (issues, edited.map { Export.Omission(id: $0.id, reason: "it was edited after it was approved") })
  }
}
