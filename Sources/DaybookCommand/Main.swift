internal import ArgumentParser
internal import Glibc

/// Runs the command line and turns every error into a message for people and an exit code.
@main
enum Main {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if let text = try HelpText.forTopic(arguments) { return Console.print(text) }
      var command = try Daybook.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = failure(for: error, of: arguments) else { end(with: error) }
      for message in failure.messages { Console.message(message) }
      exit(failure.status.rawValue)
    }
  }

  private static func failure(for error: any Error, of arguments: [String]) -> CommandFailure? {
    if let failure = CommandFailure(error) { return failure }
    return Daybook.exitCode(for: error) == .validationFailure ? CommandLineAdvice.failure(for: arguments) : nil
  }

  /// Ends with what the argument parser has to say: help that was asked for, or why it cannot go on.
  private static func end(with error: any Error) -> Never {
    let (text, code) = (HelpText.wrapped(Daybook.fullMessage(for: error)), Daybook.exitCode(for: error))
    if !text.isEmpty {
      _ = FileSystem.writeAll(Array((text + "\n").utf8), to: code == .success ? STDOUT_FILENO : STDERR_FILENO)
    }
    exit(code.rawValue)
  }
}
