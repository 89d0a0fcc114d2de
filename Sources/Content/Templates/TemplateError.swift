package import Timeline

/// What is wrong with a template, and where.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user knows it, as in `Templates/posts/entry.mustache`.
  package var file: String
  package var position: SourcePosition
  /// What is wrong and what to do, as a sentence without a full stop.
  package var problem: String
  /// The line of the template; empty when there is none.
  package var line: String

  package var description: String {
    let place = "\(file):\(position.line):\(position.column): \(problem)"
    return line.isEmpty ? place : "\(place)\n  \(line)"
  }
}
