internal import Content
internal import Timeline

/// Findings as SARIF 2.1.0, which Git hosts show in a review (OASIS, sarif-v2.1.0-errata01).
///
/// Addresses are relative references, seen from where the file names are seen from. Columns count Unicode code points.
struct SARIFLog: Encodable {
  struct Message: Encodable {
    var text: String
  }

  struct Configuration: Encodable {
    var level: String
  }

  /// A rule (`reportingDescriptor`, 3.49).
  struct Rule: Encodable {
    var id: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
    var defaultConfiguration: Configuration
  }

  struct Driver: Encodable {
    var name = "daybook"
    var semanticVersion: String
    var rules: [Rule]
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct ArtifactLocation: Encodable {
    var uri: String
  }

  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region
  }

  struct Location: Encodable {
    var physicalLocation: PhysicalLocation
  }

  /// A finding (3.27).
  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int?
    var level: String
    var message: Message
    var locations: [Location]
  }

  struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  var runs: [Run]

  /// The findings of some files; the log lists every rule, so that it is the same whatever was found.
  init(_ files: [CheckedFile], rules: [RuleDescription], version: String) {
    let indices = Dictionary(rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let results = files.flatMap { file in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      return file.findings.map { finding in
        Result(finding, index: indices[finding.rule], file: file.name, lines: lines)
      }
    }
    runs = [Run(tool: Tool(driver: Driver(semanticVersion: version, rules: rules.map(Rule.init))), results: results)]
  }
}

extension SARIFLog.Rule {
  init(_ rule: RuleDescription) {
    let words = rule.explanation.split(whereSeparator: \.isNewline).joined(separator: " ")
    id = rule.name
    shortDescription = .init(text: Sentences.first(of: words))
    fullDescription = .init(text: words)
    help = .init(text: words + "\n\nReported, for example:\n\n" + rule.example)
    defaultConfiguration = .init(level: rule.severity.name)
  }
}

extension SARIFLog.Result {
  init(_ finding: Finding, index: Int?, file: String, lines: [Substring]) {
    let place = finding.position
    let line = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : ""
    let column = line.prefix(max(0, place.column - 1)).unicodeScalars.count + 1
    ruleId = finding.rule
    ruleIndex = index
    level = finding.severity.name
    message = .init(text: finding.message)
    locations = [
      .init(
        physicalLocation: .init(
          artifactLocation: .init(uri: SARIFLog.reference(to: finding.file ?? file)),
          region: .init(startLine: max(1, place.line), startColumn: max(1, column))))
    ]
  }
}

extension SARIFLog {
  /// A path as a URI reference (RFC 3986, 4.2): absolute paths as `file:`, others as they are, with what needs it escaped.
  static func reference(to path: String) -> String {
    (path.hasPrefix("/") ? "file://" : "") + path.percentEncoded(keeping: "/")
  }
}
