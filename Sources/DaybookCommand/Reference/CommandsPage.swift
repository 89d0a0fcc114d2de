internal import ArgumentParser

/// The page that shows the help of every command.
enum CommandsPage {
  static var text: String {
    var page = """
      # Commands

      The help of every command, as `daybook help COMMAND` prints it.

      ## Overview

      Results go to standard output, messages to standard error. `--json` is there wherever a result is printed, and
      `--dry-run` wherever something would change; it changes nothing at all.

      """
    for command in Daybook.configuration.subcommands where command.configuration.shouldDisplay {
      append(command, to: &page)
    }
    return page
  }

  private static func append(_ command: any ParsableCommand.Type, to page: inout String) {
    page += "\n### daybook \(command.name)\n\n```\n\(HelpText.of(command))\n```\n"
    for inner in command.configuration.subcommands where inner.configuration.shouldDisplay {
      page += "\n#### daybook \(command.name) \(inner.name)\n\n```\n\(HelpText.of(inner))\n```\n"
    }
  }
}
