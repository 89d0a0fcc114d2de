internal import ArgumentParser

/// The option of every command that prints a result.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON.")
  var json = false
}
