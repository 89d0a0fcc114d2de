/// What a payload is made of: one draft as it was when it was approved for sending, with its publication.
package struct OutgoingMessage: Sendable, Hashable {
  /// The draft's id, as in `2024-W36-newsletter`.
  package var draft: String
  package var kind: Kind
  /// The channel, as in `newsletter` or `x`.
  package var channel: String
  /// The subject of an issue; empty for a post.
  package var subject: String
  package var preheader: String
  /// The draft's text: Markdown for an issue, plain text for a post.
  package var text: String
  /// The parts of a thread, in order; a post that is no thread has one.
  package var parts: [String]
  /// The renderings of an issue; empty for a post.
  package var html: String
  package var plainText: String
  /// An issue as a whole e-mail message; lines end in CRLF.
  package var email: String
  /// The ids of the entries that the draft tells of.
  package var entries: [String]
  /// The period in ISO 8601, as in `2024-09-02/2024-09-08`; a single day for a post.
  package var period: String
  /// The hash of the draft's text, as in `sha256:…`: another text is another delivery.
  package var textHash: String
  package var publication: Publication
  /// The drafts of a digest, in order; empty for anything else.
  package var members: [OutgoingMessage]

  /// What a message is; the raw value of a draft's is the `kind` of its front matter.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case newsletter
    case post
    /// Several drafts in one message.
    case digest
    /// Word of a webhook that is paused or refuses something, or a test.
    case notice
  }

  /// The publication that speaks.
  package struct Publication: Sendable, Hashable {
    package var name: String
    /// Its address on the web; empty where it has none.
    package var link: String
    /// A BCP 47 language tag.
    package var language: String

    package init(name: String, link: String = "", language: String = "en") {
      self.name = name
      self.link = link
      self.language = language
    }
  }

  package init(
    draft: String, kind: Kind, channel: String, subject: String = "", preheader: String = "", text: String,
    parts: [String] = [], html: String = "", plainText: String = "", email: String = "", entries: [String] = [],
    period: String = "",
    textHash: String, publication: Publication, members: [OutgoingMessage] = []
  ) {
    self.draft = draft
    self.kind = kind
    self.channel = channel
    self.subject = subject
    self.preheader = preheader
    self.text = text
    self.parts = parts
    self.html = html
    self.plainText = plainText
    self.email = email
    self.entries = entries
    self.period = period
    self.textHash = textHash
    self.publication = publication
    self.members = members
  }
}
