/// What is wrong with the tags of a template, and where in its text.
struct TemplateSyntaxError: Error, Hashable {
  /// What is wrong, as a sentence without a full stop.
  let problem: String
  let line: Int
  let column: Int
}
