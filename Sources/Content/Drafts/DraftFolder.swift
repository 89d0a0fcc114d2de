/// The drafts of a publication as they lie in `Drafts/`.
package struct DraftFolder: Sendable {
  private let files: PublicationFiles

  package init(files: PublicationFiles) {
    self.files = files
  }

  /// What reading the folder gave: drafts in the order of their paths, and the files that are none.
  package struct Contents: Sendable {
    package var drafts: [(path: String, draft: Draft)] = []
    package var errors: [DraftError] = []
  }

  /// The files below `Drafts/` that are drafts by their names; `*.new.md` files are none.
  ///
  /// - Throws: what listing files throws.
  package func paths() throws -> [String] {
    try files.list(Draft.folder).filter { $0.hasSuffix(".md") && !$0.hasSuffix(".new.md") }
  }

  /// Reads every draft below `Drafts/`.
  ///
  /// - Throws: what reading files throws; a file that is no draft is an item of `errors`.
  package func scan() throws -> Contents {
    var contents = Contents()
    for path in try paths() {
      guard let text = try files.read(path) else { continue }
      do {
        let draft = try Draft(reading: text, file: path)
        contents.drafts.append((path, draft))
      } catch {
        contents.errors.append(error)
      }
    }
    return contents
  }

  /// Reads one draft; nil where the file is not there.
  package func read(_ path: String) throws -> Draft? {
    try files.read(path).map { try Draft(reading: $0, file: path) }
  }

  /// Writes a draft back whose state changed, as after an approval.
  package func write(_ draft: Draft, to path: String) throws {
    try files.writeAtomically(draft.file, path)
  }
}
