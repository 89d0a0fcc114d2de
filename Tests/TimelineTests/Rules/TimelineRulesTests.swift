import Foundation
import TestSupport
import Testing
import Timeline

/// What holds for every rule alike; each rule's own cases stand in the other files of this folder.
@Suite struct TimelineRulesTests {
  /// The rules whose example can be given in a few lines.
  static let names = TimelineRules.names.filter { $0 != "block-long" }

  private func rules(_ text: String) -> [String] { RuleCase.report(text).map(\.rule) }

  @Test(arguments: names)
  func anExampleIsReported(name: String) throws {
    let rule = try #require(TimelineRules.named(name))
    #expect(rules(rule.example).contains(name), "\(rules(rule.example))")
  }

  @Test func everyRuleHasItsCases() {
    #expect(RuleCase.all.map(\.rule).sorted() == TimelineRules.names.sorted())
    #expect(RuleCase.all.allSatisfy { !$0.reported.isEmpty && !$0.quiet.isEmpty })
  }

  @Test(arguments: RuleCase.all)
  func aRuleFires(_ sample: RuleCase) {
    for text in sample.reported {
      #expect(rules(text).contains(sample.rule), "\(text.prefix(200)): \(rules(text))")
    }
  }

  @Test(arguments: RuleCase.all)
  func aRuleDoesNotFire(_ sample: RuleCase) {
    for text in sample.quiet { #expect(!rules(text).contains(sample.rule), "\(text.prefix(200))") }
  }

  @Test(arguments: RuleCase.all)
  func aRuleIsIgnored(_ sample: RuleCase) {
    let comment = "<!-- daybook:ignore \(sample.rule) -->\n\n"
    for text in sample.reported {
      let ignored =
        switch (text.hasPrefix("---\n"), text.contains("\n---")) {
        case (true, true): text.replacing("\n---", with: "\n---\n\n" + comment)
        case (true, false): text.replacing("\n\n##", with: "\n\n\(comment)##")
        case (false, _): comment + text
        }
      #expect(!rules(ignored).contains(sample.rule), "\(text.prefix(200))")
    }
  }

  @Test(arguments: RuleCase.all)
  func aSeverityIsChangedAndSwitchedOff(_ sample: RuleCase) throws {
    let rule = try #require(TimelineRules.named(sample.rule))
    func severities(_ changed: Finding.Severity?) -> [Finding.Severity] {
      RuleCase.report(sample.reported[0], severities: [sample.rule: changed])
        .filter { $0.rule == sample.rule }.map(\.severity)
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

      ![Kerr crosses the line](there.jpg "Photo: A. Name")

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
