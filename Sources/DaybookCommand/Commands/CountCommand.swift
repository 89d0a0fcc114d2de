internal import ArgumentParser
internal import Content

/// `daybook count`: how long a text is by a channel's own rule.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count a text by a channel's own rule.",
    discussion: """
      EXAMPLES
        echo "A text" | daybook count --channel x
        daybook count --channel bluesky post.txt --json
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("The channel: \(Channel.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
  var channel: String
  @Argument(help: ArgumentHelp("A file; standard input when left out.", valueName: "file"))
  var file = "-"

  func run() throws {
    let channel = try knownChannel()
    var text = try FileSystem.readText(file)
    // The line feed that editors and `echo` put at the end of a file is not part of the text.
    if text.hasSuffix("\n") { text.removeLast() }
    let measurement = channel.measure(text)
    if output.json {
      try Console.print(
        json: Row(length: measurement.length, limit: measurement.limit, fits: measurement.fits))
      return
    }
    let limit = measurement.limit.map { " of \($0)" } ?? ""
    let verdict = measurement.fits ? "it fits" : measurement.problem.map { "it does not fit: \($0)" } ?? "too long"
    Console.print("\(measurement.length)\(limit) on \(channel.title); \(verdict)")
  }

  /// The channel with this publication's own limit, when the command runs in one that makes posts for it.
  private func knownChannel() throws -> Channel {
    guard let known = Channel.named(channel) else {
      let names = Channel.all.map(\.name)
      throw CommandFailure(
        .usage,
        "--channel \(channel): no such channel\(Suggestion.clause(for: channel, among: names)); "
          + "known: \(names.joined(separator: ", "))")
    }
    guard let workspace = try Workspace.ifAny(options) else { return known }
    return workspace.settings.channels.first { $0.name == known.name } ?? known
  }

  private struct Row: Encodable {
    var length: Int
    var limit: Int?
    var fits: Bool
  }
}
