extension [Finding] {
  /// The findings with the severities that the settings give their rules; what is switched off (nil) is left out.
  package func weighed(by severities: [String: Finding.Severity?]) -> [Finding] {
    compactMap { finding in
      guard let severity = severities[finding.rule, default: finding.severity] else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}
