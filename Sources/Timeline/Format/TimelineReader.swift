/// Reads the timeline format: Markdown whose level-2 headings begin with a date.
package enum TimelineReader {
  /// Reads a whole timeline; every text is one, so this cannot fail.
  ///
  /// - Parameters:
  ///   - text: as ``SourceText/decode(_:)`` gives it.
  ///   - file: the name for findings.
  ///   - settings: the order of numeric dates, and what the reader's findings count as.
  /// - Returns: the document and what is wrong with its form; see ``TimelineCheck`` for all the rules.
  package static func read(
    _ text: String, file: String? = nil, settings: TimelineSettings = TimelineSettings()
  ) -> TimelineReading {
    if text.utf8.contains(UInt8(ascii: "\r")), let plain = try? SourceText.decode(Array(text.utf8)), plain != text {
      return read(plain, file: file, settings: settings)
    }
    let parts = FrontMatter(splitting: text)
    var builder = TimelineBuilder(Array(parts.body.utf8), firstLine: parts.bodyLine, settings: settings, file: file)
    if let yaml = parts.yaml { builder.readFrontMatter(yaml) }
    builder.readBody()
    return TimelineReading(document: builder.document, findings: builder.findings)
  }
}
