/// Something that `daybook check` or an import reports: where, how grave, by which rule, and what to do.
package struct Finding: Hashable, Sendable {
  /// How grave a finding is; only an error makes a command exit with 1.
  package enum Severity: Int, Hashable, Sendable, CaseIterable, Comparable {
    case note, warning, error

    /// The word for it in settings and output.
    package var name: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The file as the user named it; nil for text that came from standard input.
  package var file: String?
  package var position: SourcePosition
  package var severity: Severity
  /// The rule's name, as in `date-order`.
  package var rule: String
  /// One sentence for people: what is wrong, then what to do.
  package var message: String

  package init(
    file: String? = nil, position: SourcePosition, severity: Severity, rule: String, message: String
  ) {
    self.file = file
    self.position = position
    self.severity = severity
    self.rule = rule
    self.message = message
  }
}
