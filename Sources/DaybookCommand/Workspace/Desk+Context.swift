internal import Content
internal import Scheduler
internal import Timeline

extension Desk {
  /// What the templates see of a draft: its entries in the timelines as they are now.
  struct Context {
    var value: TemplateValue
    /// Whether generating the draft now would take other entries than it names.
    var hasChanged: Bool
  }

  /// Finds a draft's entries again; this desk's day is the first of the draft's period.
  ///
  /// - Throws: ``CommandFailure`` for a draft that cannot be traced to the timelines.
  func context(of file: DraftFile) throws -> Context {
    for id in file.draft.entries where !entries.contains(where: { $0.id == id }) {
      let clause = Suggestion.clause(for: id, among: entries.map(\.id))
      throw CommandFailure(
        .badData,
        "\(file.path): it was made from the entry \"\(id)\", which stands in no timeline\(clause); give the entry its id "
          + "back, as in {#\(id)}, or name the new one under entries:")
    }
    return switch file.draft.kind {
    case .newsletter: try issueContext(of: file.draft)
    case .post: try postContext(of: file)
    }
  }

  private func issueContext(of draft: Draft) throws -> Context {
    let composer = try IssueComposer(
      publication: workspace.settings.publication, sections: workspace.settings.newsletter.sections,
      templates: templates)
    var source = issueSource()
    source.without = Set(draft.without)
    let entries = composer.compose(day: day, from: source).draft?.entries ?? []
    return Context(value: composer.context(day: day, from: source), hasChanged: entries != draft.entries)
  }

  private func postContext(of file: DraftFile) throws -> Context {
    let settings = workspace.settings
    guard let channel = settings.channels.first(where: { $0.name == file.draft.channel }) else {
      let clause = Suggestion.clause(for: file.draft.channel, among: settings.channels.map(\.name))
      throw CommandFailure(
        .badData,
        "\(file.path): it is for \(file.draft.channel), which stands not under channels: in daybook.yaml\(clause)")
    }
    let composer = try PostComposer(publication: settings.publication, channel: channel, templates: templates)
    return Context(value: composer.context(of: try subject(of: file)), hasChanged: false)
  }

  private func subject(of file: DraftFile) throws(CommandFailure) -> PostSubject {
    guard let entry = entries.first(where: { $0.id == file.draft.entries.first }) else {
      throw CommandFailure(.badData, "\(file.path): it names no entry under entries:")
    }
    let request = PickRequest(firstDay: day, days: 1, channel: file.draft.channel)
    let selection = picker.select(request, history: history)
    // What was left out for now may well have been picked then.
    let others = selection.rejections.map { rejection in
      Pick(
        entry: rejection.entry, occursOn: rejection.occursOn, years: rejection.years,
        isMilestone: workspace.settings.onThisDay.milestones.contains(rejection.years), reason: rejection.reason)
    }
    let subject = PostSubject(draftID: file.draft.id, entry: entry, day: day, picks: selection.picks + others)
    guard let subject else {
      throw CommandFailure(
        .badData,
        "\(file.path): the entry \"\(entry.id)\" neither happened on \(day) nor is remembered then; was its date changed?"
      )
    }
    return subject
  }
}
