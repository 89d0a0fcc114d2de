internal import Scheduler
internal import Timeline

/// What the templates of an issue see.
struct IssueContext {
  let publication: Publication
  /// What every template sees.
  let common: [String: TemplateValue]
  let language: Language
  let sections: [SectionRule]
  let material: IssueMaterial

  /// Pictures of a timeline as a draft in `Drafts/2024-W37/` sees them.
  static let pictureFolder = "../../Timelines/"

  /// All members, those of sections without anything in them being empty.
  var members: [String: TemplateValue] {
    var members = common
    members["issue"] = .object([
      "id": .text(IssueComposer.draftID(of: material.day)),
      "week": .text(ISOWeek(of: material.day).description),
      "date": .text(language.date(material.day)),
      "dates": .text(language.dates(material.period.first, material.period.last)),
    ])
    let heads = heads
    members["lead"] = heads.first.map { .object($0.members) } ?? .empty
    members["others"] = .list(heads.dropFirst().map { .object($0.members) })
    members["sections"] = .list(sections.map(\.section).compactMap(section))
    return members
  }

  /// One item of `sections`: every kind of section by name, all but one empty; nil when it has nothing to say.
  private func section(_ section: IssueSection) -> TemplateValue? {
    guard let content = content(of: section) else { return nil }
    return .members(
      TemplateMembers(names: IssueSection.memberNames) { name in
        name == section.memberName ? content : IssueSection.memberNames.contains(name) ? .empty : nil
      })
  }

  private func content(of section: IssueSection) -> TemplateValue? {
    switch section {
    case .standfirst: standfirst.map { .object(["text": .markdown($0)]) }
    case .news: material.news.isEmpty ? nil : .object(["entries": .list(material.news.map(entry))])
    case .onThisDay: material.picks.isEmpty ? nil : .object(["days": .list(days)])
    case .thisMonth: material.monthPicks.isEmpty ? nil : .object(["picks": .list(monthPicks)])
    case .quote: material.quoteOfTheWeek.map(quote)
    case .comingUp: material.ahead.isEmpty ? nil : .object(["entries": .list(material.ahead.map(entry))])
    case .signOff: .object(["name": .text(publication.name)])
    }
  }

  private func entry(_ entry: Entry) -> TemplateValue {
    .members(EntryContext(language: language, pictureFolder: Self.pictureFolder).members(of: entry))
  }

  private func quote(_ placed: IssueMaterial.PlacedQuote) -> TemplateValue {
    let context = EntryContext(language: language)
    guard case .members(var members) = EntryContext.value(placed.quote, in: language) else { return .empty }
    members["entry"] = .members(context.members(of: placed.entry))
    return .members(members)
  }

  private var monthPicks: [TemplateValue] {
    let context = EntryContext(language: language, pictureFolder: Self.pictureFolder)
    return material.monthPicks.map { .members(context.members(of: $0)) }
  }

  /// The picks, grouped by their day.
  private var days: [TemplateValue] {
    let context = EntryContext(language: language, pictureFolder: Self.pictureFolder)
    return material.picks.chunked(by: \.occursOn).map { picks in
      .object([
        "day": .text(picks.first.map { language.headingDay($0.occursOn) } ?? ""),
        "picks": .list(picks.map { .members(context.members(of: $0)) }),
      ])
    }
  }
}

extension IssueSection {
  fileprivate static let memberNames = allCases.map(\.memberName)

  /// The name in templates, where a dash cannot stand.
  fileprivate var memberName: String {
    switch self {
    case .standfirst: "standfirst"
    case .news: "news"
    case .onThisDay: "onThisDay"
    case .thisMonth: "thisMonth"
    case .quote: "quote"
    case .comingUp: "comingUp"
    case .signOff: "signOff"
    }
  }
}

extension Array {
  /// The array cut where a value changes.
  func chunked<Value: Equatable>(by value: (Element) -> Value) -> [[Element]] {
    reduce(into: []) { chunks, element in
      if let last = chunks.last?.last, value(last) == value(element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
  }
}
