internal import ArgumentParser
internal import Glibc

/// Runs the command line and turns every error into a message for people and an exit code.
@main
enum Main {
  static func main() async {
    do {
      var command = try Daybook.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = CommandFailure(error) else { Daybook.exit(withError: error) }
      for message in failure.messages { Console.message(message) }
      exit(failure.status.rawValue)
    }
  }
}
