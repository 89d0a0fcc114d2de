internal import ArgumentParser
internal import Content
internal import Timeline

/// `daybook export calendar`: anniversaries for calendar programs.
struct ExportCalendar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "A calendar (ICS) in which every entry with a day comes back each year.",
    discussion: """
      The days are those of `daybook pick`: onThisDay in the settings says where 29 February and ranges go.

      EXAMPLES
        daybook export calendar --output public/anniversaries.ics
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var export: ExportOptions

  func run() throws {
    let workspace = try Workspace(options)
    let calendar = AnniversaryCalendar(
      publication: workspace.settings.publication, rules: workspace.settings.onThisDay)
    let entries = calendar.remembered(try workspace.entries().sorted(by: Entry.comesFirst))
    try Export(text: calendar.text(entries), items: entries.map(\.id)).deliver(export)
  }
}

/// `daybook export timelinejs`: a timeline for websites.
struct ExportTimelineJS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timelinejs", abstract: "The JSON of TimelineJS: one timeline, or all of them together.",
    discussion: """
      EXAMPLES
        daybook export timelinejs Timelines/two-milers.md > two-milers.json
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var export: ExportOptions
  @Argument(help: ArgumentHelp("A timeline; otherwise all of the publication.", valueName: "timeline"))
  var timeline: String?

  func run() throws {
    let workspace = try Workspace(options)
    let documents = try timelines(of: workspace)
    let name = workspace.settings.publication.name
    let single = documents.count == 1 ? documents.first : nil
    let entries = documents.flatMap(\.entries).sorted(by: Entry.comesFirst)
    let exporter = TimelineJSExport(publication: workspace.settings.publication)
    let placed = exporter.placed(entries)
    let text = exporter.json(
      title: single?.title.map(MarkdownNotes.removed) ?? name, standfirst: single?.publicStandfirst ?? "",
      entries: placed)
    let kept = Set(placed.map(\.id))
    let leftOut = entries.filter { !kept.contains($0.id) }
      .map { Export.Omission(id: $0.id, reason: "its date, \($0.dateText), has neither start nor end") }
    try Export(text: text, items: placed.map(\.id), leftOut: leftOut).deliver(export)
  }

  private func timelines(of workspace: Workspace) throws -> [TimelineDocument] {
    guard let timeline else { return try workspace.timelines().map(\.document) }
    let text = try FileSystem.readText(timeline)
    let document = TimelineReader.read(text, file: timeline, settings: workspace.timelineSettings).document
    guard !document.entries.isEmpty else {
      throw CommandFailure(.badData, "\(timeline):1:1: no dated entry was found; is this a timeline?")
    }
    return [document]
  }
}

extension Entry {
  /// The order of exports: by date, on one date by id.
  fileprivate static func comesFirst(_ left: Entry, _ right: Entry) -> Bool {
    left.date == right.date ? left.id < right.id : left.date < right.date
  }
}
