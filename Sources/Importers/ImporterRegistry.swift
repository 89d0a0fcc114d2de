import Timeline

/// The kinds of sources that Daybook imports.
package enum ImporterRegistry {
  /// All importers, in the order of the help.
  package static let all: [any Importer.Type] = [
    ArticleImporter.self, HTMLImporter.self, CSVImporter.self, TimelineJSImporter.self, ICSImporter.self,
    FeedImporter.self,
  ]

  /// The order in which a source is tried: what has marks of its own goes before what any text could be.
  private static let guesses: [any Importer.Type] = [
    ICSImporter.self, FeedImporter.self, TimelineJSImporter.self, HTMLImporter.self, CSVImporter.self,
    ArticleImporter.self,
  ]

  /// How much of a source is looked at; a name cut in two at its end does no harm.
  private static let sample = 400_000

  /// The importer behind `--from NAME`.
  package static func named(_ name: String) -> (any Importer.Type)? {
    all.first { $0.name == name }
  }

  /// The importer for a source, told from its content; nil where no importer knows it.
  package static func guess(for source: ImportSource) -> (any Importer.Type)? {
    let text = String(decoding: source.bytes.prefix(sample), as: UTF8.self)
    let start = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    // A carriage return and a line feed are one character to Swift, so the bytes are asked.
    let hasReturns = start.utf8.contains(UInt8(ascii: "\r"))
    let plain = hasReturns ? start.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : start
    return guesses.first { $0.recognises(plain, fileName: source.name) }
  }
}
