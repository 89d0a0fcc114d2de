internal import ArgumentParser

/// `daybook export`: what other programs read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write issues and anniversaries for other programs: feeds, a calendar, TimelineJS, an archive page.",
    discussion: """
      Without --output the export goes to standard output. Feeds and the archive page hold the issues that are \
      approved exactly as they are, those that were sent among them; private notes are in no export.

      EXAMPLES
        daybook export feed --output public/feed.xml
        daybook export archive --output public/archive.html
        daybook export calendar > anniversaries.ics
        daybook export timelinejs Timelines/two-milers.md
      """,
    subcommands: [ExportFeed.self, ExportCalendar.self, ExportTimelineJS.self, ExportArchive.self])
}

/// The options of every export.
struct ExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file to write; otherwise standard output.", valueName: "file"))
  var output: String?
  @Flag(help: "With --output: print what was written as JSON.")
  var json = false
  @Flag(help: "With --output: say what would be written, and change nothing at all.")
  var dryRun = false

  func validate() throws {
    guard output == nil, json || dryRun else { return }
    throw ValidationError("\(json ? "--json" : "--dry-run") needs --output; without it the export itself is the result")
  }
}

/// What an export holds, and where it goes.
struct Export {
  var text: String
  /// The ids of what is in it.
  var items: [String]
  /// What could have been in it and is not, each with the reason.
  var leftOut: [Omission] = []

  struct Omission: Encodable {
    var id: String
    var reason: String
  }

  /// `export --json`.
  private struct Row: Encodable {
    var output: String
    var action: String
    var bytes: Int
    var items: [String]
    var leftOut: [Omission]
  }

  /// Writes the export; a file that says the same already is left alone.
  func deliver(_ options: ExportOptions) throws {
    for omission in leftOut { Console.message("\(omission.id): \(omission.reason), so it is left out") }
    guard let output = options.output else { return Console.write(text) }
    let bytes = Array(text.utf8)
    let old = FileSystem.exists(output) ? try FileSystem.read(output) : nil
    let action = old == nil ? "created" : old == bytes ? "unchanged" : "replaced"
    if !options.dryRun, old != bytes { try FileSystem.write(bytes, to: output) }
    if options.json {
      try Console.print(
        json: Row(output: output, action: action, bytes: bytes.count, items: items, leftOut: leftOut))
    } else {
      Console.print(
        "\(action.padded(to: 10))\(output)  (\(items.count) item\(items.count == 1 ? "" : "s"), \(bytes.count) bytes)")
    }
  }
}
