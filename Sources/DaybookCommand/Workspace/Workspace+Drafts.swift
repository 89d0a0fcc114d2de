internal import Content
internal import Scheduler
internal import Timeline

extension Workspace {
  /// All drafts of the publication, sorted by path; what cannot be read is said on standard error and left out.
  func drafts() throws -> [DraftFile] {
    let contents = try DraftFolder(files: files).scan()
    for error in contents.errors { Console.message(error.description) }
    return contents.drafts.map { DraftFile(path: $0.path, draft: $0.draft) }
  }

  /// The drafts of these ids as their files are now; all of `Drafts/` is read only when `paths` do not hold them all.
  func drafts(_ ids: Set<String>, at paths: [String]) throws -> [DraftFile] {
    let folder = DraftFolder(files: files)
    let known = paths.compactMap { path in
      (try? folder.read(path)).flatMap { $0 }.map { DraftFile(path: path, draft: $0) }
    }.filter { ids.contains($0.draft.id) }
    return known.count < ids.count ? try drafts().filter { ids.contains($0.draft.id) } : known
  }

  /// Writes a draft back whose state changed, and its renderings.
  func save(_ file: DraftFile) throws {
    try DraftFolder(files: files).write(file.draft, to: file.path)
    if file.draft.kind == .newsletter { try render(file.draft, with: renderer(), to: files) }
  }

  /// The draft that a person names by its file, seen from where they stand or from the publication, or by its id.
  func draft(named name: String) throws -> DraftFile {
    let here = Path.absolute(name, in: WorkspaceFolder.current())
    let candidates = [folder.display(here), name]
    if let path = candidates.first(where: { FileSystem.exists(Path.join(folder.path, $0)) }) {
      guard path.hasSuffix(".md"), !FileSystem.isFolder(Path.join(folder.path, path)) else {
        throw CommandFailure(.badData, "\(name): this is no draft; a draft is an .md file in \(Draft.folder)/")
      }
      guard !path.hasSuffix(".new.md") else {
        throw CommandFailure(
          .badData,
          "\(name): this is the newer text that waits beside a draft; take from it what you want, then delete it")
      }
      return try draft(atPath: path)
    }
    let drafts = try drafts()
    if let found = drafts.first(where: { $0.draft.id == name }) { return found }
    let clause = Suggestion.clause(for: name, among: drafts.map(\.draft.id))
    throw CommandFailure(.noInput, "\(name): no such draft\(clause); `daybook status` lists them")
  }

  private func draft(atPath path: String) throws -> DraftFile {
    let text = try FileSystem.readText(Path.join(folder.path, path))
    return DraftFile(path: path, draft: try Draft(reading: text, file: path))
  }

  /// Where entries have appeared already: each draft counts for all its entries on the first day of its period.
  func history() throws -> PickHistory {
    PickHistory(
      try drafts().flatMap { file in
        file.draft.entries.map { entry in
          PickHistory.Record(
            entry: entry, channel: file.draft.channel, day: file.draft.period.first, draft: file.draft.id)
        }
      })
  }
}
