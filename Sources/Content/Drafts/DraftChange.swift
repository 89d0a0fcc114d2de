/// What generating a draft does to its file; decided before anything is written.
package struct DraftChange: Hashable, Sendable {
  /// What became of the draft, in the words of `daybook draft --json`.
  package enum Action: String, Hashable, Sendable {
    /// There was no file.
    case created
    /// Nobody had touched the text, and the new one took its place.
    case replaced
    /// The file says this already.
    case unchanged
    /// A person's text stays, and the new one brings nothing that is not in it.
    case kept
    /// A person's changes and the new text are both in the file.
    case merged
    /// Both changed the same lines: the file stays, and the new text lies beside it as `*.new.md`.
    case conflict
  }

  /// What happens to the file beside the draft.
  package enum Beside: Hashable, Sendable {
    case leave
    case write(String)
    case remove
  }

  package var action: Action
  /// The draft as its file holds it afterwards.
  package var draft: Draft
  /// What is written to ``Draft/path``; nil leaves the file alone.
  package var contents: String?
  package var beside = Beside.leave
  /// The file as generated, to be recorded as the base of later merges; nil leaves the record alone.
  package var base: String?
  /// The text that lies beside the draft, to be recorded so that its removal can be told; empty once it is settled.
  package var offered: String?
  /// Whether the text beside the draft is older than the newest one, and stays because a person edited it.
  package var isBesideEdited = false
  /// Whether an approval was lost because the text is another one now.
  package var voidedApproval = false
}
