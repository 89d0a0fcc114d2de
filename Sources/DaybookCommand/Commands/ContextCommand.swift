internal import ArgumentParser
internal import Content

/// `daybook context`: what the templates see of a draft.
struct ContextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "context",
    abstract: "Print the JSON that the templates see for a draft.",
    discussion: """
      Every variable of the draft's template, with its value as the timelines, the settings and the language have it \
      now. What a template writes for a missing value is nothing: null is one.

      EXAMPLES
        daybook context Drafts/2024-W37/newsletter.md
        daybook context 2024-09-05-x-nuguse-wins-zurich
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("A draft's file or id.", valueName: "draft"))
  var draft: String

  func run() throws {
    let workspace = try Workspace(options)
    let file = try workspace.draft(named: draft)
    let desk = try Desk(workspace, day: file.draft.period.first, isDryRun: true)
    let context = try desk.context(of: file)
    if context.hasChanged {
      Console.message(
        "\(file.path): timelines, settings or earlier drafts have changed since; this is what the templates see now")
    }
    Console.print(context.value.json)
  }
}
