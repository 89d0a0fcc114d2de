internal import Content
internal import Scheduler
internal import Store
internal import Timeline

/// Where the drafts of one week are made: the publication's entries, rules and templates, brought together.
struct Desk {
  private let workspace: Workspace
  private let day: CivilDay
  private let isDryRun: Bool
  private let entries: [Entry]
  private let picker: Picker
  private let history: PickHistory
  private let templates: TemplateSet

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
      publication: workspace.settings.publication, sections: workspace.settings.sections, templates: templates)
    return composer.compose(
      day: day, entries: entries,
      picks: picks(for: Channel.newsletter.name, replacing: [IssueComposer.draftID(of: day)]))
  }

  /// One post for each news entry and each pick on each channel, or on the one named.
  func posts(channel name: String?) throws -> [Composition] {
    let channels = workspace.settings.channels
    guard let name else { return try channels.flatMap(posts) }
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
    let subjects = news.map(PostSubject.entry) + picks(for: channel.name, replacing: []).map(PostSubject.pick)
    return subjects.map(composer.compose)
  }

  private func picks(for channel: String, replacing: Set<String>) -> [Pick] {
    picker.select(
      PickRequest(firstDay: day, days: 7, channel: channel, replacing: replacing), history: history
    ).picks
  }
}

// MARK: - Into the files

extension Desk {
  /// What became of one draft.
  struct Result {
    var file: DraftFile
    var change: DraftChange
    /// What a person should know of it.
    var notes: [String]
  }

  /// Brings compositions into their files; what could not be composed is said on standard error.
  func write(_ compositions: [Composition]) throws -> [Result] {
    let renderer = try NewsletterRenderer(publication: workspace.settings.publication, templates: templates)
    let files = workspace.files
    let texts = try workspace.generatedTexts(isDryRun: isDryRun)
    let writer = DraftWriter(files: files, texts: texts)
    var results: [Result] = []
    for composition in compositions {
      switch composition {
      case .nothing(let reason): Console.message("not drafted: \(reason)")
      case .draft(let draft):
        let change = try isDryRun ? writer.plan(draft) : writer.write(draft)
        let isGone = change.draft.status == .sent || change.draft.status == .scheduled
        if !isDryRun, !isGone, draft.kind == .newsletter {
          try workspace.render(change.draft, with: renderer, to: files)
        }
        results.append(
          Result(file: DraftFile(path: draft.path, draft: change.draft), change: change, notes: notes(on: change)))
      }
    }
    return results
  }

  private func notes(on change: DraftChange) -> [String] {
    var notes: [String] = []
    if change.action == .conflict {
      notes.append(
        "\(change.draft.path): you edited lines that are generated anew; your file stays, the new text is in "
          + "\(change.draft.besidePath). Take from it what you want, then delete it")
    }
    if change.voidedApproval {
      notes.append("\(change.draft.path): the text changed, so that its approval is void")
    }
    return notes
  }
}
