/// Why a YAML text could not be read, and where.
package struct YAMLError: Error, Hashable, Sendable {
  package var position: SourcePosition
  /// What is wrong, as a sentence for people without a full stop.
  package var problem: String
}
