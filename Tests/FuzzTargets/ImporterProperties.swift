import Importers
import Timeline

/// What holds for every source that is imported.
enum ImporterProperties {
  /// Imports the source; what comes out can be written, and read again as it was.
  static func fault(of importer: any Importer.Type, _ bytes: [UInt8]) -> String? {
    let source = ImportSource(bytes: bytes)
    _ = ImporterRegistry.guess(for: source)
    guard let imported = try? importer.init().import(source) else { return nil }
    return RoundTrip.faultOfForm(imported.document)
  }
}
