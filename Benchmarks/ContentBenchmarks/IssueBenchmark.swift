import Content
import Foundation
import Scheduler
import Timeline

/// Weekly issues, one after the other: the picks, the draft in Markdown, and the page for mail clients.
struct IssueBenchmark: Sendable {
  /// What is held against the peer's issue.
  struct Issue: Encodable, Sendable {
    var day: String
    var subject: String
    var preheader: String
    var entries: [String]
    var html: String
  }

  /// Monday.
  private static let firstDay = CivilDay(year: 2010, month: 1, day: 4) ?? CivilDay(daysSinceEpoch: 0)

  private let picker: Picker
  private let calendar: EntryCalendar
  private let composer: IssueComposer
  private let renderer: NewsletterRenderer

  init(_ entries: [Entry]) throws {
    let publication = Publication(
      name: "The Bell Lap", link: "https://example.org/bell-lap",
      links: [.init(title: "Archive", url: "https://example.org/bell-lap/archive")])
    let templates = TemplateSet()
    var rules = OnThisDayRules()
    // The peer has no such order.
    rules.spread = []
    picker = Picker(entries, rules: rules)
    calendar = EntryCalendar(entries)
    composer = try IssueComposer(publication: publication, templates: templates)
    renderer = try NewsletterRenderer(publication: publication, templates: templates)
  }

  static func days(_ count: Int) -> [CivilDay] { (0..<count).map { firstDay.adding(days: 7 * $0) } }

  /// The draft of the issue dated `day`.
  func draft(_ day: CivilDay) -> Draft {
    let request = PickRequest(firstDay: day, days: 7, channel: Channel.newsletter.name, explains: false)
    let picks = picker.select(request, history: PickHistory()).picks
    precondition(picks.count == 21)
    let entries = calendar.entries(from: day.adding(days: -7), before: day.adding(days: 7))
    guard let draft = composer.compose(day: day, from: IssueSource(entries: entries, picks: picks)).draft else {
      preconditionFailure("nothing to say on \(day)")
    }
    return draft
  }

  func issue(_ day: CivilDay) -> Issue {
    let draft = draft(day)
    return Issue(
      day: day.description, subject: draft.subject ?? "", preheader: draft.preheader ?? "", entries: draft.entries,
      html: renderer.html(of: draft))
  }

  /// All three forms of an issue: HTML, plain text and e-mail.
  func renderings(_ day: CivilDay) -> Renderings { renderer.render(draft(day)) }
}

extension IssueBenchmark {
  /// Prints the milliseconds of an issue on one thread and on two, and of one with all renderings, after what reading
  /// takes; writes the issues as lines of JSON.
  static func run(timeline: String, count: Int, output: String) async throws {
    var benchmark: IssueBenchmark?
    let reading = try await Stopwatch.seconds {
      let text = try String(contentsOfFile: timeline, encoding: .utf8)
      benchmark = try IssueBenchmark(TimelineReader.read(text).document.entries)
    }
    guard let benchmark else { return }
    let days = days(count)
    var issues: [Issue] = []
    let alone = await Stopwatch.fastest(of: 5, by: .processor) { issues = days.map(benchmark.issue) }
    var same: [Issue] = []
    let together = await Stopwatch.fastest(of: 5) { same = await benchmark.issues(days, threads: 2) }
    precondition(zip(issues, same).allSatisfy { $0.html == $1.html } && issues.count == same.count)
    let whole = await Stopwatch.fastest(of: 3, by: .processor) { for day in days { _ = benchmark.renderings(day) } }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let lines = try issues.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    try lines.joined().write(toFile: output, atomically: false, encoding: .utf8)
    let times = [reading] + [alone, together, whole].map { $0 * 1_000 / Double(count) }
    print(times.map { String(format: "%.4f", $0) }.joined(separator: " "))
  }

  /// The issues in order, made on several threads.
  private func issues(_ days: [CivilDay], threads: Int) async -> [Issue] {
    await withTaskGroup(of: (Int, [Issue]).self) { group in
      for thread in 0..<threads {
        let share = days[(days.count * thread / threads)..<(days.count * (thread + 1) / threads)]
        group.addTask { (thread, share.map(issue)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }
}
