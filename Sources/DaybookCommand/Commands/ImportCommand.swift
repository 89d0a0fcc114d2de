internal import ArgumentParser
internal import Importers
internal import Timeline

/// `daybook import`: a source that exists becomes a timeline.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a source into a timeline, and tell what looks wrong with it.",
    discussion: """
      The timeline goes to standard output, or to the file that --output names. A timeline that is there already \
      gets what is new to it, and nothing that stands in it is changed. Works inside and outside a publication.

      KINDS OF SOURCES
      \(ImporterRegistry.all.map { $0.summary.hanging(after: "  " + $0.name.padded(to: 12)) }.joined(separator: "\n"))

      EXAMPLES
        daybook import article.txt --from article --output Timelines/article.md
        daybook import - --json < article.txt
        daybook import races.csv --date-order dmy --map 'date=When,title=What happened'
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var change: ChangeOptions
  @Argument(help: ArgumentHelp("The file to read; - is standard input.", valueName: "source"))
  var source: String
  @Option(help: ArgumentHelp("The kind of source; otherwise guessed from its content.", valueName: "kind"))
  var from: String?
  @Option(
    help: ArgumentHelp(
      "Which columns of a CSV file hold what, as in date=When,title=What; the fields are "
        + "\(CSVImporter.fields.joined(separator: ", ")).", valueName: "fields"))
  var map: String?
  @Option(
    help: ArgumentHelp(
      "What comes first in dates such as 03/04/2019: dmy or mdy; otherwise as daybook.yaml says.", valueName: "order"))
  var dateOrder: DateOrder?
  @Option(help: ArgumentHelp("The timeline to write.", valueName: "file"))
  var output: String?

  func run() throws {
    let settings = try Workspace.ifAny(options)?.timelineSettings ?? TimelineSettings()
    let bytes = try FileSystem.read(source)
    let source = ImportSource(
      bytes: bytes, name: source == "-" ? nil : source,
      options: ImportOptions(
        dateOrder: dateOrder ?? settings.dateOrder, people: settings.knownPeople.sorted(), columns: try columns()))
    let imported = try read(source)
    var findings = imported.allFindings(file: self.source, settings: settings)
    guard !imported.document.entries.isEmpty else {
      throw CommandFailure(
        .badData, messages: findings.isEmpty ? ["\(self.source):1:1: no dated entry was found"] : findings.map(\.line))
    }
    if let added = try write(imported.document, settings: settings) {
      findings = imported.news(among: findings, added: added)
    }
    if change.json {
      try Console.print(json: ImportResult(imported.document, findings: findings))
    } else {
      for finding in findings { Console.message(finding.line) }
      Console.message(
        "\(Self.counted(imported.document.entries.count, "entry", "entries")), "
          + Self.counted(findings.count, "finding", "findings"))
    }
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure(.failed, messages: []) }
  }

  private func read(_ source: ImportSource) throws -> ImportedTimeline {
    let importer = try importer(of: source).init()
    do {
      return try importer.import(source)
    } catch {
      throw failure(error)
    }
  }

  private func importer(of source: ImportSource) throws -> any Importer.Type {
    if let from {
      if let importer = ImporterRegistry.named(from) { return importer }
      let names = ImporterRegistry.all.map { $0.name }
      throw CommandFailure(
        .usage,
        "--from \(from): no such kind\(Suggestion.clause(for: from, among: names)); known: \(names.joined(separator: ", "))"
      )
    }
    if let importer = ImporterRegistry.guess(for: source) { return importer }
    throw CommandFailure(.badData, "\(self.source):1:1: what kind of source is this? Say it with --from")
  }

  private func failure(_ error: ImportError) -> CommandFailure {
    let position = error.position ?? SourcePosition(line: 1)
    return CommandFailure(.badData, "\(source):\(position.line):\(position.column): \(error.problem)")
  }

  /// Writes the timeline where it is wanted; gives the ids of the entries that are new to a file that was there.
  private func write(_ document: TimelineDocument, settings: TimelineSettings) throws -> Set<String>? {
    guard let output else {
      if !change.json { Console.print(String(TimelineWriter.write(document).dropLast())) }
      return nil
    }
    guard FileSystem.exists(output) else {
      if !change.dryRun { try FileSystem.write(TimelineWriter.write(document), to: output) }
      return nil
    }
    let merged = TimelineMerge.merge(document, intoText: try FileSystem.readText(output), settings: settings)
    Console.message(
      "new to \(output): \(merged.added.count) of \(Self.counted(document.entries.count, "entry", "entries"))")
    if !merged.differing.isEmpty {
      let count = merged.differing.count
      Console.message(
        "\(Self.counted(count, "entry differs", "entries differ")) from the source and \(count == 1 ? "stays" : "stay") "
          + "as in \(output): \(merged.differing.joined(separator: ", "))")
    }
    if !merged.added.isEmpty, !change.dryRun { try FileSystem.write(merged.text, to: output) }
    return Set(merged.added.map(\.id))
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// What `--map` says, from field to column.
  private func columns() throws -> [String: String] {
    guard let map else { return [:] }
    let pairs = try map.split(separator: ",").map { pair -> (String, String) in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure(.usage, "--map '\(map)': write field=column, as in date=When,title='What happened'")
      }
      let field = parts[0].lowercased()
      guard CSVImporter.fields.contains(field) else {
        throw CommandFailure(
          .usage,
          "--map \(pair): there is no field \"\(parts[0])\"\(Suggestion.clause(for: field, among: CSVImporter.fields)); "
            + "the fields are \(CSVImporter.fields.joined(separator: ", "))")
      }
      return (field, parts[1])
    }
    return Dictionary(pairs) { _, last in last }
  }
}

extension DateOrder: ExpressibleByArgument {}
