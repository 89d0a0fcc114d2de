import Timeline

/// Reads one kind of source into a timeline.
package protocol Importer: Sendable {
  /// The name after `--from`.
  static var name: String { get }
  /// What it reads, in one sentence for `import --help`.
  static var summary: String { get }

  /// Whether the text looks like this kind of source; decided by content, the file's name settles a tie.
  static func recognises(_ text: String, fileName: String?) -> Bool

  init()

  /// Reads a source.
  ///
  /// One bad row or line never loses the others: it becomes a finding with its line, and the rest is imported.
  ///
  /// - Throws: ``ImportError``, when nothing can be read.
  func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline
}
