import Foundation
import TestSupport
import Testing
import Timeline

/// What holds for every rule alike; each rule's own cases stand in the other files of this folder.
@Suite struct TimelineRulesTests {
  /// The rules whose example can be given in a few lines.
  static let names = TimelineRules.names.filter { $0 != "block-long" }

  /// `daybook check` on a text with nothing but a date of today and a person set.
  private func rules(_ text: String) -> [String] {
    let settings = TimelineSettings(
      knownPeople: ["Josh Kerr", "Jakob Ingebrigtsen"], today: CivilDay(year: 2025, month: 1, day: 1))
    return TimelineCheck.run(TimelineReader.read(text, settings: settings), context: RuleContext(settings: settings))
      .map(\.rule)
  }

  @Test(arguments: names)
  func anExampleIsReported(name: String) throws {
    let rule = try #require(TimelineRules.named(name))
    #expect(rules(rule.example).contains(name), "\(rules(rule.example))")
  }

  @Test(arguments: names)
  func anIgnoredExampleIsNot(name: String) throws {
    let rule = try #require(TimelineRules.named(name))
    let comment = "<!-- daybook:ignore \(name) -->\n\n"
    let isFrontMatter = rule.example.hasPrefix("---\n")
    let text = isFrontMatter ? rule.example + "\n\n" + comment : comment + rule.example
    #expect(!rules(text).contains(name))
  }

  @Test(arguments: names)
  func aSeverityIsChangedAndSwitchedOff(name: String) throws {
    let rule = try #require(TimelineRules.named(name))
    func severities(_ changed: Finding.Severity?) -> [Finding.Severity] {
      var settings = TimelineSettings(
        knownPeople: ["Josh Kerr", "Jakob Ingebrigtsen"], today: CivilDay(year: 2025, month: 1, day: 1))
      settings.severities[name] = .some(changed)
      let findings = TimelineCheck.run(
        TimelineReader.read(rule.example, settings: settings), context: RuleContext(settings: settings))
      return findings.filter { $0.rule == name }.map(\.severity)
    }
    let other: Finding.Severity = rule.severity == .error ? .note : .error
    #expect(Set(severities(other)) == [other])
    #expect(severities(nil) == [])
  }

  @Test func everyRuleIsNamedOnceAndExplained() {
    #expect(Set(TimelineRules.names).count == TimelineRules.all.count)
    for rule in TimelineRules.all {
      #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(rule.explanation.hasSuffix("."))
    }
  }

  @Test func aTidyTimelineHasNoFindings() {
    let text = """
      ---
      title: Two milers
      tags: [1500m]
      ---

      What this is about.

      ## 2023-08-23 — Kerr takes the world title {#kerr}

      Kerr’s 3:29.38 beats Ingebrigtsen’s 3:29.65. “He panicked,” Kerr said, “a little.” It’s his 5' 10" frame.

      > I want the gold, not the time.
      > — Josh Kerr, mixed zone

      ![Kerr crosses the line](images/budapest.jpg "Photo: A. Name")

      [Watch from 28:16](https://example.org/watch?t=1696)

      - people: Josh Kerr, Jakob Ingebrigtsen

      ## 2024-06-07/2024-06-12 — Two golds in Rome {#rome}

      In Rome.
      """
    #expect(rules(text) == [])
  }

  /// The two sample timelines of this repository.
  @Test(arguments: ["two-milers", "the-mile"])
  func theSamplesHaveNoFindingsOfWeight(name: String) throws {
    let text = try String(contentsOf: SharedData.repository.appending(path: "Timelines/\(name).md"), encoding: .utf8)
    let findings = TimelineCheck.run(TimelineReader.read(text))
    #expect(findings.filter { $0.severity > .note } == [])
    #expect(
      TimelineReader.read(TimelineWriter.write(TimelineReader.read(text).document)).document
        == TimelineReader.read(text).document)
  }
}
