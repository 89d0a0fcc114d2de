/// Decides what generating a draft again does, from what is known and nothing else.
///
/// | the file | the new text | then |
/// |---|---|---|
/// | not there | any | created |
/// | sent, scheduled or failed | any | kept: what was accepted for sending is not rewritten |
/// | says the same | | unchanged |
/// | untouched | another | replaced; an approval of the old text is void |
/// | edited | as last generated | kept |
/// | edited | another, base known | merged; where that fails, conflict |
/// | edited | another, base unknown | conflict |
///
/// A conflict is over when the person removes the `*.new.md` file: then the draft counts as up to date with it.
struct DraftDecision {
  /// What was composed just now.
  let new: Draft
  /// The draft in its file; nil when there is none.
  let existing: Draft?
  /// The whole file as it was last generated; nil when that is not known.
  let base: Draft?
  /// The file that was last put beside the draft; nil when nothing was or it is settled.
  let offered: String?
  /// The contents of the file beside the draft; nil when there is none.
  let beside: String?
  /// Whether the person's lines hold where both sides changed the same ones.
  let keepsEdits: Bool

  var change: DraftChange {
    guard let existing else {
      return settled(DraftChange(action: .created, draft: new, contents: new.file, base: new.file))
    }
    if existing.isGone { return DraftChange(action: .kept, draft: existing) }
    if existing.saysTheSame(as: new) { return upToDate(existing) }
    if !existing.isEdited { return replacing(existing) }
    guard let base, base.textHash == existing.generated else {
      return isAsGenerated(existing) ? DraftChange(action: .kept, draft: existing) : conflict(existing)
    }
    if new.saysTheSame(as: base) { return DraftChange(action: .kept, draft: existing, base: new.file) }
    return merging(existing, base)
  }

  /// The text is there already; entries or period may still be new.
  private func upToDate(_ existing: Draft) -> DraftChange {
    var draft = existing
    draft.takeOver(new)
    draft.entries = new.entries
    guard draft != existing else {
      return settled(DraftChange(action: .unchanged, draft: existing, base: new.file))
    }
    return settled(DraftChange(action: .replaced, draft: draft, contents: draft.file, base: new.file))
  }

  private func replacing(_ existing: Draft) -> DraftChange {
    var draft = new
    draft.unknown = existing.unknown
    let hadApproval = existing.approved != nil
    return settled(
      DraftChange(
        action: .replaced, draft: draft, contents: draft.file, base: new.file, voidedApproval: hadApproval))
  }

  private func merging(_ existing: Draft, _ base: Draft) -> DraftChange {
    guard
      let text = ThreeWayMerge.merge(base: base.text, ours: existing.text, theirs: new.text)
        ?? SectionMerge.merge(base: base.text, ours: existing.text, theirs: new.text),
      let subject = ThreeWayMerge.merge(base: [base.subject], ours: [existing.subject], theirs: [new.subject]),
      let preheader = ThreeWayMerge.merge(
        base: [base.preheader], ours: [existing.preheader], theirs: [new.preheader])
    else { return keepsEdits ? keeping(existing, base) : conflict(existing) }
    var draft = existing
    draft.takeOver(new)
    draft.text = Draft.canonical(text)
    draft.subject = subject.first ?? existing.subject
    draft.preheader = preheader.first ?? existing.preheader
    draft.entries =
      ThreeWayMerge.merge(base: base.entries, ours: existing.entries, theirs: new.entries) ?? new.entries
    return merged(draft, existing)
  }

  /// The change to a draft in which a person's words stand beside new ones; an approval of other words is void.
  private func merged(_ draft: Draft, _ existing: Draft) -> DraftChange {
    var draft = draft
    let isKept = draft.saysTheSame(as: existing)
    let hadApproval = existing.approved != nil && !isKept
    if !isKept {
      draft.approved = nil
      draft.approvedHead = nil
      if draft.status != .draft { draft.status = .draft }
    }
    return settled(
      DraftChange(
        action: isKept ? .kept : .merged, draft: draft, contents: draft.file, base: new.file,
        voidedApproval: hadApproval))
  }

  /// The text stays as it is, and counts as up to date with the new one; a subject that nobody touched follows it.
  private func keeping(_ existing: Draft, _ base: Draft) -> DraftChange {
    var draft = existing
    draft.takeOver(new)
    draft.entries = new.entries
    if existing.subject == base.subject { draft.subject = new.subject }
    if existing.preheader == base.preheader { draft.preheader = new.preheader }
    return merged(draft, existing)
  }

  private func conflict(_ existing: Draft) -> DraftChange {
    if offered == new.file, beside == nil {
      var draft = existing
      draft.takeOver(new)
      return DraftChange(action: .kept, draft: draft, contents: draft.file, base: new.file, offered: "")
    }
    // What a person wrote in the file beside is theirs; the newest text waits until it is gone.
    guard beside == nil || beside == offered || beside == new.file else {
      return DraftChange(action: .conflict, draft: existing, isBesideEdited: true)
    }
    return DraftChange(
      action: .conflict, draft: existing, beside: beside == new.file ? .leave : .write(new.file), offered: new.file)
  }

  /// Whether the text was generated before as it is now, so that only the person's changes make the difference.
  private func isAsGenerated(_ existing: Draft) -> Bool {
    existing.generated == new.generated && existing.generatedHead == new.generatedHead
  }

  /// The same change, with a file beside that nobody touched taken away: it is settled.
  private func settled(_ change: DraftChange) -> DraftChange {
    var change = change
    if let offered, !offered.isEmpty {
      change.offered = ""
      if beside == offered { change.beside = .remove }
    }
    return change
  }
}

extension Draft {
  /// Whether text, subject and preheader are the same.
  package func saysTheSame(as other: Draft) -> Bool {
    text == other.text && subject == other.subject && preheader == other.preheader
  }

  /// Takes over what generating says about a draft beside its text.
  fileprivate mutating func takeOver(_ new: Draft) {
    generated = new.generated
    generatedHead = new.generatedHead
    period = new.period
    without = new.without
  }
}
