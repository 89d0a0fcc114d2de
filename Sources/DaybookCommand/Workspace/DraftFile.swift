internal import Content

/// A draft and the file that it was read from.
struct DraftFile {
  /// Relative to the publication's folder.
  var path: String
  var draft: Draft
}
