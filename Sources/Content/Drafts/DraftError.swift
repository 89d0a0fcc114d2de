package import Timeline

/// Why a file in `Drafts/` could not be read as a draft, and where.
package struct DraftError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user knows it, below the publication.
  package var file: String
  package var position: SourcePosition
  /// What is wrong and what to do, as a sentence without a full stop.
  package var problem: String

  package var description: String {
    "\(file):\(position.line):\(position.column): \(problem)"
  }
}
