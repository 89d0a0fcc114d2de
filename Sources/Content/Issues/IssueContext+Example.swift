internal import Scheduler
internal import Timeline

extension Entry {
  /// An entry that has everything an entry can have: templates are checked against what it gives.
  static let example: Entry = {
    let day = CivilDay(daysSinceEpoch: 19_971)
    var fields = EntryFields()
    fields.tags = ["tag"]
    fields.people = ["A. Runner"]
    return Entry(
      id: "example", date: EntryDate(day: day), title: "A title",
      blocks: [
        .text("A first sentence. A second one with [a link](https://example.org)."),
        .quote(Quote(text: "Words that can stand alone.", speaker: "A. Runner", source: "mixed zone")),
        .picture(Picture(path: "picture.jpg", alt: "A picture", credit: "A. Photographer")),
      ],
      fields: fields)
  }()
}

extension Publication {
  /// A publication that has everything a publication can have.
  static let example = Publication(
    name: "The Example", link: "https://example.org",
    links: [PageLink(title: "About", url: "https://example.org/about")],
    people: ["A. Runner": [Channel.example.name: "runner"]])
}

extension IssueContext {
  /// An issue in which no section is empty.
  static func example(_ language: Language) -> IssueContext {
    // 6 September 2024: the first week of a month has everything.
    let day = CivilDay(daysSinceEpoch: 19_972)
    var earlier = Entry.example
    earlier.fields.weight = 2
    var later = Entry.example
    later.date = EntryDate(day: day)
    let pick = Pick(entry: .example, occursOn: day, years: 1, isMilestone: true, reason: "")
    return IssueContext(
      publication: .example, common: Publication.example.common(language), language: language,
      sections: SectionRule.usual,
      material: IssueMaterial(
        day: day, source: IssueSource(entries: [earlier, later], picks: [pick], monthPicks: [pick])))
  }
}
