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
    if text.hasByte(UInt8(ascii: "\r")), let plain = try? SourceText.decode(text.utf8) {
      return read(plain, file: file, settings: settings)
    }
    // All of it and then less: an array of a part of a text is made byte by byte.
    var bytes = Array(text.utf8)
    let parts = FrontMatter.parts(of: text)
    if let parts { bytes.removeFirst(text.utf8.distance(from: text.startIndex, to: parts.body)) }
    var builder = TimelineBuilder(bytes, firstLine: parts?.bodyLine ?? 1, settings: settings, file: file)
    if let parts { builder.readFrontMatter(String(text[parts.yaml])) } else { builder.reportOpenFrontMatter(in: text) }
    builder.readBody()
    return TimelineReading(document: builder.document, findings: builder.findings)
  }
}
