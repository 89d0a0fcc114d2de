package import Timeline

/// Why nothing of a source could be imported.
package struct ImportError: Error, Hashable, Sendable {
  /// Where in the source; nil when the source as a whole is meant.
  package var position: SourcePosition?
  /// What is wrong and what to do, as a sentence for people without a full stop.
  package var problem: String

  package init(_ problem: String, position: SourcePosition? = nil) {
    self.position = position
    self.problem = problem
  }
}

extension ImportError: CustomStringConvertible {
  package var description: String { problem }
}
