extension OutgoingMessage {
  /// Several drafts as one message; a single one stays what it is.
  ///
  /// Its draft and its text hash name all its members', so that the row in the outbox says what it covers.
  package static func digest(of messages: [OutgoingMessage]) -> OutgoingMessage? {
    guard let first = messages.first, messages.count > 1 else { return messages.first }
    let key = DraftText.key(messages.map { DraftText(draft: $0.draft, hash: $0.textHash) })
    return OutgoingMessage(
      draft: key.draft, kind: .digest, channel: "",
      text: messages.map { "\($0.heading)\n\n\($0.text)" }.joined(separator: "\n\n---\n\n"),
      entries: messages.flatMap(\.entries).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      textHash: key.hash, publication: first.publication, members: messages)
  }

  /// What stands over it: an issue's subject, the channel of a post, the publication's name for anything else.
  var heading: String {
    if !subject.isEmpty { return subject }
    return kind == .post ? channel : publication.name
  }
}

/// One text of one draft, as a delivery covers it.
package struct DraftText: Sendable, Hashable {
  package var draft: String
  package var hash: String

  package init(draft: String, hash: String) {
    self.draft = draft
    self.hash = hash
  }

  /// What stands between the members of a digest in a row; no hash holds it.
  private static let separator = " + "

  /// The texts of a row's members, as the row's own draft and hash.
  static func key(_ texts: [DraftText]) -> DraftText {
    DraftText(
      draft: texts.map(\.draft).joined(separator: separator), hash: texts.map(\.hash).joined(separator: separator))
  }

  /// Several hashes as one, and what it was made of.
  static func hash(of hashes: [String]) -> String { hashes.joined(separator: separator) }
  static func hashes(in hash: String) -> [String] { hash.components(separatedBy: separator) }

  /// The texts that a row's draft and hash cover.
  static func members(draft: String, hash: String) -> [DraftText] {
    let hashes = hash.components(separatedBy: separator)
    let drafts = draft.components(separatedBy: separator)
    guard hashes.count > 1, drafts.count == hashes.count else { return [DraftText(draft: draft, hash: hash)] }
    return zip(drafts, hashes).map { DraftText(draft: $0, hash: $1) }
  }
}

extension DeliveryRecord {
  /// The texts that it carries: one, or those of a digest.
  package var texts: [DraftText] { DraftText.members(draft: draft, hash: textHash) }
}

extension Parcel {
  /// The texts that it carries: one, or those of a digest.
  package var texts: [DraftText] { DraftText.members(draft: draft, hash: textHash) }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
