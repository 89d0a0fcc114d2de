import Testing
import Timeline

@testable import Importers

/// Every rule of importers: a source that it reports, one that it does not, and the settings that change it.
///
/// A source has no place for `daybook:ignore`; the settings switch such a rule off.
struct ImportRuleTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var rule: ImportRule
    var reported: String
    var quiet: String
    var testDescription: String { rule.rawValue }
  }

  static let samples = [
    Sample(
      rule: .signOff, reported: "3 May 2021\nRain fell.\nSubscribe to our letter.",
      quiet: "3 May 2021\nRain fell.\nThe club has a letter."),
    Sample(
      rule: .photoCredit, reported: "3 May 2021\nRain fell.\nPhoto: A. Name",
      quiet: "3 May 2021\nRain fell.\nThe photo was by A. Name."),
    Sample(
      rule: .leftOut,
      reported: calendar("BEGIN:VTODO\nSUMMARY:Paint\nEND:VTODO"),
      quiet: calendar("BEGIN:VEVENT\nDTSTART:20210503\nSUMMARY:Rain\nEND:VEVENT")),
    Sample(
      rule: .datedParagraph, reported: "3 May 2021\nRain fell.\nOn 3 June 2022 she said that it would rain again.",
      quiet: "3 May 2021\nRain fell.\nOn 3 May 2021 the river rose too."),
    Sample(
      rule: .recurrence,
      reported: calendar("BEGIN:VEVENT\nDTSTART:20210503\nRRULE:FREQ=WEEKLY\nSUMMARY:Rain\nEND:VEVENT"),
      quiet: calendar("BEGIN:VEVENT\nDTSTART:20210503\nRRULE:FREQ=YEARLY\nSUMMARY:Rain\nEND:VEVENT")),
    Sample(
      rule: .rowInvalid, reported: "Date,Title\n2021-05-03,Rain\n2021-05-04,\"Sun",
      quiet: "Date,Title\n2021-05-03,Rain\n2021-05-04,\"Sun\""),
    Sample(
      rule: .rowWide, reported: "Date,Title\n2021-05-03,Rain, at last",
      quiet: "Date,Title\n2021-05-03,\"Rain, at last\""),
    Sample(
      rule: .sourceBroken, reported: feed("<title>Rain</b>"), quiet: feed("<title>Rain</title>")),
    Sample(
      rule: .sourceCut,
      reported: "<h2>3 May 2021</h2><p>Rain.</p>" + String(repeating: "<div>", count: 400) + "Sun",
      quiet: "<h2>3 May 2021</h2><p>Rain.</p>" + String(repeating: "<div>", count: 10) + "Sun"),
    Sample(rule: .dateInvalid, reported: "30 February 2021\nRain fell.", quiet: "28 February 2021\nRain fell."),
    Sample(rule: .dateAmbiguous, reported: "03/04/2021\nRain fell.", quiet: "03.04.2021\nRain fell."),
    Sample(rule: .weekdayMismatch, reported: "Sunday, 3 May 2021\nRain fell.", quiet: "Monday, 3 May 2021\nRain fell."),
    Sample(rule: .rangeReversed, reported: "May 12-7, 2021\nRain fell.", quiet: "May 7-12, 2021\nRain fell."),
    Sample(
      rule: .linkScheme, reported: "<h2>3 May 2021</h2><p><a href='javascript:x()'>Rain</a> fell.",
      quiet: "<h2>3 May 2021</h2><p><a href='https://example.org'>Rain</a> fell."),
    Sample(rule: .quoteDoubled, reported: "3 May 2021\nHe said: “Rain.””", quiet: "3 May 2021\nHe said: “Rain.”"),
    Sample(
      rule: .quoteGlued, reported: "3 May 2021\n“Rain,” he said.“Much of it.”",
      quiet: "3 May 2021\n“Rain,” he said. “Much of it.”"),
    Sample(rule: .quoteUnclosed, reported: "3 May 2021\nHe said: “Rain.", quiet: "3 May 2021\nHe said: “Rain.”"),
    Sample(rule: .quoteStyleMixed, reported: "3 May 2021\nHe said: “Rain.\"", quiet: "3 May 2021\nHe said: \"Rain.\""),
  ]

  private static func calendar(_ component: String) -> String {
    "BEGIN:VCALENDAR\n\(component)\nEND:VCALENDAR"
  }

  private static func feed(_ title: String) -> String {
    "<rss><channel><item><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>\(title)</item></channel></rss>"
  }

  private func findings(_ text: String, _ settings: TimelineSettings = TimelineSettings()) throws -> [Finding] {
    let source = ImportSource(text: text)
    let importer = try #require(ImporterRegistry.guess(for: source))
    let imported: ImportedTimeline
    do {
      imported = try importer.init().import(source)
    } catch {
      return []  // Nothing but what is wrong: a calendar of to-dos alone has no entries.
    }
    let reading = TimelineReading(document: imported.document, findings: imported.findings)
    return TimelineCheck.run(reading, context: RuleContext(settings: settings))
  }

  @Test func everyRuleHasItsCases() {
    #expect(Self.samples.map(\.rule) == ImportRule.allCases)
  }

  @Test(arguments: samples)
  func aRuleFiresAndDoesNotFire(_ sample: Sample) throws {
    #expect(try findings(sample.reported).contains { $0.rule == sample.rule.rawValue })
    #expect(try !findings(sample.quiet).contains { $0.rule == sample.rule.rawValue })
  }

  @Test(arguments: samples)
  func aSeverityIsThatOfTheRuleOrOfTheSettings(_ sample: Sample) throws {
    let name = sample.rule.rawValue
    let found = try findings(sample.reported).filter { $0.rule == name }.map(\.severity)
    #expect(found.allSatisfy { $0 <= sample.rule.severity })
    let other: Finding.Severity = sample.rule.severity == .error ? .note : .error
    let changed = try findings(sample.reported, TimelineSettings(severities: [name: other]))
    #expect(Set(changed.filter { $0.rule == name }.map(\.severity)) == [other])
    let isOff: Finding.Severity? = nil
    let off = try findings(sample.reported, TimelineSettings(severities: [name: isOff]))
    #expect(!off.contains { $0.rule == name })
  }

  @Test func everyOwnRuleIsExplained() {
    #expect(!ImportRule.descriptions.isEmpty)
    for rule in ImportRule.allCases {
      #expect((rule.own == nil) != (TimelineRules.named(rule.rawValue) == nil), "\(rule) is explained once")
      #expect(rule.own.map { $0.explanation.hasSuffix(".") && !$0.example.isEmpty } ?? true)
    }
  }
}
