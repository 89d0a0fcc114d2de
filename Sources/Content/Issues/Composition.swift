/// What comes of composing: a draft, or the reason why there is none.
package enum Composition: Hashable, Sendable {
  case draft(Draft)
  /// Nothing goes out empty; the sentence says why there is nothing to say.
  case nothing(reason: String)
  /// It should have come about and could not; the sentence says why, without a full stop.
  case failed(reason: String)

  package var draft: Draft? {
    if case .draft(let draft) = self { draft } else { nil }
  }
}
