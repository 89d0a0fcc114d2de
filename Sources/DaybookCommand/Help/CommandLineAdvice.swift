internal import ArgumentParser

/// What is wrong with a command line that cannot be read, where a mistyped name is the cause.
///
/// The argument parser speaks of the first thing that it cannot place: after a mistyped option that is the option's
/// value. So names are looked at first.
enum CommandLineAdvice {
  /// The failure for the first name of a command or an option that there is not; nil when all names are known.
  static func failure(for arguments: [String]) -> CommandFailure? {
    var command: any ParsableCommand.Type = Daybook.self
    var path = "daybook"
    var rest = arguments.prefix { $0 != "--" }
    while !command.configuration.subcommands.isEmpty, let word = rest.first, !word.hasPrefix("-") {
      guard let inner = command.subcommand(named: word) else {
        return word == "help" ? nil : unknownCommand(word, of: command, path: path)
      }
      command = inner
      path += " \(word)"
      rest = rest.dropFirst()
    }
    let known = options(of: command.configuration.defaultSubcommand ?? command)
    let names = rest.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
    guard let unknown = names.first(where: { !known.contains($0) && !isHidden($0) }) else { return nil }
    return CommandFailure(
      .usage,
      "\(unknown): no such option of `\(path)`\(Suggestion.clause(for: unknown, among: known)); "
        + "`daybook help\(path.dropFirst("daybook".count))` lists them")
  }

  private static func unknownCommand(
    _ word: String, of command: any ParsableCommand.Type, path: String
  ) -> CommandFailure {
    CommandFailure(
      .usage,
      "\(word): no such command of `\(path)`\(Suggestion.clause(for: word, among: command.names)); "
        + "`daybook help\(path.dropFirst("daybook".count))` lists them")
  }

  /// The long options of a command, read from its own help.
  private static func options(of command: any ParsableCommand.Type) -> [String] {
    HelpText.of(command).split(separator: "\n").filter { $0.hasPrefix("  -") }.flatMap { line in
      line.split { $0 == " " || $0 == "," }.prefix { $0.hasPrefix("-") || $0.hasPrefix("<") }
        .filter { $0.hasPrefix("--") }.map(String.init)
    }
  }

  /// Whether an option is the argument parser's own, which no help lists.
  private static func isHidden(_ option: String) -> Bool {
    ["--help-hidden", "--generate-completion-script", "--experimental-dump-help"].contains(option)
  }
}
