package import Timeline

/// Whether a post fits its channel as it is now: an edit may have made it longer than the network takes.
package struct PostCheck: Sendable {
  package static let rule = "post-too-long"

  private let channels: [Channel]

  /// Takes the publication's channels, with the limits of the settings; others count by their network's own.
  package init(channels: [Channel]) {
    self.channels = channels
  }

  /// Checks one post.
  ///
  /// - Parameters:
  ///   - contents: the whole file of the draft.
  ///   - file: its path, for findings.
  /// - Returns: an error for each part that does not fit, at its first line; none for an issue and for a file that is no
  ///   draft.
  package func findings(in contents: String, file: String) -> [Finding] {
    guard let draft = try? Draft(reading: contents, file: file), draft.kind == .post,
      let channel = channels.first(where: { $0.name == draft.channel }) ?? Channel.named(draft.channel)
    else { return [] }
    let parts = draft.parts
    let lines = Self.lines(of: contents, parts: parts.count)
    return parts.enumerated().compactMap { index, part in
      let measured = channel.measure(part)
      guard !measured.fits else { return nil }
      let name = parts.count == 1 ? "this post" : "part \(index + 1) of \(parts.count)"
      return Finding(
        file: file, position: SourcePosition(line: lines[index]), severity: .error, rule: Self.rule,
        message: Self.message(measured, name, channel))
    }
  }

  private static func message(_ measured: Measurement, _ name: String, _ channel: Channel) -> String {
    guard let limit = measured.limit, measured.length > limit else {
      return "\(channel.title) does not take \(name): \(measured.problem ?? "it is too long"). Take some out."
    }
    let way = channel.hasThreads ? "Shorten it, or part it with --- on a line of its own." : "Shorten it."
    return "\(channel.title) takes \(limit) \(channel.measure.unit), and \(name) has \(measured.length), "
      + "\(measured.length - limit) too many. \(way)"
  }

  /// The first line of each part in the file; the first of the text for all, where private notes hide how it is parted.
  private static func lines(of contents: String, parts: Int) -> [Int] {
    let matter = FrontMatter(ofDraft: contents)
    var lines: [Int] = []
    var isOpen = false
    for (offset, line) in matter.body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "---" {
        isOpen = false
      } else if !isOpen, !MarkdownNotes.removed(from: String(line)).allSatisfy(\.isWhitespace) {
        lines.append(matter.bodyLine + offset)
        isOpen = true
      }
    }
    return lines.count == parts ? lines : Array(repeating: lines.first ?? matter.bodyLine, count: parts)
  }
}
