import Timeline

/// Reads a calendar in iCalendar (RFC 5545).
///
/// Events and journal entries become entries: the summary is the title, the description the text, categories are tags.
/// The end of an event is exclusive. A time stays on the clock of its place. An event that repeats is one entry.
package struct ICSImporter: Importer {
  package static let name = "ics"
  package static let summary = "A calendar in iCalendar: whole days, times, ranges."

  package init() {}

  package static func recognises(_ text: String, fileName: String?) -> Bool {
    let start = text.prefix(1_000).uppercased()
    return start.contains(exactly: "BEGIN:VCALENDAR") || start.contains(exactly: "BEGIN:VEVENT")
  }

  package func `import`(_ source: ImportSource) throws(ImportError) -> ImportedTimeline {
    try source.checkSize()
    let (lines, broken) = ICSLine.read(source.bytes)
    let components = ICSComponent.read(lines)
    guard components.contains(where: { ["VCALENDAR", "VEVENT", "VJOURNAL"].contains($0.name) }) else {
      throw ImportError("this is not a calendar; it has no line BEGIN:VCALENDAR")
    }
    var reader = ICSReader()
    let document = reader.document(of: components)
    var findings = reader.findings
    findings += broken.map { line in
      ImportRule.sourceBroken.finding(line: line, "this line has no colon, so it was left out")
    }
    return ImportedTimeline(document: document, findings: findings.inOrder(file: source.name))
  }
}
