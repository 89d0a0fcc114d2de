internal import ArgumentParser
internal import Glibc
internal import Scheduler
internal import Timeline

/// `daybook init`: a new publication.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new publication: settings, a timeline to write in, and the templates.",
    discussion: """
      EXAMPLES
        daybook init club-history
        daybook init --name "The Bell Lap"
      """)

  @Argument(help: ArgumentHelp("The folder; the current one when left out.", valueName: "dir"))
  var folder = "."
  @Option(help: "What the publication is called.")
  var name: String?
  @Flag(help: "Say what would be written, and change nothing at all.")
  var dryRun = false

  func run() throws {
    let path = Path.absolute(folder, in: WorkspaceFolder.current())
    let today = try Zone(named: "UTC", read: Workspace.zoneFile).day(at: time(nil))
    let files = StarterFiles.files(named: name ?? Path.name(of: path), today: today)
    let settings = Path.join(path, WorkspaceFolder.settingsName)
    guard !FileSystem.exists(settings) else {
      throw CommandFailure(
        .cannotWrite, "\(Path.join(folder, WorkspaceFolder.settingsName)): there is a publication already")
    }
    for file in files {
      let target = Path.join(path, file.path)
      if FileSystem.exists(target) {
        Console.print("kept     \(Path.join(folder, file.path))")
        continue
      }
      if !dryRun { try FileSystem.write(file.text, to: target) }
      Console.print("created  \(Path.join(folder, file.path))")
    }
    guard !dryRun else { return }
    Console.message(
      "next: write in \(Path.join(folder, "Timelines/timeline.md")), then `daybook check` and `daybook draft`")
  }
}
