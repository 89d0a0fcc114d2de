package import Timeline

extension TimelineMerge {
  /// Adds what is new to the text of a timeline; every line that is there stays as it is.
  ///
  /// - Parameters:
  ///   - imported: the timeline to take entries from.
  ///   - text: the file, as ``SourceText/decode(_:)`` gives it.
  ///   - settings: how its dates are read.
  /// - Returns: the new text, the entries that were added, and the ids of those that are there already and differ.
  package static func merge(
    _ imported: TimelineDocument, intoText text: String, settings: TimelineSettings = TimelineSettings()
  ) -> (text: String, added: [Entry], differing: [String]) {
    let existing = TimelineReader.read(text, settings: settings).document
    let (merged, added) = merge(imported, into: existing)
    let new = Set(added.map(\.id))
    var insertions: [Int: [String]] = [:]
    var waiting: [String] = []
    for entry in merged.entries {
      if new.contains(entry.id) {
        waiting.append(TimelineWriter.write(entry))
      } else if !waiting.isEmpty {
        insertions[entry.position.line] = waiting
        waiting = []
      }
    }
    var lines: [Substring] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for block in insertions[index + 1] ?? [] { lines += [block[...], ""] }
      lines.append(line)
    }
    if !waiting.isEmpty {
      while lines.last?.isEmpty ?? false { lines.removeLast() }
      for block in waiting { lines += (lines.isEmpty ? [] : [""]) + [block[...]] }
      lines.append("")
    }
    return (lines.joined(separator: "\n"), added, differing(imported, from: existing))
  }
}
