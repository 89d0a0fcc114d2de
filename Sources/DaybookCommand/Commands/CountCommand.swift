internal import ArgumentParser
internal import Content

/// `daybook count`: how long a text is by a channel's own rule.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count a text by a channel's own rule.",
    discussion: """
      Of a draft, each part is counted without its front matter and private notes.

      EXAMPLES
        echo "A text" | daybook count --channel x
        daybook count --channel bluesky post.txt --json
        daybook count --channel x Drafts/2024-09-05/x/nuguse-wins-zurich.md
      """)

  @OptionGroup var options: PublicationOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("The channel: \(Channel.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
  var channel: String
  @Argument(help: ArgumentHelp("A file; standard input when left out.", valueName: "file"))
  var file = "-"

  func run() throws {
    let channel = try knownChannel()
    let measured = try texts().map(channel.measure)
    // The one that stands in the way, or else the longest.
    guard let telling = measured.first(where: { !$0.fits }) ?? measured.max(by: { $0.length < $1.length }) else {
      throw CommandFailure(.badData, "\(file): this draft has no text")
    }
    if output.json {
      return try Console.print(json: Row(length: telling.length, limit: telling.limit, fits: telling.fits))
    }
    for (index, measurement) in measured.enumerated() {
      let limit = measurement.limit.map { " of \($0)" } ?? ""
      let verdict = measurement.fits ? "it fits" : measurement.problem.map { "it does not fit: \($0)" } ?? "too long"
      let part = measured.count > 1 ? "part \(index + 1): " : ""
      Console.print("\(part)\(measurement.length)\(limit) on \(channel.title); \(verdict)")
    }
  }

  /// The text, or the parts of a draft.
  private func texts() throws -> [String] {
    var text = try FileSystem.readText(file)
    if let draft = try? Draft(reading: text, file: file) { return draft.parts }
    // The line feed that editors and `echo` put at the end of a file is not part of the text.
    if text.hasSuffix("\n") { text.removeLast() }
    return [text]
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
