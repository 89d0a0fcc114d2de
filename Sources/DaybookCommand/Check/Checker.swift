internal import Content
internal import Timeline

/// Looks at the files of a publication, or at any file, and gathers what an editor should know.
struct Checker {
  /// Nil outside a publication: then the default settings hold.
  let workspace: Workspace?

  /// Everything that belongs to the publication, but for drafts that were sent: what has gone out stays as it is.
  func checkAll(of workspace: Workspace) throws -> [CheckedFile] {
    let timelines = try workspace.timelinePaths().map { try checkTimeline(workspace.folder.display($0), at: $0) }
    // Where a timeline cannot be read, nobody can say what drafts may say.
    let isReadable = timelines.allSatisfy { file in !file.findings.contains { $0.rule == Self.unreadable } }
    let drafts = isReadable ? try draftPaths(of: workspace) : []
    let templates = try checkTemplates(of: workspace)
    let unread = try workspace.unreadTemplates()
    let settings = try checkSettings(of: workspace)
    // With a broken template nobody can say which words come from it.
    guard templates == nil else {
      return [settings].compactMap(\.self) + timelines + [templates].compactMap(\.self) + unread
    }
    let checked = drafts.isEmpty ? [] : try checkDrafts(drafts, of: workspace, withSent: false)
    return [settings].compactMap(\.self) + timelines + unread + checked
  }

  /// One file by what it is: settings and templates belong to a publication; a file in `Drafts/` is a draft; any other
  /// is a timeline.
  func check(_ path: String) throws -> [CheckedFile] {
    if FileSystem.isFolder(path) {
      if let workspace, let files = try check(folder: path, of: workspace) { return files }
      let names = FileSystem.names(in: path).filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
      guard !names.isEmpty else { throw CommandFailure(.noInput, "\(path): no timeline (*.md) in this folder") }
      return try names.flatMap { try check(Path.join(path, $0)) }
    }
    if let workspace {
      let inside = workspace.folder.display(Path.absolute(path, in: WorkspaceFolder.current()))
      if inside == WorkspaceFolder.settingsName { return [try checkSettings(of: workspace)].compactMap(\.self) }
      if inside.hasPrefix(Draft.folder + "/") { return try checkDrafts([inside], of: workspace, withSent: true) }
      if inside.hasSuffix(".mustache") { return [try checkTemplates(of: workspace)].compactMap(\.self) }
    }
    return [try checkTimeline(path, at: path)]
  }

  /// A folder of drafts or templates, or the publication itself; nil for any other.
  private func check(folder path: String, of workspace: Workspace) throws -> [CheckedFile]? {
    let absolute = Path.absolute(path, in: WorkspaceFolder.current())
    if absolute == workspace.folder.path { return try checkAll(of: workspace) }
    let inside = workspace.folder.display(absolute)
    if inside == "Templates" || inside.hasPrefix("Templates/") {
      return [try checkTemplates(of: workspace)].compactMap(\.self)
    }
    guard inside == Draft.folder || inside.hasPrefix(Draft.folder + "/") else { return nil }
    return try checkDrafts(
      draftPaths(of: workspace).filter { $0.hasPrefix(inside + "/") }, of: workspace, withSent: false)
  }

  private func draftPaths(of workspace: Workspace) throws -> [String] {
    try DraftFolder(files: workspace.files).paths()
  }

  /// What `check` finds in these drafts; what a person should know before they are approved or sent.
  func findings(in drafts: [DraftFile], of workspace: Workspace) throws -> [String: [Finding]] {
    let files = try checkDrafts(drafts.map(\.path), of: workspace, withSent: true)
    return Dictionary(files.map { ($0.name, $0.findings) }) { first, _ in first }
  }

  private static let unreadable = "unreadable"

  private func checkTimeline(_ name: String, at path: String) throws -> CheckedFile {
    let bytes = try FileSystem.read(path)
    do {
      return checkTimeline(try SourceText.decode(bytes), name, at: path)
    } catch {
      let finding = Finding(
        file: name, position: error.position, severity: .error, rule: Self.unreadable, message: "\(error).")
      return CheckedFile(name: name, text: String(decoding: bytes, as: UTF8.self), findings: [finding])
    }
  }

  private func checkTimeline(_ text: String, _ name: String, at path: String) -> CheckedFile {
    let folder = Path.parent(of: path)
    let top = workspace?.folder.path
    let context = RuleContext(settings: workspace?.timelineSettings ?? TimelineSettings()) { picture in
      let place = Path.absolute(Path.join(folder, picture), in: WorkspaceFolder.current())
      return (top.map { place.hasPrefix($0 + "/") } ?? true) && FileSystem.exists(place)
    }
    let reading = TimelineReader.read(text, file: name, settings: context.settings)
    return CheckedFile(name: name, text: text, findings: TimelineCheck.run(reading, file: name, context: context))
  }

  /// What the settings say that is no error in itself; nil when there is nothing to look at.
  private func checkSettings(of workspace: Workspace) throws -> CheckedFile? {
    let findings = workspace.scheduleFindings() + workspace.secretFindings()
    guard !findings.isEmpty else { return nil }
    let text = try FileSystem.readText(workspace.folder.settings)
    return CheckedFile(name: workspace.settingsFile, text: text, findings: findings)
  }

  /// One draft, held against the entries that it tells of.
  private func checkDraft(
    _ text: String, _ path: String, by check: FidelityCheck, and newsletterCheck: NewsletterCheck,
    _ entries: [String: Entry]
  ) -> CheckedFile {
    let channels = workspace?.settings.channels ?? []
    let found =
      check.findings(in: text, file: path, entries: entries)
      + DraftCheck.findings(in: text, file: path)
      + PostCheck(channels: channels).findings(in: text, file: path)
      + newsletterCheck.findings(in: text, file: path, entries: entries)
    return CheckedFile(name: path, text: text, findings: weighed(found))
  }

  /// The findings with the severities of the settings; those that are switched off are left out.
  private func weighed(_ findings: [Finding]) -> [Finding] {
    findings.weighed(by: workspace?.timelineSettings.severities ?? [:])
  }

  /// The drafts of these paths, which are seen from the publication.
  private func checkDrafts(_ paths: [String], of workspace: Workspace, withSent: Bool) throws -> [CheckedFile] {
    let settings = workspace.settings
    let check = FidelityCheck(
      publication: settings.publication, templates: try workspace.templates(), channels: settings.channels)
    let newsletterCheck = try workspace.newsletterCheck()
    let entries = Dictionary(try workspace.entries().map { ($0.id, $0) }) { first, _ in first }
    return try paths.compactMap { path in
      let text = try FileSystem.readText(Path.join(workspace.folder.path, path))
      if !withSent, (try? Draft(reading: text, file: path))?.status == .sent { return nil }
      return checkDraft(text, path, by: check, and: newsletterCheck, entries)
    }
  }

  /// Reads every template that drafts are made with; the first broken one is reported.
  private func checkTemplates(of workspace: Workspace) throws -> CheckedFile? {
    let templates = try workspace.templates()
    let publication = workspace.settings.publication
    let findings = finding {
      _ = try IssueComposer(publication: publication, templates: templates)
      _ = try NewsletterRenderer(publication: publication, templates: templates)
      _ = try ArchivePage(publication: publication, templates: templates)
      for channel in workspace.settings.channels {
        _ = try PostComposer(publication: publication, channel: channel, templates: templates)
      }
    }
    guard let first = findings.first, let file = first.file else { return nil }
    let text = (try? FileSystem.readText(Path.join(workspace.folder.path, file))) ?? ""
    return CheckedFile(name: file, text: text, findings: weighed(findings))
  }

  /// What an attempt's error says, as a finding; none when it succeeds.
  private func finding(_ attempt: () throws -> Void) -> [Finding] {
    do {
      try attempt()
      return []
    } catch let error as TemplateError {
      return [
        Finding(file: error.file, position: error.position, severity: .error, rule: "template", message: error.problem)
      ]
    } catch {
      let position = SourcePosition(line: 1)
      return [Finding(position: position, severity: .error, rule: Self.unreadable, message: "\(error)")]
    }
  }
}
