internal import ArgumentParser
internal import Content

/// What the program says of itself: the help of commands and topics, and why a command line cannot be read.
enum HelpText {
  private static let width = 80

  /// The help of a command, in lines of at most 80 columns without blanks at their ends.
  static func of(_ command: any ParsableCommand.Type) -> String {
    wrapped(Daybook.helpMessage(for: command, columns: width))
  }

  /// The text for `daybook help TOPIC`; nil when something else is asked for.
  ///
  /// A topic with the name of a command follows that command's help.
  static func forTopic(_ arguments: [String]) throws(CommandFailure) -> String? {
    guard arguments.count == 2, arguments[0] == "help", !arguments[1].hasPrefix("-") else { return nil }
    let command = Daybook.subcommand(named: arguments[1])
    if let topic = HelpTopic.named(arguments[1]) {
      return (command.map { of($0) + "\n\n" } ?? "") + topic.text
    }
    guard command == nil, arguments[1] != "help" else { return nil }
    let known = Daybook.names + HelpTopic.all.map(\.name)
    throw CommandFailure(
      .usage,
      "\(arguments[1]): no such command or topic\(Suggestion.clause(for: arguments[1], among: known)); "
        + "`daybook help` lists them")
  }

  /// A message of the argument parser, its line of usage broken where it is too long.
  static func wrapped(_ message: String) -> String {
    guard ["OVERVIEW:", "USAGE:", "Error:"].contains(where: message.hasPrefix) else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line.reversed().drop { $0 == " " }.reversed())
      guard line.count > width, let head = ["USAGE: ", "Usage: "].first(where: line.hasPrefix) else { return line }
      return usage(String(line.dropFirst(head.count)), after: head)
    }.joined(separator: "\n").withoutEmptyEnd
  }

  /// Breaks a usage between its arguments, and not within one.
  private static func usage(_ text: String, after head: String) -> String {
    var isInside = 0
    let glued = String(
      text.map { character in
        if "[<(".contains(character) { isInside += 1 }
        if "]>)".contains(character) { isInside -= 1 }
        return character == " " && isInside > 0 ? "\u{A0}" : character
      })
    return glued.hanging(after: head, width: width).replacing("\u{A0}", with: " ")
  }
}

extension ParsableCommand {
  /// The command's name as it is typed.
  static var name: String { configuration.commandName ?? _commandName }

  /// The names of the sub-commands that people are shown.
  static var names: [String] { configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { $0.name } }

  static func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.name == name }
  }
}

extension String {
  fileprivate var withoutEmptyEnd: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}
