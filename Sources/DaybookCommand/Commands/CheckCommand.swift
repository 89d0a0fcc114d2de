internal import ArgumentParser
internal import Timeline

/// `daybook check`: what an editor should look at.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in settings, timelines, templates and drafts.",
    discussion: """
      Without paths, the whole publication. A file outside a publication is checked with the default settings. The \
      severity of a rule is set in daybook.yaml: `check: {missing-credit: off}`; `<!-- daybook:ignore RULE -->` in a \
      timeline leaves one place out.

      EXAMPLES
        daybook check
        daybook check Timelines/two-milers.md --json
        daybook check --format sarif > check.sarif    for the review of a Git host
        daybook check --explain date-order
        daybook check --fix                           adds missing ids, and changes nothing else
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("Files or folders.", valueName: "path"))
  var paths: [String] = []
  @Option(help: ArgumentHelp("text, json or sarif; --json is the short form of json.", valueName: "format"))
  var format: CheckFormat?
  @Flag(help: "Mend what can be mended without a judgement: missing ids.")
  var fix = false
  @Option(help: ArgumentHelp("Explain a rule, with an example.", valueName: "rule"))
  var explain: String?

  func validate() throws {
    if change.json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other; leave one out")
    }
  }

  func run() throws {
    if let explain { return try Console.print(Self.explanation(of: explain)) }
    let workspace = paths.isEmpty ? try Workspace(options) : try Workspace.ifAny(options)
    if fix { try mend(workspace) }
    let checker = Checker(workspace: workspace)
    let files = try paths.isEmpty ? workspace.map(checker.checkAll) ?? [] : paths.flatMap(checker.check)
    let findings = files.flatMap(\.findings)
    switch change.json ? .json : format ?? .text {
    case .json: try Console.print(json: findings.map(FindingRow.init))
    case .sarif:
      let version = Daybook.configuration.version
      try Console.print(json: SARIFLog(files, rules: RuleCatalog.all, version: version))
    case .text:
      for file in files where !file.findings.isEmpty { Console.print(file.report + "\n") }
      Console.print(Self.summary(of: findings))
    }
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.failed, messages: []) }
  }

  private func mend(_ workspace: Workspace?) throws {
    let timelines = try paths.isEmpty ? workspace?.timelinePaths() ?? [] : paths
    for path in timelines {
      let text = try FileSystem.read(path)
      let fixed = try Self.fixed(text, path: path, settings: workspace?.timelineSettings ?? TimelineSettings())
      guard fixed != text else { continue }
      if !change.dryRun { try FileSystem.write(fixed, to: path) }
      Console.message("\(change.dryRun ? "would mend" : "mended") \(workspace?.folder.display(path) ?? path)")
    }
  }

  private static func fixed(_ bytes: [UInt8], path: String, settings: TimelineSettings) throws -> [UInt8] {
    do {
      return try TimelineFix.fix(bytes: bytes, settings: settings)
    } catch {
      throw CommandFailure(.badData, "\(path):\(error.position.line):\(error.position.column): \(error.problem)")
    }
  }

  private static func summary(of findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "Nothing to say." }
    return Finding.Severity.allCases.reversed().compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.name)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  private static func explanation(of name: String) throws -> String {
    guard let rule = RuleCatalog.named(name) else {
      let names = RuleCatalog.names
      throw CommandFailure(
        .usage,
        "--explain \(name): no such rule\(Suggestion.clause(for: name, among: names)); rules: \(names.joined(separator: ", "))"
      )
    }
    let example = rule.example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    return "\(rule.name) (\(rule.severity.name))\n\n\(rule.explanation)\n\nReported, for example:\n\n"
      + example.joined(separator: "\n")
  }
}
