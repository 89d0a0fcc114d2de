/// What settings, `check --explain` and reports tell of a rule.
package struct RuleDescription: Hashable, Sendable {
  /// The name in findings, settings and `daybook:ignore`, as in `date-order`.
  package let name: String
  /// What its findings count as, unless the settings say otherwise.
  package let severity: Finding.Severity
  /// Why it exists and what to do, in a few sentences.
  package let explanation: String
  /// Something that it reports.
  package let example: String

  package init(_ name: String, _ severity: Finding.Severity, _ explanation: String, example: String) {
    self.name = name
    self.severity = severity
    self.explanation = explanation
    self.example = example
  }

  package init(_ rule: any TimelineRule.Type) {
    self.init(rule.name, rule.severity, rule.explanation, example: rule.example)
  }
}
