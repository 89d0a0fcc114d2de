@testable import Content

/// Drafts as a composer would make them.
enum DraftSample {
  static func issue(
    _ text: String, subject: String = "Alpha wins", preheader: String = "Beta too",
    entries: [String] = ["alpha", "beta"]
  ) -> Draft {
    var draft = Draft(
      id: "2024-W37-newsletter", kind: .newsletter, channel: "newsletter", subject: subject, preheader: preheader,
      period: Draft.Period(first: Sample.day("2024-09-09"), last: Sample.day("2024-09-15")), entries: entries,
      text: text)
    draft.markGenerated()
    return draft
  }
}
