/// Keeps the last generated file of each draft: the common ancestor when an edited draft is merged.
///
/// If it is lost, no edit is: see ``DraftWriter``.
package protocol GeneratedTexts: Sendable {
  /// The text recorded for a draft, or nil.
  func text(ofDraft id: String) throws -> String?
  /// Records a text in place of the one before.
  func record(_ text: String, ofDraft id: String) throws
}
