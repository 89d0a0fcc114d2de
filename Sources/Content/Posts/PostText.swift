internal import Timeline

/// The text of a post as templates and authors give it, made ready for a channel.
enum PostText {
  /// What parts a thread, alone on a line.
  static let partMark = "---"

  /// Without blanks at the ends and with at most one empty line in a row.
  static func tidied(_ text: String) -> String {
    Draft.canonicalWithoutEnd(text, emptyLines: 1)
  }

  /// A text that is no thread: a line in it that would part one becomes a dash.
  static func onePart(_ text: String) -> String {
    let tidied = tidied(text)
    guard mayPart(tidied) else { return tidied }
    return tidied.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == partMark ? "—" : $0 }.joined(separator: "\n")
  }

  /// A quick look whether three dashes stand together.
  private static func mayPart(_ text: String) -> Bool {
    var dashes = 0
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      dashes = bytes[index] == UInt8(ascii: "-") ? dashes + 1 : 0
      if dashes == partMark.utf8.count { return true }
    }
    return false
  }

  /// The parts between lines of `---`, those without a text left out.
  static func parts(_ text: String) -> [String] {
    tidied(text).split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0 == partMark }
      .map { tidied($0.joined(separator: "\n")) }
      .filter { !$0.isEmpty }
  }
}

extension EntryFields {
  /// The hand-written text for a channel; several go in turn, one a year, the first in the year of the entry itself.
  func post(on channel: Channel, day: CivilDay, firstDay: CivilDay?) -> String? {
    guard let texts = [channelPosts[channel.name] ?? [], posts].first(where: { !$0.isEmpty }) else { return nil }
    let years = max(0, day.year - (firstDay?.year ?? day.year))
    return texts[years % texts.count]
  }
}
