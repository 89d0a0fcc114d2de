/// Brings freshly composed drafts into their files without ever losing what a person wrote there.
///
/// Planning reads alone, so that a dry run is a plan that is not carried out.
package struct DraftWriter: Sendable {
  private let files: PublicationFiles
  private let texts: any GeneratedTexts

  package init(files: PublicationFiles, texts: any GeneratedTexts) {
    self.files = files
    self.texts = texts
  }

  /// Decides what a draft changes.
  ///
  /// - Parameters:
  ///   - draft: what was composed just now.
  ///   - keepingEdits: takes the person's lines where both changed the same ones, in place of a conflict.
  /// - Returns: what is to be carried out.
  /// - Throws: ``DraftError`` when the file there is no draft; what reading files and records throws.
  package func plan(_ draft: Draft, keepingEdits: Bool = false) throws -> DraftChange {
    let existing = try files.read(draft.path).map { try Draft(reading: $0, file: draft.path) }
    let base = try texts.text(ofDraft: draft.id).flatMap { try? Draft(reading: $0, file: draft.path) }
    return DraftDecision(
      new: draft, existing: existing, base: base, offered: try texts.text(ofDraft: draft.offeredKey),
      beside: try files.read(draft.besidePath), keepsEdits: keepingEdits
    ).change
  }

  /// Carries a plan out: the file first, the records last, so that a crash in between loses no text.
  package func apply(_ change: DraftChange) throws {
    let draft = change.draft
    if let contents = change.contents { try files.writeAtomically(contents, draft.path) }
    switch change.beside {
    case .leave: break
    case .write(let contents): try files.writeAtomically(contents, draft.besidePath)
    case .remove: try files.remove(draft.besidePath)
    }
    if let offered = change.offered { try texts.record(offered, ofDraft: draft.offeredKey) }
    if let base = change.base { try texts.record(base, ofDraft: draft.id) }
  }

  /// What carrying a plan out would change in the draft and in the file beside it, as `diff -u` shows it.
  ///
  /// A new text that goes beside an edited draft is compared with the draft: that is what a person has to choose from.
  ///
  /// - Returns: nothing where no file changes.
  package func difference(madeBy change: DraftChange) throws -> String {
    let (path, beside) = (change.draft.path, change.draft.besidePath)
    let existing = try files.read(path)
    let draft = change.contents.map { UnifiedDiff.text(from: existing, named: path, to: $0, named: path) } ?? ""
    switch change.beside {
    case .leave: return draft
    case .write(let contents):
      return draft + UnifiedDiff.text(from: change.contents ?? existing, named: path, to: contents, named: beside)
    case .remove:
      return draft + UnifiedDiff.text(from: try files.read(beside), named: beside, to: nil, named: beside)
    }
  }

  /// Plans and carries out at once.
  package func write(_ draft: Draft) throws -> DraftChange {
    let change = try plan(draft)
    try apply(change)
    return change
  }
}

extension Draft {
  /// The key of the record of what was last put beside this draft.
  fileprivate var offeredKey: String { id + ".new" }
}
