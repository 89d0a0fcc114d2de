internal import Content
internal import Delivery
internal import Timeline

extension Workspace {
  /// A draft as it leaves: its text, its renderings, and what is known about it.
  func message(of draft: Draft) throws -> OutgoingMessage {
    let renderings = draft.kind == .newsletter ? try renderer().render(draft) : nil
    return OutgoingMessage(
      draft: draft.id, kind: draft.kind == .newsletter ? .newsletter : .post, channel: draft.channel,
      subject: draft.publicSubject ?? "", preheader: draft.publicPreheader ?? "", text: draft.sentText,
      parts: draft.kind == .post ? draft.parts : [], html: renderings?.webHTML ?? "", plainText: renderings?.text ?? "",
      email: renderings?.message ?? "",
      entries: draft.entries,
      period: draft.kind == .newsletter ? draft.period.description : draft.period.first.description,
      textHash: draft.deliveryHash.description,
      publication: publication)
  }
}

extension Draft {
  /// The text as it is sent: without the line feed that ends the file, which services would count.
  fileprivate var sentText: String {
    publicText.last == "\n" ? String(publicText.dropLast()) : publicText
  }

  /// The text as the outbox knows it.
  var deliveryText: DraftText { DraftText(draft: id, hash: deliveryHash.description) }

  /// What makes a delivery another one: the text, and for an issue its subject and preheader too.
  var deliveryHash: TextHash {
    guard kind == .newsletter else { return textHash }
    return TextHash(of: [subject ?? "", preheader ?? "", text].joined(separator: "\n"))
  }
}
