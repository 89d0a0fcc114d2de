internal import Timeline

/// `import --json`: the entries with their quotes, links and images, and the findings.
struct ImportResult: Encodable {
  struct Row: Encodable {
    var id: String
    var date: String
    var title: String
    var quotes: [QuoteRow]
    var links: [LinkRow]
    var images: [ImageRow]
  }

  struct QuoteRow: Encodable {
    var text: String
    @NullIfUnknown var speaker: String?
    var sure: Bool
  }

  struct LinkRow: Encodable {
    var text: String
    var url: String
  }

  struct ImageRow: Encodable {
    var path: String
    var alt: String
    @NullIfUnknown var credit: String?
  }

  var entries: [Row]
  var findings: [FindingRow]

  init(_ document: TimelineDocument, findings: [Finding]) {
    entries = document.entries.map { entry in
      Row(
        id: entry.id, date: entry.date.edtf, title: entry.displayTitle,
        quotes: entry.quotes.map {
          QuoteRow(text: $0.text, speaker: NullIfUnknown(wrappedValue: $0.speaker), sure: $0.isSure)
        },
        links: entry.links.map { LinkRow(text: $0.text, url: $0.url) },
        images: entry.pictures.map {
          ImageRow(path: $0.path, alt: $0.alt, credit: NullIfUnknown(wrappedValue: $0.credit))
        })
    }
    self.findings = findings.map(FindingRow.init)
  }
}

/// One finding in `--json`.
struct FindingRow: Encodable {
  var file: String?
  var line: Int
  var column: Int
  var severity: String
  var rule: String
  var message: String

  init(_ finding: Finding) {
    file = finding.file
    line = finding.position.line
    column = finding.position.column
    severity = finding.severity.name
    rule = finding.rule
    message = finding.message
  }
}
