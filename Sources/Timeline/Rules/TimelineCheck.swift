/// Runs all rules over a timeline.
package enum TimelineCheck {
  /// What the reader or an importer found and what the rules find, in the order of the file.
  ///
  /// A finding is left out where its rule is switched off, where a `<!-- daybook:ignore RULE -->` covers its line, and
  /// where the same rule reports the same line already.
  ///
  /// - Parameters:
  ///   - reading: a document with the findings so far; an importer's document is checked alike.
  ///   - file: the name for findings.
  ///   - context: the settings, and what the rules need to know of the world.
  /// - Returns: the findings by line and column.
  package static func run(
    _ reading: TimelineReading, file: String? = nil, context: RuleContext = RuleContext()
  ) -> [Finding] {
    let settings = context.settings
    var findings = reading.findings.weighed(by: settings.severities)
    let checked = CheckedDocument(reading.document)
    for rule in TimelineRules.all {
      guard let severity = settings.severity(of: rule.name) else { continue }
      findings += positioned(rule.check(checked, context: context), in: checked).map { position, message in
        Finding(file: file, position: position, severity: severity, rule: rule.name, message: message)
      }
    }
    let ignored = IgnoredLines(of: reading.document)
    var seen: Set<String> = []
    return findings.sorted(by: isBefore).filter { finding in
      !ignored.covers(finding) && seen.insert("\(finding.position.line) \(finding.rule)").inserted
    }
  }

  private static func positioned(
    _ found: [RuleFinding], in checked: CheckedDocument
  ) -> [(SourcePosition, String)] {
    let places = found.compactMap { if case .text(let place) = $0.location { place } else { nil } }
    var positions = checked.positions(of: places)[...]
    return found.map { finding in
      switch finding.location {
      case .position(let position): (position, finding.message)
      case .text: (positions.removeFirst(), finding.message)
      }
    }
  }

  private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.position != right.position { return left.position < right.position }
    return left.rule < right.rule
  }
}
