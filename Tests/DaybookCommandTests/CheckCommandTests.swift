import Foundation
import TestSupport
import Testing

@Suite("What check prints")
struct CheckCommandTests {
  private static let timeline = """
    ## 2024-08-04 — Heats {#heats}

    Åse 👩🏽‍🚀 said: “It’s done.””

    <!-- daybook:ignore quote-doubled -->

    And: “It’s done.””

    ## 03/04/2019 — Which? {#which}
    """

  @Test("A picture's path may go up, and not out of the publication")
  func picturesOutsideAreMissing() async throws {
    try await withTemporaryFolder { folder in
      let ours = folder.appending(path: "ours")
      _ = try Publication(in: ours, webhooks: "")
      for file in ["outside.jpg", "ours/inside.jpg"] { try Data([0xFF]).write(to: folder.appending(path: file)) }
      func entry(_ number: Int, _ path: String) -> String {
        "## 2024-09-0\(number) — A {#p\(number)}\n\n![A](\(path) \"Photo: A\")\n\n"
      }
      let text = entry(1, "../inside.jpg") + entry(2, "../../outside.jpg") + entry(3, "/etc/passwd")
      try Data(text.utf8).write(to: ours.appending(path: "Timelines/pictures.md"))
      let run = try await CommandRun("check", "Timelines/pictures.md", "--json", in: ours)
      let found = try run.json(as: [Row].self).filter { $0.rule == "image-missing" }
      #expect(found.map(\.line) == [7, 11])
    }
  }

  private struct Row: Decodable {
    var line: Int
    var rule: String
  }

  private func sarif(of text: String, named name: String) async throws -> (status: Int32, log: SARIF) {
    try await withTemporaryFolder { folder in
      try Data(text.utf8).write(to: folder.appending(path: name))
      let run = try await CommandRun("check", name, "--format", "sarif", in: folder)
      return (run.status, try run.json(as: SARIF.self))
    }
  }

  /// The structure is that of the schema of SARIF 2.1.0; what it requires is not optional in ``SARIF``.
  @Test("SARIF has rules with their help, and results with their places")
  func sarifLog() async throws {
    let (status, log) = try await sarif(of: Self.timeline, named: "my club.md")
    #expect(status == 1, "an ambiguous date is an error")
    #expect(log.version == "2.1.0")
    #expect(log.schema.hasSuffix("/sarif-schema-2.1.0.json"))
    let run = try #require(log.runs.first)
    #expect(log.runs.count == 1 && run.columnKind == "unicodeCodePoints" && run.tool.driver.name == "daybook")
    let rules = run.tool.driver.rules
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(["note", "warning", "error"].contains(rule.defaultConfiguration.level))
      #expect(!rule.shortDescription.text.isEmpty && rule.help.text.contains(rule.fullDescription.text))
    }
    #expect(run.results.map(\.ruleId) == ["quote-doubled", "date-ambiguous"], "the ignored one is not reported")
    for result in run.results {
      #expect(rules[result.ruleIndex].id == result.ruleId)
      #expect(
        result.locations.count == 1 && result.locations[0].physicalLocation.artifactLocation.uri == "my%20club.md")
      #expect(!result.message.text.isEmpty)
    }
    let regions = run.results.map(\.locations[0].physicalLocation.region)
    #expect(regions.map(\.startLine) == [3, 9])
    let line = Array(Self.timeline.split(separator: "\n")[1].unicodeScalars)
    #expect(line[regions[0].startColumn - 1] == "”", "\(regions[0].startColumn)")
  }

  @Test("A timeline that cannot be read is a finding, and the others are looked at")
  func unreadableTimeline() async throws {
    try await withTemporaryFolder { folder in
      _ = try Publication(in: folder, webhooks: "")
      let timelines = folder.appending(path: "Timelines")
      try Data("## 2. M\u{E4}rz 2024 — B {#b}\n\nx\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        .write(to: timelines.appending(path: "old.md"))
      try Data("## 2024-08-04 — A {#a}\n\n[w]() x\n".utf8).write(to: timelines.appending(path: "good.md"))
      let run = try await CommandRun("check", "--json", in: folder)
      let rules = try run.json(as: [Rows.Finding].self).map { "\($0.file ?? ""):\($0.line) \($0.rule)" }
      #expect(run.status == 1 && rules.contains("Timelines/old.md:1 unreadable"), "\(rules) \(run.messages)")
      #expect(rules.contains("Timelines/good.md:3 link-empty"))
    }
  }

  @Test("Mending a file leaves a link a link, and private what was private")
  func fixedInPlace() async throws {
    try await withTemporaryFolder { folder in
      let (file, link) = (folder.appending(path: "real.md"), folder.appending(path: "link.md"))
      try Data("## 2024-08-04 — A\n\nx\n".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      #expect(try await CommandRun("check", "--fix", link.path, in: folder).status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("{#2024-08-04-a}"))
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("What would move a terminal's cursor is not printed")
  func controls() async throws {
    try await withTemporaryFolder { folder in
      let file = folder.appending(path: "e.md")
      try Data("## 2024-08-04 — A {#a}\n\n[\u{1B}[2JW]() z\n".utf8).write(to: file)
      let run = try await CommandRun("check", file.path, in: folder)
      #expect(run.output.contains("\u{FFFD}[2JW") && !run.output.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test("SARIF without findings is a log all the same")
  func tidy() async throws {
    let (status, log) = try await sarif(of: "## 2024-08-04 — Heats {#heats}\n", named: "a.md")
    #expect(status == 0)
    #expect(log.runs[0].results.isEmpty && !log.runs[0].tool.driver.rules.isEmpty)
  }

  @Test("The formats have one short form, and no two at once")
  func formats() async throws {
    try await withTemporaryFolder { folder in
      try Data(Self.timeline.utf8).write(to: folder.appending(path: "a.md"))
      let json = try await CommandRun("check", "a.md", "--format", "json", in: folder)
      let short = try await CommandRun("check", "a.md", "--json", in: folder)
      #expect(json.output == short.output && json.status == 1)
      let text = try await CommandRun("check", "a.md", "--format", "text", in: folder)
      #expect(text.output.hasPrefix("a.md\n  3:"))
      #expect(try await CommandRun("check", "a.md", "--format", "xml", in: folder).status == 64)
      #expect(try await CommandRun("check", "a.md", "--json", "--format", "sarif", in: folder).status == 64)
    }
  }

  @Test("Every rule that a report can name is explained, and settings know it")
  func explanations() async throws {
    try await withTemporaryFolder { folder in
      let rules = try await sarif(of: Self.timeline, named: "a.md").log.runs[0].tool.driver.rules
      for name in ["sign-off", "recurrence", "quote-drift", "date-order", "template"] {
        #expect(rules.contains { $0.id == name })
        let run = try await CommandRun("check", "--explain", name, in: folder)
        #expect(run.status == 0 && run.output.hasPrefix(name))
      }
      #expect(try await CommandRun("check", "--explain", "sign-of", in: folder).messages.contains("sign-off"))
      let settings = "name: Club\ntimeZone: Europe/Oslo\ncheck:\n"
      try Data((settings + rules.map { "  \($0.id): off\n" }.joined()).utf8)
        .write(to: folder.appending(path: "daybook.yaml"))
      try Data(Self.timeline.utf8).write(to: folder.appending(path: "a.md"))
      let quiet = try await CommandRun("check", "a.md", in: folder)
      #expect(quiet.status == 0 && quiet.output == "Nothing to say.\n", "\(quiet.messages)\(quiet.output)")
      try Data((settings + "  date-ordr: off\n").utf8).write(to: folder.appending(path: "daybook.yaml"))
      let refused = try await CommandRun("check", "a.md", in: folder)
      #expect(refused.status == 78 && refused.messages.contains("did you mean \"date-order\"?"))
    }
  }

  @Test("An import's findings have the severities of the settings, and its dates the order of the command line")
  func imports() async throws {
    try await withTemporaryFolder { folder in
      let article = "03/04/2019\n\nRain fell.\n\nSubscribe to our newsletter.\n"
      try Data(article.utf8).write(to: folder.appending(path: "a.txt"))
      func dates(_ arguments: String...) async throws -> (dates: [String], findings: [String]) {
        let run = try await CommandRun(arguments: ["import", "a.txt", "--json"] + arguments, in: folder)
        let rows = try run.json(as: Rows.Import.self)
        return (rows.entries.map(\.date), rows.findings.map { "\($0.severity) \($0.rule)" })
      }
      #expect(try await dates().findings == ["error date-ambiguous", "note sign-off"])
      #expect(try await dates("--date-order", "dmy") == (["2019-04-03"], ["note sign-off"]))
      #expect(try await dates("--date-order", "mdy") == (["2019-03-04"], ["note sign-off"]))
      let settings = "name: Club\ntimeZone: Europe/Oslo\ndateOrder: dmy\ncheck: {sign-off: warning}\n"
      try Data(settings.utf8).write(to: folder.appending(path: "daybook.yaml"))
      #expect(try await dates() == (["2019-04-03"], ["warning sign-off"]))
      #expect(try await dates("--date-order", "mdy").dates == ["2019-03-04"])
    }
  }
}

/// What the schema of SARIF 2.1.0 requires of a log, and what Git hosts show.
struct SARIF: Decodable {
  struct Text: Decodable { var text: String }
  struct Level: Decodable { var level: String }
  struct Rule: Decodable {
    var id: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Text
    var defaultConfiguration: Level
  }
  struct Driver: Decodable {
    var name: String
    var semanticVersion: String
    var rules: [Rule]
  }
  struct Tool: Decodable { var driver: Driver }
  struct Artifact: Decodable { var uri: String }
  struct Region: Decodable {
    var startLine: Int
    var startColumn: Int
  }
  struct Physical: Decodable {
    var artifactLocation: Artifact
    var region: Region
  }
  struct Location: Decodable { var physicalLocation: Physical }
  struct Result: Decodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
  }
  struct Run: Decodable {
    var tool: Tool
    var columnKind: String
    var results: [Result]
  }
  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }
  var schema: String
  var version: String
  var runs: [Run]
}
