internal import Content
internal import Store
internal import Timeline

// Drafts on their way into their files.
extension Desk {
  /// What became of one draft.
  struct Result {
    var file: DraftFile
    var change: DraftChange
    /// Of a dry run: what would change in the files, as `diff -u` shows it.
    var difference: String?
    /// What a person should know of it.
    var notes: [String]
  }

  /// What became of many drafts.
  struct Outcome {
    var results: [Result] = []
    /// What should have come about and did not, each with its reason.
    var failures: [String] = []
  }

  /// Brings compositions into their files; where there is nothing to compose, that is said on standard error.
  ///
  /// What fails keeps nothing from the others.
  func write(_ compositions: [Composition]) throws -> Outcome {
    // Where there is nothing to write, nothing is: not even the store is made.
    let texts =
      compositions.contains { $0.draft != nil }
      ? try workspace.generatedTexts(isDryRun: isDryRun) : MemoryGeneratedTexts()
    let writer = DraftWriter(files: workspace.files, texts: texts)
    var outcome = Outcome()
    for composition in compositions {
      switch composition {
      case .nothing(let reason): Console.message("not drafted: \(reason)")
      case .failed(let reason): outcome.failures.append(reason)
      case .draft(let draft):
        do {
          outcome.results.append(try write(draft, with: writer))
        } catch let error as DraftError {
          outcome.failures.append(error.description)
        }
      }
    }
    noteOlderPosts(in: &outcome)
    return outcome
  }

  /// Says of new posts that one of the same entry lies there for another day, as after its date was corrected.
  private func noteOlderPosts(in outcome: inout Outcome) {
    let made = outcome.results.indices.filter {
      outcome.results[$0].change.action == .created && outcome.results[$0].file.draft.kind == .post
    }
    guard !made.isEmpty, let files = try? DraftFolder(files: workspace.files).scan().drafts else { return }
    for index in made {
      let new = outcome.results[index].file.draft
      for (path, old) in files where old.isAbout(new.entries, on: new.channel, near: new.period.first) {
        let state = old.status == .sent || old.status == .scheduled ? "was sent" : "lies there"
        outcome.results[index].notes.append(
          "\(outcome.results[index].file.path): an older post of the same entry, for another day, \(state): \(path). "
            + "Delete the one that is wrong")
      }
    }
  }

  private func write(_ draft: Draft, with writer: DraftWriter) throws -> Result {
    var change = try writer.plan(draft)
    // A story was taken out, and the lines that would follow were rewritten: the editor's words hold, and it stays out.
    if change.action == .conflict, !draft.without.allSatisfy(change.draft.without.contains) {
      change = try writer.plan(draft, keepingEdits: true)
    }
    let difference = try isDryRun ? writer.difference(madeBy: change) : nil
    if !isDryRun { try writer.apply(change) }
    let isGone = change.draft.isGone
    if !isDryRun, !isGone, draft.kind == .newsletter {
      try workspace.render(change.draft, with: workspace.renderer(), to: workspace.files)
    }
    let file = DraftFile(path: draft.path, draft: change.draft)
    return Result(
      file: file, change: change, difference: difference,
      notes: notes(on: change) + (isGone ? [] : try warnings(of: file)))
  }

  /// What an editor should know of an issue before it goes out.
  private func warnings(of file: DraftFile) throws -> [String] {
    guard file.draft.kind == .newsletter else { return [] }
    let table = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    return try workspace.newsletterCheck().findings(in: file.draft.file, file: file.path, entries: table).map(\.line)
  }

  private func notes(on change: DraftChange) -> [String] {
    var notes: [String] = []
    if change.isBesideEdited {
      notes.append(
        "\(change.draft.path): there is a newer text still, and \(change.draft.besidePath) stays since you edited it; "
          + "delete it when you have what you want, and draft again")
    } else if change.action == .conflict {
      notes.append(
        "\(change.draft.path): you edited lines that are generated anew; your file stays, the new text is in "
          + "\(change.draft.besidePath). Take from it what you want, then delete it")
    }
    if change.action == .kept, change.draft.isGone, change.draft.status == .failed {
      notes.append(
        "\(change.draft.path): sending it failed, so that it stays as it is; `daybook deliveries retry` sends it again, "
          + "`daybook unapprove` lets it be made anew")
    }
    if change.voidedApproval {
      notes.append("\(change.draft.path): the text changed, so that its approval is void")
    }
    return notes
  }
}

extension Draft {
  /// How far the day of an entry is thought to move when its date is corrected.
  private static let nearDays = 31

  /// Whether this is a post about these entries on a channel, for another day near that one.
  fileprivate func isAbout(_ entries: [String], on channel: String, near day: CivilDay) -> Bool {
    let distance = abs(period.first.daysSinceEpoch - day.daysSinceEpoch)
    return kind == .post && self.channel == channel && self.entries == entries && distance > 0
      && distance <= Self.nearDays
  }
}
