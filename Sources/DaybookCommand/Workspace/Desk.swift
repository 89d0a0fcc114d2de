internal import Content
internal import Scheduler
internal import Store
internal import Timeline

/// Where the drafts of one week are made: the publication's entries, rules and templates, brought together.
struct Desk {
  let workspace: Workspace
  let day: CivilDay
  let isDryRun: Bool
  let entries: [Entry]
  let picker: Picker
  let history: PickHistory
  let templates: TemplateSet

  init(_ workspace: Workspace, day: CivilDay, isDryRun: Bool) throws {
    self.workspace = workspace
    self.day = day
    self.isDryRun = isDryRun
    entries = try workspace.entries()
    picker = Picker(entries, rules: workspace.settings.onThisDay)
    history = try workspace.history()
    templates = try workspace.templates()
  }

  /// The newsletter issue of the week.
  func issue() throws -> Composition {
    let composer = try IssueComposer(
      publication: workspace.settings.publication, sections: workspace.settings.newsletter.sections,
      templates: templates)
    return try newIssue(by: composer, from: issueSource())
  }

  /// What the week's issue is made from.
  func issueSource() -> IssueSource {
    let request = PickRequest(
      firstDay: day, days: 7, channel: Channel.newsletter.name, replacing: [IssueComposer.draftID(of: day)],
      explains: false)
    return IssueSource(
      entries: entries, picks: picker.select(request, history: history).picks,
      monthPicks: picker.selectMonth(request, history: history).picks)
  }

  /// The issue without what an editor took out of its draft, so that the standfirst does not speak of it any more.
  ///
  /// Where an approval holds, the draft stays. Where the editor rewrote what would have to change with it, their words
  /// stay, unless the timeline changed as well.
  private func newIssue(by composer: IssueComposer, from source: IssueSource) throws -> Composition {
    var source = source
    let path = Draft.issuePath(of: day)
    guard let existing = try workspace.files.read(path).map({ try Draft(reading: $0, file: path) }) else {
      return composed(by: composer, from: source)
    }
    source.without = Set(existing.without)
    let full = composed(by: composer, from: source)
    let texts = try workspace.generatedTexts(isDryRun: isDryRun)
    guard existing.isEdited, !existing.isApproved, case .draft = full,
      let base = try texts.text(ofDraft: existing.id).flatMap({ try? Draft(reading: $0, file: path) })
    else { return full }
    let deleted = composer.deletions(from: existing, generatedAs: base, day: day, source: source)
    source.without.formUnion(deleted)
    guard !deleted.isEmpty, case .draft(let draft) = composer.compose(day: day, from: source) else { return full }
    let plan = try DraftWriter(files: workspace.files, texts: texts).plan(draft)
    let isDeletionAlone = full.draft?.saysTheSame(as: base) ?? false
    return plan.action == .conflict && !isDeletionAlone ? full : .draft(draft)
  }

  private func composed(by composer: IssueComposer, from source: IssueSource) -> Composition {
    let crowdedOut = composer.crowdedOut(day: day, from: source)
    if !crowdedOut.isEmpty {
      Console.message(
        "no room in the issue's sections (newsletter.sections) for: \(crowdedOut.joined(separator: ", "))")
    }
    return composer.compose(day: day, from: source)
  }

  /// One post for each news entry and each pick on each channel, or on the one named.
  ///
  /// A channel whose templates are broken is one failure, and keeps nothing from the others.
  func posts(channel name: String?) throws -> [Composition] {
    let channels = workspace.settings.channels
    guard let name else {
      var made: [Composition] = []
      var broken: [TemplateError: [String]] = [:]
      for channel in channels {
        do {
          made += try posts(on: channel)
        } catch let error as TemplateError {
          broken[error, default: []].append(channel.title)
        }
      }
      return made
        + broken.map { .failed(reason: "the posts for \($1.joined(separator: ", ")): \($0)") }
        .sorted { "\($0)" < "\($1)" }
    }
    guard let channel = channels.first(where: { $0.name == name }) else {
      let known = channels.map(\.name)
      let list = known.isEmpty ? "none" : known.joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "--channel \(name): daybook.yaml makes no posts for it"
          + "\(Suggestion.clause(for: name, among: known)); it makes them for: \(list)")
    }
    return try posts(on: channel)
  }

  private func posts(on channel: Channel) throws -> [Composition] {
    let composer = try PostComposer(
      publication: workspace.settings.publication, channel: channel, templates: templates)
    let news = entries.filter { entry in
      entry.date.firstDay.map { day.adding(days: -7) <= $0 && $0 < day } ?? false
    }
    let subjects = PostSubject.all(on: channel, news: news, picks: picks(for: channel.name, replacing: []))
    for warning in subjects.flatMap(composer.warnings) { Console.message(warning) }
    return subjects.map(composer.compose)
  }

  private func picks(for channel: String, replacing: Set<String>) -> [Pick] {
    picker.select(
      PickRequest(firstDay: day, days: 7, channel: channel, replacing: replacing, explains: false), history: history
    ).picks
  }
}
