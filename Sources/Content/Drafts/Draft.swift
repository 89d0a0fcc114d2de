package import Timeline

/// An issue or a post as a file in `Drafts/`: what is known about it, and its text.
///
/// A newsletter's text is Markdown; a post's is plain text, in which `---` alone on a line parts a thread.
package struct Draft: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case newsletter, post
  }

  /// How far a draft has come.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case draft, approved, scheduled, sent, failed
  }

  /// The days that an issue is for, both included.
  package struct Period: Hashable, Sendable, CustomStringConvertible {
    package var first: CivilDay
    package var last: CivilDay

    package init(first: CivilDay, last: CivilDay) {
      self.first = first
      self.last = last
    }

    package var description: String { "\(first)/\(last)" }
  }

  /// Names the draft for ever, as in `2024-W37-newsletter` or `2024-09-05-x-nuguse-wins-zurich`.
  package var id: String
  package var kind: Kind
  /// The name of the channel; `newsletter` for an issue.
  package var channel: String
  package var status: Status
  /// The subject of an issue; nil for a post.
  package var subject: String?
  /// The line that mail clients show after the subject; nil for a post.
  package var preheader: String?
  /// The days of an issue; of a post its one day.
  package var period: Period
  /// The ids of the entries that the text was made from, in its order.
  package var entries: [String]
  /// The ids of entries that a person took out of an issue; they do not come back.
  package var without: [String] = []
  /// Of the text as it was generated.
  package var generated: TextHash?
  /// Of subject and preheader as they were generated; nil for a post.
  package var generatedHead: TextHash?
  /// Of the text that was approved; any other text is not approved.
  package var approved: TextHash?
  /// Of the subject and preheader that were approved; nil for a post.
  package var approvedHead: TextHash?
  /// The text, ending in one line feed, without trailing blanks.
  package var text: String
  /// Keys of the front matter that Daybook does not know, as `key: value` lines; they are kept.
  package var unknown: [String]

  package init(
    id: String, kind: Kind, channel: String, status: Status = .draft, subject: String? = nil,
    preheader: String? = nil, period: Period, entries: [String], text: String
  ) {
    self.id = id
    self.kind = kind
    self.channel = channel
    self.status = status
    self.subject = subject
    self.preheader = preheader
    self.period = period
    self.entries = entries
    self.text = Self.canonical(text)
    unknown = []
  }
}
