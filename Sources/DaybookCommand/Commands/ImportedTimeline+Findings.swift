internal import Importers
internal import Timeline

extension ImportedTimeline {
  /// The rules that speak of what did not come into the timeline.
  private static let ofWhatIsLeftOut: Set<String> = Set(
    [ImportRule.rowInvalid, .rowWide, .signOff, .leftOut, .sourceBroken, .sourceCut, .recurrence].map(\.rawValue))
  private static let ofDates: Set<String> = Set([ImportRule.dateInvalid, .rangeReversed].map(\.rawValue))

  /// The findings that are news to somebody who has the other entries already.
  ///
  /// What is wrong with an entry that the timeline holds is for `check` to say: there it may have been settled.
  ///
  /// - Parameters:
  ///   - findings: those of the whole source, in its order.
  ///   - added: the ids of the entries that are new to the timeline.
  /// - Returns: those of `findings` that were not said before, in their order.
  func news(among findings: [Finding], added: Set<String>) -> [Finding] {
    var following = document.entries.sorted { $0.position < $1.position }[...]
    var entry: Entry?
    return findings.filter { finding in
      while let next = following.first, next.position <= finding.position { entry = following.removeFirst() }
      if Self.ofWhatIsLeftOut.contains(finding.rule) { return true }
      // A date that cannot be used, on a line without an entry, is that of one that was left out.
      if Self.ofDates.contains(finding.rule), entry?.position.line != finding.position.line { return true }
      return entry.map { added.contains($0.id) } ?? false
    }
  }

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
