/// What is wrong with the tags of a template, and where in its text.
package struct TemplateSyntaxError: Error, Hashable {
  /// What is wrong, as a sentence without a full stop.
  package let problem: String
  package let line: Int
  package let column: Int
}
