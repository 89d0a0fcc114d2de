internal import Content

/// `{"drafts": […]}`, as every command that speaks of drafts prints it.
struct DraftRows: Encodable {
  var drafts: [DraftRow]
}

/// One draft in `--json`.
struct DraftRow: Encodable {
  var file: String
  var id: String
  var kind: String
  var channel: String
  var status: String
  /// What a run did with it; left out where nothing is generated.
  var action: String?
  /// Of a dry run: what would change in the files, as `diff -u` shows it; empty where nothing would.
  var diff: String?
  /// The file of a newer text that waits beside the draft; left out where there is none.
  var beside: String?

  init(_ file: DraftFile, action: String? = nil, diff: String? = nil, beside: String? = nil) {
    self.file = file.path
    id = file.draft.id
    kind = file.draft.kind.rawValue
    channel = file.draft.channel
    status = file.draft.status.rawValue
    self.action = action
    self.diff = diff
    self.beside = beside
  }
}
