/// The kinds of sources that Daybook imports.
package enum ImporterRegistry {
  /// All importers, in the order of the help.
  package static let all: [any Importer.Type] = [ArticleImporter.self]

  /// The importer behind `--from NAME`.
  package static func named(_ name: String) -> (any Importer.Type)? {
    all.first { $0.name == name }
  }
}
