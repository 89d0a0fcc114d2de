package import Scheduler
package import Timeline

/// Makes newsletter issues out of entries and picks; the same input gives the same bytes.
package struct IssueComposer: Sendable {
  private let publication: Publication
  /// What every template sees, made once for all issues.
  private let common: [String: TemplateValue]
  let sections: [SectionRule]
  private let language: Language
  private let subject: Template
  private let preheader: Template
  private let body: Template

  /// Reads and checks the templates that an issue needs.
  ///
  /// - Parameters:
  ///   - publication: what the issue says of the publication.
  ///   - sections: the sections in their order, with the most entries of each.
  ///   - templates: the publication's templates.
  /// - Throws: ``TemplateError`` for a template that is broken or names an unknown variable.
  package init(
    publication: Publication, sections: [SectionRule] = SectionRule.usual, templates: TemplateSet
  ) throws(TemplateError) {
    self.publication = publication
    self.sections = sections
    language = Language.named(publication.language)
    common = publication.common(language)
    let example = IssueContext.example(language).members
    subject = try templates.template("subject", example: example)
    preheader = try templates.template("preheader", example: example)
    body = try templates.template("newsletter", example: example)
  }

  /// Composes the issue dated `day`.
  ///
  /// - Parameters:
  ///   - day: the issue's date D; its news are of D-7 to D-1, its picks and dates ahead of D to D+6.
  ///   - source: what it is made from.
  /// - Returns: a draft, or a reason when there are neither news nor picks; where an editor took these out, the issue is
  ///   what is left.
  package func compose(day: CivilDay, from source: IssueSource) -> Composition {
    let material = IssueMaterial(day: day, source: source, sections: sections)
    guard !material.isEmpty || !source.without.isEmpty else {
      let news = "\(day.adding(days: -7)) to \(day.adding(days: -1))"
      return .nothing(reason: "no news from \(news), and no anniversary from \(day) to \(material.period.last)")
    }
    let context = context(of: material)
    var draft = Draft(
      id: Self.draftID(of: day), kind: .newsletter, channel: Channel.newsletter.name,
      subject: Self.line(subject.render(context)), preheader: Self.line(preheader.render(context)),
      period: material.period, entries: material.entryIDs, text: MarkdownText.tidied(body.render(context)))
    draft.without = source.without.sorted()
    draft.markGenerated()
    return .draft(draft)
  }

  /// Composes the issue dated `day` from entries and picks alone.
  package func compose(day: CivilDay, entries: [Entry], picks: [Pick]) -> Composition {
    compose(day: day, from: IssueSource(entries: entries, picks: picks))
  }

  /// The ids of entries of the issue's days that its sections have no room for.
  package func crowdedOut(day: CivilDay, from source: IssueSource) -> [String] {
    IssueMaterial(day: day, source: source, sections: sections).crowdedOut
  }

  /// What the templates of the issue dated `day` see; for the arguments see ``compose(day:from:)``.
  package func context(day: CivilDay, from source: IssueSource) -> TemplateValue {
    .object(context(of: IssueMaterial(day: day, source: source, sections: sections)))
  }

  /// What the templates see of an issue from entries and picks alone.
  package func context(day: CivilDay, entries: [Entry], picks: [Pick]) -> TemplateValue {
    context(day: day, from: IssueSource(entries: entries, picks: picks))
  }

  /// The text of an issue with some of its sections alone.
  func text(of sections: [SectionRule], day: CivilDay, from source: IssueSource) -> String {
    let material = IssueMaterial(day: day, source: source, sections: self.sections)
    return MarkdownText.tidied(body.render(context(of: material, sections: sections)))
  }

  func headline(of entry: Entry) -> String { EntryText(entry, language: language).headline }

  private func context(of material: IssueMaterial, sections: [SectionRule]? = nil) -> [String: TemplateValue] {
    IssueContext(
      publication: publication, common: common, language: language, sections: sections ?? self.sections,
      material: material
    ).members
  }

  /// What a template gave, on one line.
  private static func line(_ text: String) -> String {
    text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0.isNewline }.map { String($0) }.joined(separator: " ")
  }
}

extension IssueComposer {
  /// The id of the issue dated `day`, which is named for its ISO week: `2024-W37-newsletter`.
  package static func draftID(of day: CivilDay) -> String { "\(ISOWeek(of: day))-newsletter" }
}
