internal import Timeline

/// An issue as a website shows it: without private notes, and without anything that only this machine has.
package struct PublishedIssue: Hashable, Sendable {
  /// The draft's id.
  package let id: String
  /// The ISO week that names the issue, which is its anchor on the archive page.
  package let week: String
  package let title: String
  /// The line that mail clients show after the subject; may be empty.
  package let summary: String
  /// The first day of the issue.
  let day: CivilDay
  /// The days of the issue, in words.
  let dates: String
  /// The text; its first headings are of the third level, below those of the page and of the issue.
  let html: String
  /// The issue on the archive page; nil where the publication has none.
  let address: String?

  /// Takes an issue that may be seen by everybody.
  ///
  /// An issue is published when it is approved exactly as it is; what was sent was approved before. Nil for any other,
  /// and for a post.
  package init?(_ draft: Draft, publication: Publication) {
    guard draft.kind == .newsletter, draft.isApproved else { return nil }
    let language = Language.named(publication.language)
    let suffix = "-newsletter"
    let week = draft.id.hasSuffix(suffix) ? String(draft.id.dropLast(suffix.count)) : draft.id
    id = draft.id
    self.week = week
    title = draft.publicSubject.flatMap { $0.isEmpty ? nil : $0 } ?? "\(publication.name) \(week)"
    summary = draft.publicPreheader ?? ""
    day = draft.period.first
    dates = language.dates(draft.period.first, draft.period.last)
    html = MarkdownHTML(isStyled: false, levelsDown: 1) { publication.webAddress(ofPicture: $0, in: draft) }
      .html(MarkdownBlock.parse(draft.markdown))
    address = publication.archive.map { "\($0)#\(week)" }
  }
}

extension [PublishedIssue] {
  /// The newest first.
  package var newestFirst: [PublishedIssue] {
    sorted { ($0.day, $0.id) > ($1.day, $1.id) }
  }
}
