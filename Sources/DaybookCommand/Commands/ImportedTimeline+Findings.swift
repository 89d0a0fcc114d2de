internal import Importers
internal import Timeline

extension ImportedTimeline {
  /// What the importer noticed and what the rules of `check` say, in the order of the source.
  func allFindings(file: String, settings: TimelineSettings) -> [Finding] {
    let named = findings.map { finding in
      var finding = finding
      finding.file = finding.file ?? file
      return finding
    }
    let reading = TimelineReading(document: document, findings: named)
    return TimelineCheck.run(reading, file: file, context: RuleContext(settings: settings))
  }
}
