/// Why a payload cannot be made, with the template's place where it has one.
package struct PayloadError: Error, Hashable, Sendable {
  /// The template's name, as in `webhooks/standard.mustache`.
  package var template: String
  /// The line in the template, from 1; nil where the template as a whole is meant.
  package var line: Int?
  package var column: Int?
  /// A sentence for people without a full stop.
  package var problem: String

  package init(template: String, line: Int? = nil, column: Int? = nil, problem: String) {
    self.template = template
    self.line = line
    self.column = column
    self.problem = problem
  }
}

extension PayloadError: CustomStringConvertible {
  package var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(template)\(place): \(problem)"
  }
}
