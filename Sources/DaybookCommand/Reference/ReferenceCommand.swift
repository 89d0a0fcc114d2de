internal import ArgumentParser

/// `daybook reference`: what the documentation takes from the program itself; for those who build it.
struct ReferenceCommand: ParsableCommand {
  /// What there is.
  enum Page: String, CaseIterable, ExpressibleByArgument {
    case settings, schema, commands, rules
  }

  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print a page of the reference.",
    shouldDisplay: false)

  @Argument(help: "settings, schema, commands or rules.")
  var page: Page

  func run() throws {
    switch page {
    case .settings: Console.write(SettingsPage.text)
    case .schema: try Console.print(json: SettingsSchema.document)
    case .commands: Console.write(CommandsPage.text)
    case .rules: Console.write(RulesPage.text)
    }
  }
}
