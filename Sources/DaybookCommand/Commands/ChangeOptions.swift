internal import ArgumentParser

/// The options of every command that changes something.
struct ChangeOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON.")
  var json = false
  @Flag(help: "Say what would be done, and change nothing at all.")
  var dryRun = false
}
